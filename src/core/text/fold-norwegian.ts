const single: Readonly<Record<string, string>> = {
  æ: 'ae', ä: 'ae', ø: 'o', ö: 'o', å: 'a', ð: 'd', đ: 'd', þ: 'th', ß: 'ss', ł: 'l', œ: 'o', ı: 'i', ґ: 'г', ё: 'е',
};
const special = /[æäøöåðđþßłœıґё]/g;
const plainAscii = /^[ -`{-~]*$/;
const pairs = /aa|oe/g;
const marks = /\p{M}+/gu;

/**
 * One spelling for words that people write differently: lower case, å/aa → a, ø/ö/oe → o, æ/ä → ae, and
 * without diacritics (é → e, й → и, ї → і). Only for comparing, never for showing: two different words
 * may fold to the same. Folding twice changes nothing more.
 *
 * @example foldNorwegian('Sjåfør') // => 'sjafor'
 * @example foldNorwegian('LAERER') === foldNorwegian('lærer') // => true
 */
export function foldNorwegian(text: string): string {
  let folded = text.toLowerCase();
  if (!plainAscii.test(folded)) {
    folded = folded.normalize('NFC').replace(special, (letter) => single[letter] ?? letter);
    // Taking a mark off may leave a letter of the list ("ǣ" → "æ"), which is then replaced as it would be on its own.
    folded = folded.normalize('NFD').replace(marks, '').normalize('NFC').replace(special, (letter) => single[letter] ?? letter);
  }
  // Replacing may bring two letters together ("aaa" → "aa"), so until nothing is left.
  for (let before = ''; before !== folded;) {
    before = folded;
    folded = folded.replace(pairs, (pair) => (pair === 'aa' ? 'a' : 'o'));
  }
  return folded;
}
