/** What a vocabulary must answer: is this a word on its own? */
export interface Vocabulary {
  readonly has: (word: string) => boolean;
}

const shortestPart = 3;
/** Longer words are not looked at: no Norwegian compound of interest is longer, and the time stays bounded. */
const longestWord = 60;

/**
 * Splits a Norwegian compound into words of the vocabulary, with the linking letters -s- and -e- left out
 * and a dropped third consonant put back ("busstopp" → "buss", "stopp"). The fewest parts win; among these the
 * longest last part, because the last part says what kind of thing it is. A word that is in the vocabulary
 * as a whole comes back alone; one that cannot be split gives an empty list.
 *
 * @param word lower case, in the same spelling (folded or not) as the vocabulary
 * @example splitCompound('barnehageassistent', new Set(['barnehage', 'assistent'])) // => ['barnehage', 'assistent']
 */
export function splitCompound(word: string, vocabulary: Vocabulary): string[] {
  if (vocabulary.has(word)) return [word];
  if (word.length < 2 * shortestPart || word.length > longestWord) return [];
  // best[end] = the best split of word[0, end), or undefined.
  const best = new Array<string[] | undefined>(word.length + 1);
  best[0] = [];
  for (let end = shortestPart; end <= word.length; end += 1) {
    for (let start = 0; start <= end - shortestPart; start += 1) {
      consider(best, { word, start, end }, vocabulary);
    }
  }
  return best[word.length] ?? [];
}

function consider(best: (string[] | undefined)[], cut: { word: string; start: number; end: number }, vocabulary: Vocabulary): void {
  const { word, start, end } = cut;
  const part = word.slice(start, end);
  if (!vocabulary.has(part)) return;
  const before = beforePart(best, word, start) ?? restoredConsonant(best, cut, vocabulary);
  if (before === undefined) return;
  const current = best[end];
  // Starts come in rising order, so an earlier hit of the same size has the longer last part and stays.
  if (current === undefined || before.length + 1 < current.length) best[end] = [...before, part];
}

/** The split of what comes before `start`, with or without a linking letter there. */
function beforePart(best: readonly (string[] | undefined)[], word: string, start: number): string[] | undefined {
  const plain = best[start];
  if (plain !== undefined) return plain;
  const link = word[start - 1];
  return link === 's' || link === 'e' ? (start - 1 > 0 ? best[start - 1] : undefined) : undefined;
}

/** "buss" + "stopp" is written "busstopp": the shared consonant may belong to both. */
function restoredConsonant(
  best: readonly (string[] | undefined)[],
  { word, start }: { word: string; start: number },
  vocabulary: Vocabulary,
): string[] | undefined {
  const letter = word[start];
  if (letter === undefined || letter !== word[start - 1]) return undefined;
  for (let from = Math.max(0, start - 20); from <= start - 2; from += 1) {
    const earlier = word.slice(from, start) + letter;
    const before = best[from];
    if (before !== undefined && vocabulary.has(earlier)) return [...before, earlier];
  }
  return undefined;
}
