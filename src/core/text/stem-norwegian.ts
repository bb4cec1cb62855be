import porter from 'natural/lib/natural/stemmers/porter_stemmer_no.js';

/**
 * Inflected agent nouns in bokmål and nynorsk, back to "-er": the Porter stemmer cuts "sykepleier" to
 * "sykeplei" but "sykepleierne" to "sykepleiern" and "sykepleiere" to "sykepleier".
 */
const agentEnding = /(?<=\p{L}{3})(?:er(?:e|es|en|ens|ne|nes)|ar(?:ar|ane|en|e|ens)?)$/u;

/** Short words whose last letters are no ending, which the Porter stemmer cuts ("kurs" → "kur"). */
const unchanged = new Set([
  'kurs', 'hus', 'pris', 'glass', 'klasse', 'krets', 'buss', 'gass', 'pels', 'dans', 'jus', 'reise', 'post', 'kunst',
  'test', 'vest', 'fest', 'rest', 'skole', 'vare', 'mat', 'vakt', 'sport', 'kart', 'port', 'art', 'bar', 'skog', 'tolk',
  'politi', 'bygg', 'anlegg', 'finans', 'service', 'balanse', 'helse', 'pulse', 'analyse', 'base', 'data', 'media', 'disse',
]);

const memory = new Map<string, string>();
/** Enough for the words of a large caseload; the memory starts afresh when it is full so it cannot grow without end. */
const memoryLimit = 50_000;

/**
 * The stem of one Norwegian word (bokmål or nynorsk) for comparing, in lower case with its own letters
 * (not folded). Inflected forms of agent nouns meet: "sykepleier", "sykepleieren", "sykepleierne" and
 * "sykepleiere" all give "sykeplei". Words of up to three letters and words in other scripts come back as they are.
 *
 * Source: `natural`'s Norwegian Porter stemmer, with the corrections above.
 *
 * @example stemNorwegian('sykepleierne') // => 'sykeplei'
 */
export function stemNorwegian(word: string): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const stem = stemOnce(word.toLowerCase());
  if (memory.size >= memoryLimit) memory.clear();
  memory.set(word, stem);
  return stem;
}

/** The physician, which the Porter stemmer takes for the adjective ending "-leg" ("tannlege" → "tann"). */
const physician = /leg(?:e|en|er|ene|ar|ane)s?$/;

function stemOnce(word: string): string {
  if (word.length <= 3 || unchanged.has(word) || !/^[a-zæøåéèêóòôüäö]+$/.test(word)) return word;
  if (physician.test(word)) return word.replace(physician, 'lege');
  const singular = word.replace(agentEnding, 'er');
  const stem = porter.stem(singular);
  return stem.length < 3 ? word : stem;
}
