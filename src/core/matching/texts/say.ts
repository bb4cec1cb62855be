/** Bokmål names of the languages the records meet most; others are shown by their code. */
const LANGUAGES: Readonly<Record<string, string>> = {
  no: 'norsk', en: 'engelsk', uk: 'ukrainsk', ru: 'russisk', pl: 'polsk', ar: 'arabisk', sv: 'svensk', da: 'dansk', de: 'tysk', fr: 'fransk',
  es: 'spansk', so: 'somali', ti: 'tigrinja', am: 'amharisk', fa: 'persisk', prs: 'dari', ps: 'pasjto', ku: 'kurdisk', kmr: 'kurmandji', tr: 'tyrkisk',
  sw: 'swahili', lt: 'litauisk', ro: 'rumensk', lv: 'latvisk', bg: 'bulgarsk', se: 'nordsamisk',
};

const LANGUAGE_NEED = /\b([a-z]{2,3}) (none|A1|A2|B1|B2|C1|C2) (oral|written)\b/g;
const EDUCATION_NEED = /^level (\d)(?: in ([\d/]+))?$/;

const EDUCATION_LEVELS = [
  'ingen utdanning', 'barneskole', 'ungdomsskole', 'påbegynt videregående', 'fullført videregående eller fagbrev', 'fagskole eller påbygging',
  'høyere utdanning inntil 4 år', 'høyere utdanning over 4 år', 'forskerutdanning',
] as const;

export const languageName = (code: string): string => LANGUAGES[code] ?? code;

/** Name of a NUS2000 level, 0–8. */
export const educationLevelName = (level: number): string => EDUCATION_LEVELS[level] ?? `nivå ${String(level)}`;

/** A demand in code form (`no B1 oral`, `level 4 in 57`) as bokmål; other text is shown as it is. */
export function sayDemand(needs: string): string {
  const education = EDUCATION_NEED.exec(needs);
  if (education) return educationLevelName(Number(education[1])) + (education[2] === undefined ? '' : ` innen riktig fag`);
  return needs.replace(LANGUAGE_NEED, (...found: string[]) => {
    const [, code = '', level = '', skill = ''] = found;
    return `${languageName(code)} ${level === 'none' ? 'ingen' : level} ${skill === 'oral' ? 'muntlig' : 'skriftlig'}`;
  });
}
