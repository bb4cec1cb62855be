import { allMatches, pattern } from './fold.js';
import { placesOf, sentencesWith, type Ad, type Place } from './ad.js';
import type { Sentence } from './sentences.js';
import type { Finding, Span } from './span.js';

/** Position percentage, whole numbers 1–100. One `percent`, or a range with either end unknown. */
export interface PercentReading {
  readonly percent?: number;
  readonly minPercent?: number;
  readonly maxPercent?: number;
  readonly span: Span;
  readonly confidence: number;
}

const PERCENT_SIGN = /%|prosent|pst|per ?cent/g;

interface Share {
  readonly low: number | null;
  readonly high: number | null;
  readonly span: Span;
  readonly confidence: number;
}

const SIGN = String.raw`(?: ?%| ?prosents?\b| ?pst\.?| ?per ?cent\b| ?percent\b)`;
const SHARE = pattern(String.raw`(?<most>\b(?:inntil|opptil|opp til|maks(?:imalt|imum)?|max|up to)(?: ca\.?)? )?(?<least>\b(?:minimum|minst|min\.?|fra|at least|from)(?: ca\.?)? )?(?<![\d.,/-])\b(?<low>\d{1,3})(?:[.,]\d{1,2})?${SIGN}?(?: ?(?:-|til|to|/|eller|og) ?(?:ca\.? ?|opptil )?(?<high>\d{1,3})(?:[.,]\d{1,2})?)?${SIGN}[ -]?(?<after>\w*)`);
const POSITION = pattern(String.raw`stilling\w*|\bfast\b|\bfaste\b|vikariat\w*|engasjement\w*|\bturnus\b|årsverk|heltid\w*|heiltid\w*|deltid\w*|fulltid\w*|ansettelse\w*|tilsetting\w*|\bposition\w*|\bemployment|full[- ]time|part[- ]time|\bpermanent\b|omfang|stillingsbrøk|\barbeid\b|midlertidig\w*|\bjobb\b|\bstk\b|helg\w*|\bledig\w*|extent|\btemporary|work load|workload|nattevakt|sykepleier|helsefagarbeider|\bassistent\b|lærer|renholder|stillingsprosent|\bfte\b|timer? (?:per|i) uken?|\bsøker\b|\bsøkjer\b|\bsøkes\b|\btrenger\b|\btreng\b|\bdet blir\b|\bvaktene\b`, '');
const NOT_POSITION = pattern(String.raw`^(?:av\b|rabatt|avslag|pensjon|kvinner|menn|tillegg|økning|vekst|eierandel|eid\b|of\b|bonus|provisjon|lønnsøkning|fornybar|egenkapital|norsk|organic|økologisk|elektrisk|fra\b|nedgang|discount|kundetilfreds|dekning|lønn|sykefravær|omsetning|mva|feriepenger|oppslutning|innsats|fokus|fornøyd|remote|digital|plantebasert|stilling i tillegg)`, '');
const MONEY = pattern(String.raw`\b(?:\w*tillegg|pensjon\w*|rabatt\w*|bonus|provisjon|feriepenger|overtid\w*|otp|innskudd\w*|eier|kvinneandel|sykefravær|\w*andel(?:en)?|trekk|skatt|avgift|økt|vekst|omsetning\w*|bemanning på|discount|pension)\D{0,25}$`, '');
const FULL_TIME = pattern(String.raw`\b(?:heltid(?:sstilling\w*)?|heiltid\w*|fulltid(?:sstilling\w*)?|full stilling|hel stilling|heil stilling|hele stillinger|full[- ]time)\b`);
const HALF_TO_FULL = pattern(String.raw`\b(?:halv|half)(?: (?:stilling|position))?(?: ?- ?| til | eller | to | og )(?:full|hel|heil)\b(?: (?:stilling|position|tid))?`);
const OTHER_TIME = pattern(String.raw`\bdeltid\w*|\bpart[- ]time|\bheltidskultur|\bheltid(?:s)?(?:student|ansatt)|\bheltid ?(?:/|eller|og|-)|(?:/|eller|or|og) (?:heltid|full)`, '');
const LATER = pattern(String.raw`(?:mulighet\w*|moglegheit\w*|økning|økes|utvid\w*|opp mot|possibility|opportunity|etter hvert|på sikt|kan bli|søke om|ønskes? økt)\D{0,40}$`, '');

/** How large the position is. Several positions give the range they span; "inntil 90 %" gives no minimum. */
export function readPercent(ad: Ad): PercentReading | null {
  const read = sentencesWith(ad, PERCENT_SIGN).map((sentence) => ({ isTitle: sentence.kind === 'title', shares: readShares(sentence) }));
  const shares = read.flatMap((one) => one.shares);
  const titled = read.filter(({ isTitle }) => isTitle).flatMap((one) => one.shares);
  const used = titled.length > 0 && shares.length > titled.length ? preferBody(titled, shares.slice(titled.length)) : shares;
  if (used.length > 0) return combined(used);
  return readFullTime(ad);
}

/** The title and the text mostly say the same; where the text says more (a range), it decides. */
function preferBody(titled: readonly Share[], body: readonly Share[]): readonly Share[] {
  return body.some(({ low }) => low !== null && titled.some((one) => one.low === low)) && body.length === 1 ? body : titled;
}

function readShares(sentence: Sentence): Share[] {
  const shares: Share[] = [];
  for (const match of allMatches(SHARE, sentence.folded)) {
    const share = asShare(sentence, match);
    if (share !== null) shares.push(share);
  }
  return shares;
}

function asShare(sentence: Sentence, match: RegExpExecArray): Share | null {
  const { most, least, low, high } = match.groups ?? {};
  const end = match.index + match[0].length;
  const before = sentence.folded.slice(Math.max(0, match.index - 45), match.index);
  const after = sentence.folded.slice(end - (match.groups?.['after'] ?? '').length, end + 45);
  if (NOT_POSITION.test(after) || MONEY.test(before) || LATER.test(before)) return null;
  const isTitle = sentence.kind === 'title';
  if (!isTitle && !POSITION.test(sentence.folded) && !POSITION.test(sentence.heading)) return null;
  const from = inRange(low);
  const to = inRange(high);
  if (from === null) return null;
  const written = match[0].slice(0, match[0].length - (match.groups?.['after'] ?? '').length).trimEnd();
  const span = { start: sentence.start + match.index, end: sentence.start + match.index + written.length };
  if (most !== undefined && to === null) return { low: null, high: from, span, confidence: 0.9 };
  if (to !== null) return { low: Math.min(from, to), high: Math.max(from, to), span, confidence: 0.93 };
  if (least !== undefined) return { low: from, high: null, span, confidence: 0.85 };
  return { low: from, high: from, span, confidence: isTitle ? 0.9 : 0.94 };
}

function inRange(written: string | undefined): number | null {
  const value = Number(written ?? Number.NaN);
  return Number.isFinite(value) && value >= 1 && value <= 100 ? Math.round(value) : null;
}

function combined(shares: readonly Share[]): PercentReading | null {
  const [first] = shares;
  if (first === undefined) return null;
  const lows = shares.map(({ low }) => low);
  const highs = shares.map(({ high }) => high);
  const low = lows.includes(null) ? null : Math.min(...lows.filter((one) => one !== null));
  const high = highs.includes(null) ? null : Math.max(...highs.filter((one) => one !== null));
  const base = { span: first.span, confidence: first.confidence };
  if (low !== null && low === high) return { percent: low, ...base };
  return { ...(low === null ? {} : { minPercent: low }), ...(high === null ? {} : { maxPercent: high }), ...base };
}

function readFullTime(ad: Ad): PercentReading | null {
  const [part] = placesOf(ad, HALF_TO_FULL);
  if (part !== undefined) return { minPercent: 50, maxPercent: 100, span: spanOf(part), confidence: 0.8 };
  const full = placesOf(ad, FULL_TIME).find(({ sentence, start }) => !LATER.test(sentence.folded.slice(Math.max(0, start - 45), start)));
  if (full === undefined || OTHER_TIME.test(ad.folded)) return null;
  return { percent: 100, span: spanOf(full), confidence: 0.85 };
}

const spanOf = ({ sentence, start, end }: Place): Span => ({ start: sentence.start + start, end: sentence.start + end });

/** The reading as findings under the names of the record, for the evidence list. */
export function percentFindings(reading: PercentReading): readonly (readonly ['percent' | 'minPercent' | 'maxPercent', Finding<number>])[] {
  const names = ['percent', 'minPercent', 'maxPercent'] as const;
  return names.flatMap((name) => {
    const value = reading[name];
    return value === undefined ? [] : [[name, { value, span: reading.span, confidence: reading.confidence }] as const];
  });
}
