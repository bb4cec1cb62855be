import { fold } from './fold.js';

const anyOf = (words: string): RegExp => new RegExp(`\\b(?:${fold(words).split(' ').join('|')})\\b`, 'g');
const NORWEGIAN = anyOf('og i på som er til for med av du vi har det en et å den de kan vil om oss deg eller ikke må hos fra skal ikkje eg me dei ein eit vere frå jobb søker stilling');
const ENGLISH = anyOf('the and of to you we with for is are a an in your our will be have who this that on as or at from work job looking position');
const LOOKED_AT = 900;

/** The language an ad is written in; null when it is too mixed to say. A short text with a Norwegian word or letter is Norwegian. */
export function adLanguage(folded: string): 'no' | 'en' | null {
  const start = folded.slice(0, LOOKED_AT);
  const norwegian = start.match(NORWEGIAN)?.length ?? 0;
  const english = start.match(ENGLISH)?.length ?? 0;
  if (norwegian + english < 4 && (norwegian > english || /[AEO]/.test(start))) return 'no';
  if (english > 4 * norwegian) return 'en';
  return norwegian >= english ? 'no' : null;
}
