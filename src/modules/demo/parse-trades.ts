import type { EmploymentKind, WorkingHours } from '../../core/records/vacancy.js';
import type { Trade, TradeText } from './vocabulary.js';

type Lines = ReadonlyMap<string, readonly string[]>;

/**
 * Reads trades from text: `[id]` starts a trade in bokmål, `[id nn]` and `[id en]` its words in another language; each
 * line below is a key, a space and a value, and a key may stand several times. `|` parts alternatives.
 *
 * @throws Error naming the trade and key when something is missing
 */
export function parseTrades(text: string): Trade[] {
  const sections = readSections(text);
  return [...sections].filter(([header]) => !header.includes(' ')).map(([id, lines]) => toTrade(id, lines, sections));
}

function readSections(text: string): Map<string, Map<string, string[]>> {
  const sections = new Map<string, Map<string, string[]>>();
  let section = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const header = /^\[(.+)\]$/.exec(line)?.[1];
    if (header !== undefined) {
      section = new Map();
      sections.set(header, section);
    } else if (line !== '' && !line.startsWith('#')) {
      const space = line.indexOf(' ');
      const key = line.slice(0, space);
      section.set(key, [...(section.get(key) ?? []), line.slice(space + 1).trim()]);
    }
  }
  return sections;
}

function toTrade(id: string, lines: Lines, sections: ReadonlyMap<string, Lines>): Trade {
  const one = (key: string, otherwise?: string): string => {
    const value = lines.get(key)?.[0] ?? otherwise;
    if (value === undefined) throw new Error(`trade ${id}: "${key}" is missing`);
    return value;
  };
  const other = (written: 'nn' | 'en') => sections.get(`${id} ${written}`);
  const [nn, en] = [other('nn'), other('en')];
  return {
    id,
    styrk: one('styrk'), group: one('group'), industries: alternatives(one('nace')),
    sector: one('sector', 'private') as Trade['sector'], place: one('place'), demand: one('demand'), weight: Number(one('weight')),
    hours: alternatives(one('hours')).map((hours) => hours.split(' ') as WorkingHours[]),
    percents: one('percent').split(' ').map(Number),
    employment: one('employment').split(' ') as EmploymentKind[],
    employers: alternatives(one('employer')),
    remotePercent: Number.parseInt(one('remote', '0'), 10),
    certificates: (lines.get('certificate') ?? []).map((line) => {
      const [certificate = '', percent = ''] = line.split(' ');
      return { id: certificate, percent: Number.parseInt(percent, 10) };
    }),
    ...demands(lines),
    texts: { nb: toText(lines), ...(nn && { nn: toText(nn) }), ...(en && { en: toText(en) }) },
  };
}

function demands(lines: Lines): Partial<Pick<Trade, 'experience' | 'education' | 'authorisation' | 'licence'>> {
  const [years = '', howOften = ''] = lines.get('experience')?.[0]?.split(' ') ?? [];
  const [min = 0, max = min] = years.split('-').map(Number);
  const [level, field = '', percent = '', strictness] = lines.get('education')?.[0]?.split(' ') ?? [];
  const authorisation = lines.get('authorisation')?.[0]?.split(' ')[0];
  const [licence, licencePercent = ''] = lines.get('licence')?.[0]?.split(' ') ?? [];
  return {
    ...(years !== '' && { experience: { min, max, percent: Number.parseInt(howOften, 10) } }),
    ...(level !== undefined && { education: { level: Number(level), field, percent: Number.parseInt(percent, 10), strict: strictness === 'strict' } }),
    ...(authorisation !== undefined && { authorisation }),
    ...(licence !== undefined && { licence: { class: licence, percent: Number.parseInt(licencePercent, 10) } }),
  };
}

function toText(lines: Lines): TradeText {
  const all = (key: string): readonly string[] => lines.get(key) ?? [];
  const optional = <Key extends string>(name: Key, value: string | undefined): Partial<Record<Key, string>> =>
    (value === undefined || value === '' ? {} : { [name]: value }) as Partial<Record<Key, string>>;
  return {
    titles: all('titles').flatMap(alternatives),
    about: all('about'),
    tasks: all('task'),
    duties: all('duty').flatMap(alternatives),
    details: all('detail'),
    languageWhy: all('languagewhy')[0] ?? '',
    certificateNames: all('certificate-name'),
    ...optional('experienceIn', all('experience-in')[0]),
    ...optional('educationName', all('education-name')[0] ?? afterWords(all('education')[0], 4)),
    ...optional('authorisationName', all('authorisation-name')[0] ?? afterWords(all('authorisation')[0], 1)),
    ...optional('licenceWhy', all('licence-why')[0]),
  };
}

const afterWords = (line: string | undefined, count: number): string | undefined => line?.split(' ').slice(count).join(' ');

const alternatives = (value: string): string[] => value.split('|').map((part) => part.trim());
