/** Why the embedded database cannot run, with what was tried and how to mend it. Shown to whoever starts the service. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';

  constructor(problem: string, readonly tried: readonly string[] = []) {
    const attempts = tried.length === 0 ? '' : `\nPrøvd:\n${tried.map((attempt) => `  - ${attempt}`).join('\n')}`;
    super(`${problem}${attempts}\n${howToMend}`);
  }
}

const howToMend =
  'Bruk en PostgreSQL-server (14 eller nyere) i stedet: DATABASE_URL=postgres://bruker:passord@vert:5432/jobbmatch. ' +
  'Se docs/operations.md.';
