/** One kind of error the API can answer with. */
export interface ProblemKind {
  /** HTTP status. */
  readonly status: number;
  /** Short, in Norwegian, the same for every occurrence. */
  readonly title: string;
  /** What it means and what to do, in Norwegian; shown at `/problems/<code>`. */
  readonly explanation: string;
}

/** Every error code of the API. Codes are part of its contract: add, never rename. `<room>.<what>`. */
export const catalogue = {
  'request.invalid': {
    status: 400, title: 'Forespørselen er ikke gyldig',
    explanation: 'Ett eller flere felt mangler, har feil form eller er ukjente. Feltene og feilene står i «errors»; «pointer» er en JSON-peker (RFC 6901) inn i det du sendte.',
  },
  'request.malformed': {
    status: 400, title: 'Forespørselen kan ikke leses',
    explanation: 'Innholdet er ikke gyldig JSON, adressen er feil kodet, eller forespørselen er avkortet. Kontroller kodingen (UTF-8) og prøv igjen.',
  },
  'request.unauthenticated': { status: 401, title: 'Du må logge inn', explanation: 'Denne adressen krever innlogging.' },
  'request.forbidden': { status: 403, title: 'Du har ikke tilgang', explanation: 'Du er kjent for tjenesten, men har ikke rett til å gjøre dette.' },
  'request.not-found': { status: 404, title: 'Finnes ikke', explanation: 'Det du spør etter finnes ikke, eller du har ikke tilgang til å vite om det finnes.' },
  'request.unknown-route': { status: 404, title: 'Ukjent adresse', explanation: 'Ingenting svarer på denne adressen. Adressene står i /api/docs.' },
  'request.method-not-allowed': { status: 405, title: 'Metoden kan ikke brukes her', explanation: 'Adressen finnes, men ikke med denne HTTP-metoden. Metodene som kan brukes står i svarhodet «Allow».' },
  'request.not-acceptable': { status: 406, title: 'Svarformatet finnes ikke', explanation: 'Tjenesten kan ikke svare i et format «Accept» godtar.' },
  'request.conflict': { status: 409, title: 'Forespørselen er i strid med det som er lagret', explanation: 'Hent siste versjon, og prøv igjen.' },
  'request.gone': { status: 410, title: 'Er ikke her lenger', explanation: 'Det du spør etter har vært her, men er slettet.' },
  'request.version-stale': { status: 412, title: 'Noen andre har endret posten', explanation: 'Versjonen i «If-Match» er ikke den siste. Hent posten på nytt, se hva som er endret, og send endringen med den nye «ETag».' },
  'request.too-large': { status: 413, title: 'Forespørselen er for stor', explanation: 'Innholdet er større enn adressen tar imot. Store datamengder sendes som fil til importen.' },
  'request.unsupported-media-type': { status: 415, title: 'Innholdstypen støttes ikke', explanation: 'Kontroller svarhodet «Content-Type». De fleste adresser tar imot application/json.' },
  'request.unprocessable': { status: 422, title: 'Innholdet kan ikke behandles', explanation: 'Formen er riktig, men innholdet kan ikke brukes. Hva som er galt står i «errors».' },
  'request.version-required': { status: 428, title: 'Endringen må si hvilken versjon den gjelder', explanation: 'Send «If-Match» med verdien av «ETag» fra da du hentet posten, så ingen overskriver andres endringer uten å vite det.' },
  'request.too-many': { status: 429, title: 'For mange forespørsler', explanation: 'Vent så lenge svarhodet «Retry-After» sier, og prøv igjen.' },
  'request.identity-number': {
    status: 422, title: 'Fødselsnummer tas ikke imot',
    explanation: 'Et felt inneholder elleve sifre som kan være et fødselsnummer eller D-nummer. Tjenesten lagrer ikke slike numre. Bruk en egen referanse i stedet.',
  },
  'candidate.not-found': { status: 404, title: 'Deltakeren finnes ikke', explanation: 'Ingen deltaker med denne identiteten er tilgjengelig for deg.' },
  'candidate.duplicate': { status: 409, title: 'Deltakeren finnes allerede', explanation: 'En deltaker med samme kilde og eksterne identitet er registrert fra før. Endre den i stedet.' },
  'vacancy.not-found': { status: 404, title: 'Stillingen finnes ikke', explanation: 'Ingen stilling med denne identiteten finnes.' },
  'vacancy.duplicate': { status: 409, title: 'Stillingen finnes allerede', explanation: 'En stilling med samme kilde og eksterne identitet er registrert fra før. Endre den i stedet.' },
  'import.not-found': { status: 404, title: 'Importen finnes ikke', explanation: 'Ingen import med denne identiteten er tilgjengelig for deg.' },
  'import.unreadable': { status: 422, title: 'Filen kan ikke leses', explanation: 'Filen er ikke JSON, NDJSON, CSV eller XLSX, eller den er skadet. Hva som er galt står i «detail».' },
  'import.too-large': { status: 413, title: 'Filen er for stor', explanation: 'Del filen i flere og importer dem hver for seg; samme post flere ganger gjør ingen skade.' },
  'plan.not-found': { status: 404, title: 'Planen finnes ikke', explanation: 'Ingen plan med denne identiteten er tilgjengelig for deg.' },
  'plan.ended': { status: 409, title: 'Planen er avsluttet', explanation: 'En avsluttet plan endres ikke. Lag en ny plan.' },
  'plan.kept': { status: 409, title: 'Planen kan ikke slettes', explanation: 'Personen har svart på planen, eller den er avsluttet. Historikken blir stående; avslutt planen i stedet for å slette den.' },
  'plan.no-fast-track': { status: 409, title: 'Planen har ikke noe hurtigspor', explanation: 'Det er ingen hurtigsporperiode å registrere. Legg inn start og slutt i planen først.' },
  'follow-up.not-found': { status: 404, title: 'Oppfølgingen finnes ikke', explanation: 'Ingen oppfølging med denne identiteten er tilgjengelig for deg.' },
  'follow-up.duplicate': { status: 409, title: 'Oppfølgingen er i gang', explanation: 'Deltakeren er alt foreslått for stillingen, og det er ikke avsluttet. Før steget videre i stedet.' },
  'follow-up.step-not-allowed': { status: 409, title: 'Steget kan ikke komme nå', explanation: 'Stegene går framover: foreslått, kontaktet, møte, utplassering, ansatt, avsluttet. Et feilført steg kan tas tilbake.' },
  'service.unavailable': { status: 503, title: 'Tjenesten er ikke tilgjengelig akkurat nå', explanation: 'Prøv igjen om litt; «Retry-After» sier hvor mange sekunder.' },
  'service.not-ready': { status: 503, title: 'Tjenesten er ikke klar', explanation: 'Noe tjenesten er avhengig av svarer ikke. Hva det er står i «errors».' },
  'service.database-unavailable': { status: 503, title: 'Databasen svarer ikke', explanation: 'Ingenting er lagret. Prøv igjen om litt; «Retry-After» sier hvor mange sekunder.' },
  'service.too-slow': { status: 503, title: 'Det tok for lang tid', explanation: 'Spørringen ble avbrutt og ingenting er lagret. Avgrens den, eller prøv igjen om litt.' },
  'service.internal': { status: 500, title: 'Noe gikk galt hos oss', explanation: 'Feilen er logget. Oppgi «traceId» når du melder den.' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof catalogue;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(catalogue, code);

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'request.invalid', 401: 'request.unauthenticated', 403: 'request.forbidden', 404: 'request.not-found', 405: 'request.method-not-allowed',
  406: 'request.not-acceptable', 409: 'request.conflict', 410: 'request.gone', 412: 'request.version-stale', 413: 'request.too-large',
  414: 'request.malformed', 415: 'request.unsupported-media-type', 422: 'request.unprocessable', 428: 'request.version-required',
  429: 'request.too-many', 503: 'service.unavailable',
};

/** The general code for an HTTP status, for errors raised by the framework. */
export const codeForStatus = (status: number): ProblemCode => byStatus[status] ?? (status < 500 ? 'request.invalid' : 'service.internal');
