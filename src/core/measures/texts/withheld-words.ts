/**
 * Stems that may not reach an employer without the person's consent for that vacancy: refugee status, measures,
 * benefits, language weakness, health and nationality, in Norwegian (both forms), English and Ukrainian.
 * Compared as parts of words, so that compounds and inflections are caught.
 */
const WITHHELD = [
  'flyktning', 'introduksjonsprogram', 'introprogram', 'introduksjonsstønad', 'introduksjonsstonad', 'lønnstilskudd', 'lonnstilskudd',
  'lønstilskot', 'mentor', 'norskferdighet', 'norskferdigheit', 'norskkunnskap', 'tiltak', 'nasjonalitet', 'nationality', 'statsborger',
  'sosialhjelp', 'nedsattarbeidsevne', 'nedsettarbeidsevne', 'redusertarbeidsevne', 'asyl', 'oppholdstillatelse', 'opphaldsløyve',
  'kollektivbeskyttelse', 'kollektivtvern', 'innsatsgruppe', 'tilskudd', 'tilskot', 'kvalifiseringsprogram',
  'refugee', 'asylum', 'wagesubsidy', 'introductionprogram', 'socialassistance', 'біжен', 'притулк',
  'ukrain', 'україн', 'syrer', 'syrisk', 'syria', 'afgh', 'eritre', 'somal', 'irak', 'iraq', 'iransk', 'iraner', 'sudan', 'etiop', 'kongol',
  'russisk', 'russer', 'russland', 'russian', 'belarus', 'hviteruss', 'kviteruss', 'palestin', 'tyrkisk', 'tyrker', 'tyrkia', 'kurdisk', 'kurder',
  'pakistan', 'myanmar', 'burmes', 'vietnam', 'polsk', 'polen', 'moldov', 'georgisk', 'jemen', 'libanes', 'libanon', 'colombia', 'venezuela',
] as const;

/** Letters only, lower case, compatibility forms folded: spacing, hyphens and invisible characters hide nothing. */
function letters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}]+/gu, '');
}

/** Whether a text holds a word that may not reach an employer without consent. */
export function holdsWithheldWord(text: string): boolean {
  const plain = letters(text);
  return WITHHELD.some((word) => plain.includes(word));
}
