import type { VacancyRecord } from '../../core/records/vacancy.js';
import { LEAST_CONFIDENCE_TO_FIX, type AdKnowledge } from '../ads/read-ad.js';
import type { FieldIssue } from '../ingestion/issue.js';
import type { NavAd, NavCategory } from './nav-forms.js';

/** As sure as this the title contradicts a code of another major group. */
const SURE = 0.95;

/** STYRK-08 of the feed goes before NAV's extension of it. */
const TYPES: readonly (string | undefined)[] = ['STYRK08', 'STYRK08NAV'];

/**
 * The STYRK-08 code of an ad. NAV's six digits ("2342.07") are cut at the dot, and a code counts only when it exists.
 * Without one the field stays empty, and matching reads the title; what it would read is told, not fixed.
 */
export function mapStyrk({ categoryList, jobtitle }: NavAd, { title, text }: { title: string; text: string }, { tables, linker }: AdKnowledge): { value: Pick<VacancyRecord, 'styrk'>; warnings: FieldIssue[] } {
  const codes = codesOf(categoryList);
  const good = codes.find((code) => code.length === 4 && tables.styrk.has(code));
  const suggestions = linker.link(good === undefined ? (jobtitle ?? title) : title, { text });
  const [first] = suggestions;
  if (good !== undefined) {
    const doubtful = first !== undefined && first.confidence >= SURE && first.styrk.charAt(0) !== good.charAt(0) && suggestions.every(({ styrk }) => styrk !== good);
    const warning = { path: 'styrk', code: 'styrk.doubtful', value: good, mend: `Tittelen tyder på ${first?.styrk ?? ''} ${first?.name ?? ''}. Rett koden hvis den er feil.` };
    return { value: { styrk: good }, warnings: doubtful ? [warning] : [] };
  }
  const [given] = codes;
  const hint = first === undefined ? 'Tittelen er heller ikke gjenkjent.' : `Tittelen leses som ${first.styrk} ${first.name}${first.confidence >= LEAST_CONFIDENCE_TO_FIX ? '' : ', men usikkert'}.`;
  const warning = { path: 'styrk', code: given === undefined ? 'styrk.missing' : 'styrk.unknown', ...(given === undefined ? {} : { value: given.slice(0, 60) }), mend: `Annonsen har ingen STYRK-08-kode som finnes. ${hint}` };
  return { value: {}, warnings: [warning] };
}

/** Cut at the dot, likeliest first: by type, then score, then as listed. */
function codesOf(categories: readonly NavCategory[]): string[] {
  const styrk = categories.filter(({ categoryType, code }) => code !== undefined && TYPES.includes(categoryType));
  const sorted = [...styrk].sort((a, b) => TYPES.indexOf(a.categoryType) - TYPES.indexOf(b.categoryType) || b.score - a.score);
  return sorted.map(({ code = '' }) => (code.split('.', 1)[0] ?? '').trim());
}
