import { CEFR_LEVELS, cefrIndex, type DemandedCefrLevel } from '../../records/cefr.js';
import type { LanguageAlternative, LanguageDemand } from '../../records/vacancy.js';
import { gap, reason, type Judged } from '../judged.js';
import { languageCode } from '../languages-held.js';
import type { Pair } from '../pair.js';

/** Level taken as meant when an alternative names only the language. Source: the agreed reading of a bare "norsk". */
const UNGRADED: DemandedCefrLevel = 'B1';

type Skill = 'oral' | 'written';

/** One alternative of one demand, held against the person. */
interface Held {
  readonly language: string;
  /** 0–100; null = not known. */
  readonly percent: number | null;
  readonly steps: number;
  /** The skill that is furthest short, with both levels. */
  readonly worst: { readonly skill: Skill; readonly needs: DemandedCefrLevel; readonly steps: number };
}

/** Each demand by the alternative the person meets best, oral and written apart; the weakest demand decides. */
export function judgeLanguage(pair: Pair): Judged {
  const { vacancy } = pair;
  if (vacancy.languages.length === 0) return { criterion: 'language', percent: 100, because: reason('language.not-demanded'), gaps: [] };
  const held = vacancy.languages.map((demand) => ({ demand, ...bestAlternative(demand, pair) }));
  const short = held.filter(({ best }) => best.percent !== null && best.percent < 100);
  const gaps = short.map(({ demand, nearest }) => gapOf(demand, nearest, pair));
  if (short.length === 0) {
    const unknown = held.find(({ best }) => best.percent === null);
    if (unknown && held.every(({ best }) => best.percent === null)) return { criterion: 'language', percent: null, because: reason('language.unknown', { needs: needsOf(unknown.best) }), gaps: [] };
    return { criterion: 'language', percent: 100, because: reason('language.met', { needs: held.map(({ best }) => needsOf(best)).join(', ') }), gaps: [] };
  }
  const weakest = short.reduce((a, b) => ((b.best.percent ?? 0) < (a.best.percent ?? 0) ? b : a));
  const code = weakest.demand.strict === true ? 'language.strict' : pair.helped ? 'language.helped' : 'language.short';
  return { criterion: 'language', percent: weakest.best.percent, because: reason(code, { needs: needsOf(weakest.best), steps: weakest.best.steps }), gaps };
}

const needsOf = ({ language, worst }: Held): string => `${language} ${worst.needs} ${worst.skill}`;

/**
 * The best alternative for the score: a met one first, then one that may be met for all the record says, then the highest
 * value. And the one nearest to being met, which the gap is told by: one that is only a step of writing short comes first.
 */
function bestAlternative(demand: LanguageDemand, pair: Pair): { best: Held; nearest: Held } {
  const held = demand.anyOf.map((alternative) => holdAgainst(alternative, demand, pair));
  const best = held.reduce((a, b) => (standingOf(b) > standingOf(a) || (standingOf(b) === standingOf(a) && b.steps < a.steps) ? b : a));
  return { best, nearest: held.find(({ worst, steps, percent }) => percent !== null && steps === 1 && worst.skill === 'written') ?? best };
}

const standingOf = ({ percent }: Held): number => (percent === null ? 99 : percent);

function holdAgainst(alternative: LanguageAlternative, { strict }: LanguageDemand, pair: Pair): Held {
  const { languages } = pair.candidate;
  const language = languageCode(alternative.language);
  // A record that lists languages lists what the person has; one that lists none has not been asked.
  const has = languages.get(language) ?? (languages.size === 0 ? { oral: null, written: null } : { oral: 0, written: 0 });
  const demanded = skillsOf(alternative).map(({ skill, needs }) => {
    const level = has[skill];
    return { skill, needs, steps: level === null ? null : Math.max(0, cefrIndex(needs) - level) };
  });
  const known = demanded.flatMap(({ steps, ...rest }) => (steps === null ? [] : [{ ...rest, steps }]));
  const worst = known.reduce<(typeof known)[number] | undefined>((a, b) => (a === undefined || b.steps > a.steps ? b : a), undefined);
  const first = demanded[0];
  if (worst === undefined) {
    const { skill, needs } = first ?? { skill: 'oral' as const, needs: UNGRADED };
    return { language, percent: null, steps: 0, worst: { skill, needs, steps: 0 } };
  }
  return { language, percent: percentOf(known.map(({ steps }) => steps), strict === true, pair), steps: worst.steps, worst };
}

function skillsOf({ oral, written }: LanguageAlternative): { skill: Skill; needs: DemandedCefrLevel }[] {
  const named = [
    ...(oral === undefined ? [] : [{ skill: 'oral' as const, needs: oral }]),
    ...(written === undefined ? [] : [{ skill: 'written' as const, needs: written }]),
  ];
  return named.length > 0 ? named : [{ skill: 'oral', needs: UNGRADED }];
}

/** Mean over the skills, each by its steps short; an absolute demand that is not met is worth nothing. */
function percentOf(stepsShort: readonly number[], strict: boolean, { helped, context }: Pair): number {
  const { valueHelped, valueUnhelped } = context.policy.language;
  if (strict && stepsShort.some((steps) => steps > 0)) return 0;
  const values = helped ? valueHelped : valueUnhelped;
  const sum = stepsShort.reduce((total, steps) => total + (values[Math.min(steps, values.length - 1)] ?? 0), 0);
  return Math.floor(sum / stepsShort.length);
}

function gapOf(demand: LanguageDemand, best: Held, { helped, context, standing }: Pair): Judged['gaps'][number] {
  const { skill, needs, steps } = best.worst;
  const to = cefrIndex(needs), from = to - steps;
  const months = context.policy.language.monthsToLevel.slice(from, to).reduce((sum, each) => sum + each, 0);
  const strict = demand.strict === true;
  const carried = standing === 'own' ? context.policy.bands.carriedSteps : 1;
  return gap('language', {
    needs: `${best.language} ${needs} ${skill}`, has: `${best.language} ${CEFR_LEVELS[from] ?? 'none'} ${skill}`,
    steps, months, strict, closable: !strict, covered: !strict && helped && steps <= carried, language: best.language,
  });
}
