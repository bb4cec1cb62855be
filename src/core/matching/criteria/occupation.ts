import { gap, reason, type Judged } from '../judged.js';
import { languageName } from '../texts/say.js';
import { occupationName, workName, type Pair } from '../pair.js';

/** Months of training on the job set aside for adjacent work. */
const TRAINING_MONTHS = 3;

/** How much of the work the person's own competence covers: similarity of the work done, its years and how fresh it is. */
export function judgeOccupation(pair: Pair): Judged {
  const { fit, standing } = pair;
  const work = workName(pair);
  if (fit === null) return { criterion: 'occupation', percent: null, because: reason('occupation.unknown', { work }), gaps: [gap('experience', { needs: work })] };
  const because = reason(pair.source.kind === 'language' ? 'occupation.language' : `occupation.${standing}`, { work, brought: broughtName(pair) });
  // Work for anyone asks for no experience, so there is none to be short of.
  const short = standing !== 'own' && !pair.vacancy.entryLevel;
  return { criterion: 'occupation', percent: fit, because, gaps: short ? [trainingGap(pair, work)] : [] };
}

function trainingGap(pair: Pair, work: string): ReturnType<typeof gap> {
  const { standing, vacancy } = pair;
  const learnable = standing === 'adjacent';
  return gap('experience', {
    needs: work, has: broughtName(pair) || null,
    closable: learnable || standing === 'related',
    months: learnable ? TRAINING_MONTHS : null,
    covered: learnable && vacancy.offers.workTraining === true,
  });
}

/** What the person brings that comes nearest, in words; empty when nothing does. */
export function broughtName({ source, context }: Pair): string {
  switch (source.kind) {
    case 'work': {
      const { title } = source.work.occupation;
      const first = source.work.readings[0];
      return title ?? (first === undefined ? '' : codeName(source.work.occupation.styrk, first.index, context));
    }
    case 'education': return source.education.title ?? `utdanning på nivå ${source.education.level}`;
    case 'language': return languageName(source.language);
    case 'none': return '';
  }
}

function codeName(styrk: string | undefined, index: number, context: Pair['context']): string {
  return (styrk === undefined ? undefined : context.tables.styrk.get(styrk)?.name) ?? occupationName(index, context);
}
