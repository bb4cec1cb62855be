/** A word: letters, digits and combining marks; an apostrophe inside it; "++" or "#" after it ("c++", "c#"). */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ`´][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*(?:\+\+|#)?/gu;
const apostrophes = /['’ʼ`´]/g;

/**
 * The words of a text in order, in lower case and composed form (NFC). Letters and digits of any script
 * stay together ("3d", "b2b"), "c++" and "c#" keep their signs, apostrophes inside a word are dropped
 * ("м'ясник" → "мясник"), everything else separates. An empty text gives an empty list.
 *
 * @example tokenize('Utvikler (C++/C#), 3D – 80 %') // => ['utvikler', 'c++', 'c#', '3d', '80']
 */
export function tokenize(text: string): string[] {
  const found = text.normalize('NFC').toLowerCase().match(word);
  if (found === null) return [];
  return found.map((token) => (token.search(apostrophes) < 0 ? token : token.replace(apostrophes, '')));
}
