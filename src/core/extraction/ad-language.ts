import { wordSet } from './fold.js';

const NORWEGIAN = wordSet('og i på som er til for med av du vi har det en et å den de kan vil om oss deg eller ikke må hos fra skal ikkje eg me dei ein eit vere frå jobb søker stilling');
const ENGLISH = wordSet('and the of to you we with is are a an in your our will be have who this that on as or at for from work job looking position');

/** The language an ad is written in; null when it is too short or too mixed to say. */
export function adLanguage(folded: string): 'no' | 'en' | null {
  let norwegian = 0;
  let english = 0;
  for (const match of folded.slice(0, 6000).matchAll(/\w+/g)) {
    const word = match[0];
    if (NORWEGIAN.has(word)) norwegian += 1;
    if (ENGLISH.has(word)) english += 1;
  }
  if (norwegian + english < 4 && (norwegian > english || /[AEO]/.test(folded))) return 'no';
  if (english > 4 * norwegian) return 'en';
  return norwegian >= english ? 'no' : null;
}
