import type { Gap } from '../../matching/gap.js';
import type { Locale, LocalText } from '../rule-set.js';

const text = (...[nb, nn, en, uk]: readonly [nb: string, nn: string, en: string, uk: string]): LocalText => ({ nb, nn, en, uk });

const LANGUAGES: Readonly<Record<string, LocalText>> = {
  no: text('norsk', 'norsk', 'Norwegian', 'норвезька'),
  en: text('engelsk', 'engelsk', 'English', 'англійська'),
  uk: text('ukrainsk', 'ukrainsk', 'Ukrainian', 'українська'),
  ru: text('russisk', 'russisk', 'Russian', 'російська'),
  pl: text('polsk', 'polsk', 'Polish', 'польська'),
  de: text('tysk', 'tysk', 'German', 'німецька'),
  sv: text('svensk', 'svensk', 'Swedish', 'шведська'),
  da: text('dansk', 'dansk', 'Danish', 'данська'),
};

const WORDS: Readonly<Record<string, LocalText>> = {
  oral: text('muntlig', 'munnleg', 'oral', 'усно'),
  written: text('skriftlig', 'skriftleg', 'written', 'письмово'),
  none: text('ingen', 'ingen', 'none', 'немає'),
  applied: text('søkt', 'søkt', 'applied for', 'подано заявку'),
  in: text('i fagfelt', 'i fagfelt', 'in field', 'у галузі'),
  or: text('eller', 'eller', 'or', 'або'),
  and: text('og', 'og', 'and', 'і'),
  year: text('år', 'år', 'year', 'рік'),
  years: text('år', 'år', 'years', 'р.'),
  level: text('utdanningsnivå', 'utdanningsnivå', 'education level', 'рівень освіти'),
};

const KINDS: Readonly<Record<Gap['kind'], LocalText>> = {
  language: text('språk', 'språk', 'language', 'мова'),
  education: text('utdanning', 'utdanning', 'education', 'освіта'),
  recognition: text('godkjenning av utdanning', 'godkjenning av utdanning', 'recognition of education', 'визнання освіти'),
  authorisation: text('autorisasjon', 'autorisasjon', 'authorisation', 'авторизація'),
  certificate: text('sertifikat', 'sertifikat', 'certificate', 'сертифікат'),
  licence: text('førerkort', 'førarkort', 'driving licence', 'водійське посвідчення'),
  experience: text('erfaring', 'erfaring', 'experience', 'досвід'),
  distance: text('reisevei', 'reiseveg', 'journey', 'дорога на роботу'),
  hours: text('arbeidstid', 'arbeidstid', 'working hours', 'робочий час'),
  preference: text('egne ønsker', 'eigne ønske', 'your own wishes', 'ваші побажання'),
};

/** Names to show for ids, keyed by id; an id without a name is shown as it is. */
export type Names = ReadonlyMap<string, string>;
const NO_NAMES: Names = new Map();

/** The kind of a gap in words, e.g. `språk`. */
export function gapKindName(kind: Gap['kind'], locale: Locale): string {
  return KINDS[kind][locale];
}

const NO_SKILL: Readonly<Record<Locale, (language: string) => string>> = {
  nb: (language) => `ingen ${language}`,
  nn: (language) => `ingen ${language}`,
  en: (language) => `no ${language}`,
  uk: (language) => `${language}: немає`,
};

/** A demand in code form (`no B1 oral`, `truck-T1`) in words (`norsk B1 muntlig`, `truckførerbevis T1`). */
export function inWords(code: string, locale: Locale, names: Names = NO_NAMES): string {
  const named = names.get(code);
  if (named !== undefined) return named;
  const [language, level] = code.split(' ');
  if (language !== undefined && level === 'none') return NO_SKILL[locale](LANGUAGES[language]?.[locale] ?? language);
  return code.split(/(\s+|[,/])/).map((token) => (LANGUAGES[token] ?? WORDS[token])?.[locale] ?? names.get(token) ?? token).join('');
}

const PHRASE: Readonly<Record<Locale, (kind: string, needs: string, has: string | null) => string>> = {
  nb: (kind, needs, has) => `Avstand i ${kind}: stillingen krever ${needs}, ${has === null ? 'og det er ikke registrert' : `registrert er ${has}`}.`,
  nn: (kind, needs, has) => `Avstand i ${kind}: stillinga krev ${needs}, ${has === null ? 'og det er ikkje registrert' : `registrert er ${has}`}.`,
  en: (kind, needs, has) => `Gap in ${kind}: the job needs ${needs}, ${has === null ? 'and your record does not say' : `your record says ${has}`}.`,
  uk: (kind, needs, has) => `Чого бракує (${kind}): для роботи потрібно ${needs}, ${has === null ? 'а у вашій анкеті цього не вказано' : `у вашій анкеті вказано ${has}`}.`,
};

/** One sentence naming a gap: what is needed and what is recorded. */
export function gapPhrase(gap: Gap, locale: Locale, names: Names = NO_NAMES): string {
  const has = gap.has === null ? null : inWords(gap.has, locale, names);
  return PHRASE[locale](gapKindName(gap.kind, locale), inWords(gap.needs, locale, names), has);
}
