import type { Sentence } from './sentences.js';

/** An ad cut up for reading. */
export interface Ad {
  /** The whole plain text, folded; sentence offsets point into it. */
  readonly folded: string;
  /** In order of the text, without overlaps. */
  readonly sentences: readonly Sentence[];
  /** The language it is written in; null = too short or too mixed to say. */
  readonly language: 'no' | 'en' | null;
}

/** One place where an expression fits inside a sentence; offsets are in the sentence. */
export interface Place {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
}

const endOf = ({ start, folded }: Sentence): number => start + folded.length;

/** Index of the sentence that holds `offset`, or of the next one. */
function indexAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (sentence !== undefined && endOf(sentence) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The sentences in which `trigger` (with the flag g) fits, each once, in order. One pass over the text instead of one for each
 * sentence: most sentences say nothing of most things.
 */
export function sentencesWith({ folded, sentences }: Ad, trigger: RegExp): Sentence[] {
  const found: Sentence[] = [];
  trigger.lastIndex = 0;
  for (let match = trigger.exec(folded); match !== null; match = trigger.exec(folded)) {
    const sentence = sentences[indexAt(sentences, match.index)];
    if (sentence === undefined) break;
    if (sentence.start > match.index) trigger.lastIndex = Math.max(match.index + 1, Math.min(sentence.start, trigger.lastIndex));
    else {
      found.push(sentence);
      trigger.lastIndex = endOf(sentence);
    }
  }
  trigger.lastIndex = 0;
  return found;
}

/** Every place where `expression` (with the flag g) fits within one sentence, in order. */
export function placesOf({ folded, sentences }: Ad, expression: RegExp): Place[] {
  const found: Place[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(folded); match !== null; match = expression.exec(folded)) {
    const end = match.index + match[0].length;
    if (end === match.index) expression.lastIndex += 1;
    const sentence = sentences[indexAt(sentences, match.index)];
    if (sentence !== undefined && sentence.start <= match.index && end <= endOf(sentence)) {
      found.push({ sentence, start: match.index - sentence.start, end: end - sentence.start });
    }
  }
  return found;
}

/** The sentence before `sentence`, if any. */
export function previousOf({ sentences }: Ad, sentence: Sentence): Sentence | undefined {
  return sentences[indexAt(sentences, sentence.start) - 1];
}

/** The sentence after `sentence`, if any. */
export function nextOf({ sentences }: Ad, sentence: Sentence): Sentence | undefined {
  return sentences[indexAt(sentences, sentence.start) + 1];
}
