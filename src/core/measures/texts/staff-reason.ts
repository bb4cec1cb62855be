import type { Gap } from '../../matching/gap.js';
import type { MeasureId } from '../rule-set.js';
import { missingFacts, statusOf, type RuleOutcome } from '../verdict.js';
import { gapPhrase, type Names } from './gap-phrase.js';

/** What each measure does about the gap, in bokmål for staff. None of these says that it is granted. */
const DOES: Readonly<Record<MeasureId, string>> = {
  'ordinary-employment': 'Ordinær ansettelse skal alltid vurderes først.',
  'work-training': 'Arbeidstrening kan gi språk og utprøving i jobben; hold den kort og med et avtalt mål.',
  'municipal-placement': 'En kort, avtalt praksisplass i programmet kan gi språk og utprøving i jobben.',
  mentor: 'En mentor kan gi veiledning og språkstøtte i jobben.',
  buddy: 'En fadder kan gi støtte etter arbeidsgivers egen ordning.',
  'temporary-wage-subsidy': 'Midlertidig lønnstilskudd kan dekke lavere produktivitet mens opplæringen skjer i jobben.',
  'permanent-wage-subsidy': 'Varig lønnstilskudd kan vurderes når arbeidsevnen er varig og vesentlig redusert.',
  'inclusion-grant': 'Inkluderingstilskudd kan dekke dokumenterte ekstra utgifter; søk før innkjøp.',
  'follow-up': 'Oppfølging kan hjelpe personen med å finne og beholde jobben.',
  'supported-employment': 'En jobbspesialist kan følge opp der hjelpebehovet er større.',
  'job-club': 'Jobbklubb kan styrke jobbsøking og CV.',
  'amo-course': 'Et AMO-kurs kan gi kompetansen som mangler.',
  'certificate-course': 'Et kort kurs gir sertifikatet; kommunen eller NAV kan stå for det.',
  'norwegian-training': 'Kommunens norskopplæring ved siden av jobb eller program kan lukke avstanden.',
  'english-training': 'Engelskopplæring i programmet kan lukke avstanden der engelsk er nærmest.',
  'workplace-language-training': 'Språkopplæring på arbeidsplassen kan lukke avstanden mens personen jobber.',
  'education-recognition': 'Godkjenning viser hva utdanningen svarer til i Norge; start tidlig.',
  'authorisation-path': 'Løpet mot autorisasjon er langt; foreslå en beslektet jobb i mellomtiden.',
  'qualification-programme': 'Kvalifiseringsprogrammet kan vurderes når retten til introduksjonsprogram er brukt.',
};

const RULE_NOT_MET: Readonly<Record<string, string>> = {
  'effort-group': 'innsatsgruppen gir ikke adgang',
  age: 'alderen er utenfor grensene i perioden',
  'training-right': 'retten til norskopplæring gjelder ikke (alder eller tid)',
  'programme-participant': 'personen deltar ikke i introduksjonsprogrammet',
  'no-programme-right': 'personen har rett til introduksjonsprogram',
  'ordinary-contract': 'det tilbys ikke en ordinær arbeidskontrakt',
  'employer-offers': 'arbeidsgiver tilbyr det ikke her',
  'licence-before-course': 'førerkortet som kurset bygger på, mangler',
  'recognition-open': 'utdanningen trenger ikke godkjenning',
  'employer-may-hire': 'arbeidsgiver tilbyr ikke ordinær ansettelse her',
  'rules-in-force': 'ingen regel for denne ordningen gjelder på datoen',
};

const FACT: Readonly<Record<string, string>> = {
  protection: 'oppholdsgrunnlag (bare for programtiden)',
  'nav.effortGroup': 'innsatsgruppe (§ 14 a)',
  birthYear: 'fødselsår',
  birthDate: 'fødselsdag (aldersgrensen nås dette året)',
  employment: 'ansettelsesform i stillingen',
  education: 'utdanning',
  'programme.status': 'programstatus',
  'programme.startDate': 'startdato i programmet',
  'programme.goal': 'mål for programmet',
  'programme.plannedEndDate': 'planlagt sluttdato',
  'programme.workDirectedHoursPerWeek': 'arbeidsrettede timer per uke',
  'programme.languageOffer': 'språktilbudet i planen',
  'programme.extensionDecision': 'vedtak om forlengelse av programmet',
  'programme.remainingRight': 'om det er programtid igjen',
  'offers.mentor': 'om arbeidsgiver stiller med mentor',
  'offers.workTraining': 'om arbeidsgiver tar imot i praksis',
  'offers.languageTrainingAtWork': 'om arbeidsgiver gir språkopplæring',
  'offers.buddy': 'om arbeidsgiver har fadder',
  'offers.ordinaryEmploymentAfterTrack': 'om arbeidsgiver kan tilby ordinær ansettelse',
  'nav.lastingReducedCapacity': 'om arbeidsevnen er varig og vesentlig redusert',
  driversLicence: 'førerkort',
  'certificate.courseDays': 'hvor lenge kurset varer',
  'plan.measures': 'valgte tiltak med datoer',
  reason: 'en konkret grunn i den enkelte saken',
};

/** A record path in words for staff; a path without words is shown as it is. */
export function factName(path: string): string {
  return FACT[path] ?? (/^education\.\d+\.recognition$/.test(path) ? 'godkjenning av utdanningen' : path);
}

/** What the measure does about the gaps it answers, and what stands in its way. */
export interface StaffReason {
  readonly measure: MeasureId;
  readonly gaps: readonly Gap[];
  readonly rules: readonly RuleOutcome[];
  /** In place of gaps: why the plan asks for it. */
  readonly planReason?: string;
  readonly names?: Names;
}

/** The reason in bokmål for staff: each gap, what the measure does about it, and why it is not simply proposed. */
export function staffReason({ measure, gaps, rules, planReason, names }: StaffReason): string {
  const why = gaps.map((gap) => gapPhrase(gap, 'nb', names));
  return [...(planReason === undefined ? [] : [planReason]), ...why, DOES[measure], ...reservation(rules)].join(' ');
}

function reservation(rules: readonly RuleOutcome[]): readonly string[] {
  switch (statusOf(rules)) {
    case 'proposed': return [];
    case 'needs-assessment': return [`Må vurderes; det mangler: ${missingFacts(rules).map(factName).join(', ')}.`];
    case 'not-eligible': {
      const barred = rules.filter(({ outcome }) => outcome === 'not-met').map(({ id }) => RULE_NOT_MET[id] ?? id);
      return [`Ikke aktuelt: ${barred.join('; ')}.`];
    }
  }
}
