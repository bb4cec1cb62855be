import type { Gap } from '../../matching/gap.js';
import { answersGap, type Proposal } from '../proposal.js';
import type { Decider, Locale, LocalText, MeasureRules } from '../rule-set.js';
import type { ProposalStatus } from '../verdict.js';
import { gapPhrase, type Names } from './gap-phrase.js';

/** A proposal in plain words for the person it concerns. */
export interface ParticipantText {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  /** Where it stands, and who decides. */
  readonly next: string;
}

const STATUS: Readonly<Record<ProposalStatus, LocalText>> = {
  proposed: {
    nb: 'Dette er et forslag. Du kan si ja eller nei.', nn: 'Dette er eit framlegg. Du kan seie ja eller nei.',
    en: 'This is a suggestion. You can say yes or no.', uk: 'Це пропозиція. Ви можете погодитися або відмовитися.',
  },
  'needs-assessment': {
    nb: 'Dette må vurderes først, fordi noen opplysninger mangler.', nn: 'Dette må vurderast først, fordi nokre opplysningar manglar.',
    en: 'This must be assessed first, because some information is missing.', uk: 'Спершу це потрібно оцінити, бо бракує деяких відомостей.',
  },
  'not-eligible': {
    nb: 'Dette er ikke mulig nå etter reglene.', nn: 'Dette er ikkje mogleg no etter reglane.',
    en: 'Under the rules this is not possible now.', uk: 'За правилами зараз це неможливо.',
  },
};

const DECIDES: Readonly<Record<Decider, LocalText>> = {
  nav: { nb: 'NAV bestemmer.', nn: 'NAV avgjer.', en: 'NAV decides.', uk: 'Рішення приймає NAV.' },
  municipality: { nb: 'Kommunen bestemmer.', nn: 'Kommunen avgjer.', en: 'The municipality decides.', uk: 'Рішення приймає комуна.' },
  'municipality-or-nav': {
    nb: 'Kommunen eller NAV bestemmer.', nn: 'Kommunen eller NAV avgjer.', en: 'The municipality or NAV decides.', uk: 'Рішення приймає комуна або NAV.',
  },
  employer: { nb: 'Arbeidsgiver bestemmer.', nn: 'Arbeidsgjevaren avgjer.', en: 'The employer decides.', uk: 'Рішення приймає роботодавець.' },
  'recognition-body': {
    nb: 'Den som godkjenner, bestemmer.', nn: 'Den som godkjenner, avgjer.', en: 'The recognition authority decides.',
    uk: 'Рішення приймає орган, що визнає кваліфікацію.',
  },
};

const NOTHING_MISSING: LocalText = {
  nb: 'Du kan ta jobben på vanlige vilkår.', nn: 'Du kan ta jobben på vanlege vilkår.',
  en: 'You can take the job on ordinary terms.', uk: 'Ви можете взятися за цю роботу на звичайних умовах.',
};

const PLAN: LocalText = {
  nb: 'Planen din skal ha nok arbeidsrettede timer hver uke.', nn: 'Planen din skal ha nok arbeidsretta timar kvar veke.',
  en: 'Your plan must have enough work-directed hours each week.', uk: 'Ваш план має містити достатньо годин, спрямованих на роботу, щотижня.',
};

/**
 * A proposal in the participant's language: what it is, why it is suggested, and who decides.
 *
 * @throws RangeError when `rules` lack the measure proposed
 */
export function forParticipant(
  proposal: Proposal,
  gaps: readonly Gap[],
  { rules, locale, names }: { readonly rules: MeasureRules; readonly locale: Locale; readonly names?: Names },
): ParticipantText {
  const measure = rules.measures.get(proposal.measure);
  if (measure === undefined) throw new RangeError(`no measure "${proposal.measure}" among the rules`);
  const reasons = gaps.filter((gap) => answersGap(proposal, gap)).map((gap) => gapPhrase(gap, locale, names));
  if (proposal.answers !== undefined) reasons.unshift(PLAN[locale]);
  return {
    title: measure.name[locale],
    what: measure.description[locale],
    why: reasons.length > 0 ? reasons.join(' ') : proposal.measure === 'ordinary-employment' ? NOTHING_MISSING[locale] : '',
    next: `${STATUS[proposal.status][locale]} ${DECIDES[measure.decidedBy][locale]}`,
  };
}
