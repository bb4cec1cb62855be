/**
 * Folding keeps every offset: one character in, one character out. Norwegian letters become capitals, which the
 * lower-cased text has no other use for, so that plain `\b` and `\w` see whole Norwegian words without Unicode mode.
 */
const FOLDED: Readonly<Record<string, string>> = {
  å: 'A', æ: 'E', ä: 'E', ø: 'O', ö: 'O', é: 'e', è: 'e', ê: 'e', ë: 'e', ü: 'u', ò: 'o', ó: 'o', ô: 'o', á: 'a', à: 'a',
  '\u00a0': ' ', '\u2007': ' ', '\u2009': ' ', '\u202f': ' ', '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-',
  '\u2014': '-', '\u2212': '-', '\u2018': "'", '\u2019': "'", '\u00b4': "'", '\u201c': '"', '\u201d': '"', '«': '"', '»': '"',
};

/** Lower case with Norwegian letters as capitals and typographic signs as plain ones; the same length as `text`. */
export function fold(text: string): string {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) lower = lowerKeepingLength(text);
  return lower.replace(/[\t\u0080-\uffff]/g, (sign) => FOLDED[sign] ?? (sign === '\t' ? ' ' : sign));
}

// A few letters grow when lower-cased (İ becomes two code units); those keep their own form.
function lowerKeepingLength(text: string): string {
  let out = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    const lower = unit.toLowerCase();
    out += lower.length === 1 ? lower : unit;
  }
  return out;
}

/**
 * A regular expression written in ordinary Norwegian that runs on folded text.
 *
 * @param source pattern with lower-case æ, ø and å; use `String.raw`
 * @param flags as for RegExp; `g` when absent
 */
export function pattern(source: string, flags = 'g'): RegExp {
  return new RegExp(source.replace(/[æøå]/g, (letter) => FOLDED[letter] ?? letter), flags);
}

/** A set of Norwegian words in folded form, from one string with spaces between them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== '').map(fold));
}

/** Every match of a global expression, in order; like `matchAll` without copying the expression each time. */
export function allMatches(expression: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push(match);
    if (match[0] === '') expression.lastIndex += 1;
  }
  return found;
}
