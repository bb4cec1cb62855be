import { allMatches, pattern } from './fold.js';
import { memoised } from './memoised.js';
import type { Sentence } from './sentences.js';

/** How the ad holds a thing it names: asked for, wished for, said not to be needed, or given by the employer. */
export type Modality = 'must' | 'wish' | 'negated' | 'offered';

export interface Judgement {
  readonly modality: Modality;
  /** The words say so themselves; false = read from the heading or from nothing else being said. */
  readonly explicit: boolean;
  /** A wish that is also said not to be a demand ("en fordel, men ikke et krav"). */
  readonly alsoNegated: boolean;
  /** Offset in the sentence where the words that decided end or start furthest from the thing; null = none. */
  readonly cue: { readonly start: number; readonly end: number } | null;
}

interface Cue {
  readonly modality: Modality;
  readonly side: 'before' | 'after';
  readonly start: number;
  readonly end: number;
  /** Reaches over commas: "en fordel om du har førerkort, truckbevis og …". */
  readonly wide: boolean;
}

type CueRule = readonly [Modality, Cue['side'], boolean, RegExp];

const NOT = '(?:ikke|ikkje|ikk|inga|ingen|inkje|intet|not|no|aldri|heller ikke)';
const NEED = String.raw`(?:krav|must|nødvendig\w*|påkrev\w*|forutsetning\w*|føresetnad\w*|avgjørende|avgjerande|obligatorisk|behov|krevd|viktig\w*|vesentlig\w*|required|requirements?|necessary|needed|mandatory|essential|important|prerequisite|betingelse\w*|vilkår|absolutt|need)`;
// "Pluss" between two things joins them ("utdanning pluss tre års erfaring"); as a good thing it has an article or ends the clause.
const GOOD = String.raw`(?:fordel|føremon|pluss(?:(?!\s+\w)|(?<=\b(?:et|eit|stort|er|kjempe) pluss))|bonus|fortrinn|styrke|advantage|plus(?:(?! \w)|(?<=\b(?:a|big|huge|is|strong) plus))|asset|merit)`;

const GOOD_WITH = String.raw`(?:fordel|føremon|pluss|bonus|fortrinn|styrke|advantage|plus|asset|merit)`;

// What stands first wins where two cues overlap.
const RULES: readonly CueRule[] = [
  // Said not to be needed.
  ['negated', 'after', false, pattern(String.raw`\b${NOT} (?:(?:et|eit|noe|noko|en|ein|an?|strengt|absolutt|formelt|strictly|be|altså|heller) ){0,3}${NEED}(?! (?:om|til|for|med|å|to)\b)|\b(?:kreves|krevst|trengs|trengst|forutsettes|behøves|trenger du|treng du|må du) (?:altså |heller )?${NOT}\b(?! bare\b)|\bisn't (?:a )?(?:required|requirement|necessary|needed|must)`)],
  ['negated', 'before', false, pattern(String.raw`\b${NOT} (?:\w+ )?(?:krav|behov|nødvendig|requirements?|need) (?:til|om|på|for|med|å|to)\b|\bstilles? (?:det )?(?:heller )?${NOT} (?:\w+ )?krav|\b(?:trenger|treng|behøver|krever|krev|forventer|må|treng) (?:du |dere |man |vi |me |de |altså |heller )?${NOT}\b(?! bare\b)|\b(?:do|does) not (?:need|have to|require)|\bdon't (?:need|have to|require)|\byou need not\b|\b(?:selv om|sjølv om|også om|også hvis|om|hvis) du (?:\w+ )?${NOT}\b|\b(?:even|also) if you (?:\w+ )?(?:don't|do not)\b|\b(?:uten|utan) (?:å |krav (?:til|om) |at du )|\buavhengig av\b|\bwithout\b|\b(?:snakker|kan|behersker|forstår) du (?:ikke|ikkje)\b|\bverken\b|\bhverken\b|\b(?:mer|meir|viktigere|tyngre|more|better) (?:enn|than)\b|\b(?:do not|don't) care\b`)],
  ['negated', 'before', false, pattern(String.raw`\bno (?=(?:\w+ ){1,4}(?:is |are |will be )?(?:required|needed|necessary)\b)|\b(?:ingen|inga) (?=(?:\w+ ){0,3}(?:erfaring|utdan\w+|\w+kunnskap\w*) (?:er )?(?:nødvendig|påkrevd|kreves|trengs|krav))`)],
  // Wished for: words that reach what comes after them.
  ['wish', 'before', true, pattern(String.raw`\b(?:stor |klar |en )?${GOOD_WITH}(?:er)? (?:om|med|hvis|dersom|å|viss|at|for deg som|når|if|to)\b|\b(?:positivt|fint|bra|flott|kjekt|gunstig|interessant|nyttig|artig|hyggelig|topp|supert) (?:om|med|hvis|dersom|å|viss|at)\b|\b(?:set(?:ter|t)|sett) (?:vi |me )?(?:stor |ekstra )?pris på|\bønskelig (?:med|at|å|om)|\bdet hjelper (?:å|om|hvis)\b|\bit helps (?:if|to)\b|\bønskjeleg (?:med|at|å|om)|\bønskeleg (?:med|at|å|om)|\b(?:nice to have|good to have|bonus if|plus if|advantage if)\b|\bvi ser (?:helst|gjerne)(?: at)?\b|\bwould (?:love|like) (?:it )?if\b`)],
  ['wish', 'before', false, pattern(String.raw`\b(?:gjerne|helst|fortrinnsvis|primært|ideelt sett|bør|burde|preferably|ideally|kanskje)\b|^\W*(?:ønskelig|ønskeleg|ønskjeleg)\b`)],
  // "Snakker du arabisk, er det en fordel": reaches back over the comma of its condition.
  ['wish', 'after', true, pattern(String.raw`,? (?:så |då |da )?(?:er|blir|vil|is|that is|it is|that's|it's) (?:det|dette|that|it|an?|vere|være)? ?(?:også |bare |alltid |selvsagt |selvfølgelig |naturligvis )?(?:en |et |ein |eit |an? )?(?:stor |stort |big |klar )?(?:${GOOD}|fint|bra|flott|hyggelig|supert|kjekt|topp|positivt|ønskelig|ønskeleg)\b(?! (?:om|hvis|med)\b)|\bgjør det (?:lettere|enklere)|\b(?:er|kan være) til hjelp\b|\bkommer godt med\b`)],
  // Wished for: words that reach back.
  ['wish', 'after', false, pattern(String.raw`\b(?:${GOOD}|ønskelig|ønskeleg|ønskjeleg|ønskes|ønska|ønskast|ønsket|fordelaktig|foretrekkes|foretrukket|prefereres|vektlegges|vektlagt|vektlegg|verdsettes|verdsatt|fordelaktig|positivt|kjekt|preferred|desirable|desired|beneficial|advantageous|appreciated|welcome|helpful|useful|meritterende|nyttig|praktisk|lurt|fint|bra|supert|flott|gull verdt)\b(?! (?:nok|men)\b)|\b(?:gir|gjev) (?:høyere|bedre|høgare|betre) løn\w*|\b(?:teller|tel|trekker|vurderes|ses|vil telle) (?:også |svært )?positivt|\bnice to have\b|\bplusspoeng\b|\bhelst\b`)],
  // Demanded.
  ['must', 'after', false, pattern(String.raw`\b(?:kreves|krevst|krevjast|trengs|trengst|forutsettes|må (?:til|være på plass|dokumenteres|kunne dokumenteres|fremlegges)|påkrevd|påkrevet|påkravd|obligatorisk|required|needed|mandatory|essential|a must|necessary|trengst)\b|\b(?:krav|must|nødvendig\w*|forutsetning\w*|føresetnad|avgjørende|requirement|påkrevd|viktig\w*)\b(?! (?:om|til|for|på|med|å))`)],
  ['must', 'before', true, pattern(String.raw`\b(?:må|skal|absolutt|minstekrav|krav|krever|krev|kreves|krevst|forutsetter|forutset|obligatorisk|nødvendig|must|required|requires?|requirement|need to|have to)\b`)],
  // Given by the employer, or still to come.
  ['offered', 'before', true, pattern(String.raw`\b(?:vi|me|bedriften|arbeidsgiver|kommunen|we)(?: \w+)? (?:tilbyr|tilbyd|tilbyr|tilbyder|dekker|dekkjer|dekkar|bekoster|betaler|betalar|sponser|ordner|sørger for|sørgjer for|hjelper|hjelp|gir|gjev|støtter|offer|provide|cover|pay|help|sponsor|arrange|give)\b|\b(?:tilbyr|dekker|bekoster|gir|dekkjer) (?:vi|me)\b|\bkan (?:vi|me)(?: også)? (?:tilby|dekke|gi|hjelpe)|\bmulighet(?:er|en)? (?:for|til)\b|\bmoglegheit(?:er|a)? (?:for|til)\b|\bhøve til\b|\b(?:vil )?få (?:tilbud om|opplæring|mulighet)|\bdu får\b|\b(?:opportunit\w+|chance) (?:to|for)\b|\byou (?:will )?(?:get|receive)\b|\b(?:ønsker|vil|ønskjer|villig til|motivert for|lyst til|planlegger|interessert i) (?:du )?(?:å )?(?:ta|oppnå|fullføre|gå opp til|lære)\b|\bønsker å\b|\bi (?:gang|ferd) med\b|\bfører (?:fram |frem )?til\b|\bmed tanke på\b|\bløp mot\b|\bkan (?:det )?bli\b|\b(?:gir|gjev|holder) (?:\w+ )?(?:kurs|opplæring)\b|\b(?:vi|me) (?:har|holder|melder deg på|skaffer|fornyer)\b(?= (?:\w+ ){0,5}\w*kurs)`)],
  ['offered', 'after', false, pattern(String.raw`\b(?:dekkes|dekkjast|dekkast|bekostes|betales|kan tas|kan tilbys|tilbys|tilbydes|blir gitt|vil bli gitt|gis|is provided|is covered|are covered|will be provided|er inkludert|får du|gir vi|ordner vi|dekker vi|bekoster vi|kan vi|hjelper vi|sørger vi|betaler vi|stiller vi|tilbyr vi|skaffer vi|tar du|tek du|kan du ta|tar vi|tek vi|ordnes|skaffes|tas (?:på huset|hos oss|internt|underveis)|på huset|tek det hos oss|blir gitt av oss|provided by)\b`)],
];

const STRONG_BREAK = pattern(String.raw`[;()]|\s-\s|,?\s(?:men|mens|but|however)\s|\.\s`);
const OWN_MUST = pattern(String.raw`\b(?:må|skal|krav|krever|kreves|must|required|need)\b`, '');
const OWN_VERB = pattern(String.raw`\b(?:har|kan|må|snakker|behersker|have|speak|must)\b`, '');
// The condition that such a statement answers: "Kan du …", "Hvis du …", "Har du …".
const CONDITION = pattern(String.raw`(?:^\W*|[,.] |\bog )(?:kan|har|snakker|behersker|forstår|hvis|dersom|om|er|if|should|do|skulle)\b`, '');
// "Norsk eller engelsk er likevel | en fordel når du …": said of what stands before it, whatever follows.
const IS_SAID_OF = pattern(String.raw`^(?: (?:og|eller|and|or|/) [\w-]+){0,2} (?:er|is|are|vil være|blir|would be)(?: (?!det\b)\w+){0,2} $`, '');
const LIST_END = pattern(String.raw`\b(?:og|eller|samt|and|or)\b`, '');

/** "X, Y og Z" is a list; a comma right before "og" starts a clause of its own. */
const isList = (fromComma: string): boolean => LIST_END.test(fromComma) && !/^,\s*(?:og|samt|and|sA|for)\b/.test(fromComma);

/** The cues of `sentence`; read once for each sentence. */
export const cuesOf: (sentence: Sentence) => Cues = memoised((sentence: Sentence) => new Cues(sentence));

/** The cues of a sentence, read once and asked about each thing the sentence names. */
export class Cues {
  private readonly cues: readonly Cue[];
  private readonly breaks: readonly { start: number; end: number }[];

  constructor(private readonly sentence: Sentence) {
    this.cues = readCues(sentence.folded);
    this.breaks = allMatches(STRONG_BREAK, sentence.folded).map((m) => ({ start: m.index, end: m.index + m[0].length }));
  }

  /** How the sentence holds what stands at `start`–`end` (offsets in the sentence). */
  judge(start: number, end: number): Judgement {
    const segment = this.segment(start, end);
    const after = this.after(end, segment.end, start) ?? this.inBrackets(end);
    const before = this.before(start, segment.start);
    const chosen = this.choose(before, after);
    const modality = chosen?.modality ?? bySection(this.sentence);
    if (modality === 'negated' && chosen?.side === 'after' && this.saidNext(segment.end, 'wish')) {
      return { modality: 'wish', explicit: true, alsoNegated: true, cue: { start: chosen.start, end: chosen.end } };
    }
    const open = segment.start - 1;
    // What stands in brackets and says nothing of itself is held as the words before the brackets are.
    if (chosen === null && open > 0 && this.sentence.folded.charAt(open) === '(') return this.judge(open, open);
    const denied = (modality === 'wish' || chosen === null)
      && (this.saidNext(segment.end, 'negated') || (chosen !== null && this.saidNext(chosen.end, 'negated')));
    return {
      modality: denied && chosen === null && modality === 'must' ? 'negated' : modality,
      explicit: chosen !== null,
      alsoNegated: denied && modality === 'wish',
      cue: chosen === null ? null : { start: chosen.start, end: chosen.end },
    };
  }

  private choose(before: Cue | null, after: Cue | null): Cue | null {
    if (after === null || before === null) return after ?? before;
    // "Må ha førerkort … dekkes": what is asked for stays asked for; else the statement that follows decides.
    if (after.modality === 'must' && before.modality !== 'must') return before;
    return after;
  }

  private segment(start: number, end: number): { start: number; end: number } {
    let from = 0;
    let to = this.sentence.folded.length;
    for (const gap of this.breaks) {
      if (gap.end <= start) from = gap.end;
      else if (gap.start >= end) {
        to = gap.start;
        break;
      }
    }
    return { start: from, end: to };
  }

  private after(from: number, limit: number, start: number): Cue | null {
    for (const cue of this.cues) {
      if (cue.start < from || cue.start >= limit) continue;
      if (cue.side !== 'after') {
        if (cue.modality === 'wish' && cue.wide && IS_SAID_OF.test(this.sentence.folded.slice(from, cue.start))) return cue;
        continue;
      }
      if (cue.wide && CONDITION.test(this.sentence.folded.slice(0, from))) return cue;
      const between = this.sentence.folded.slice(from, cue.start);
      return this.reachesBack(between, start) ? cue : null;
    }
    return null;
  }

  /** "X, Y og Z er en fordel" reaches X; "må ha X og Y er en fordel" and "gode X, Y er en fordel" do not. */
  private reachesBack(between: string, start: number): boolean {
    const comma = between.lastIndexOf(',');
    const hasOwnMust = OWN_MUST.test(this.sentence.folded.slice(Math.max(0, start - 60), start));
    if (comma !== -1) return isList(between.slice(comma)) && !hasOwnMust && !OWN_VERB.test(between);
    if (OWN_VERB.test(between.replace(/ (?:som|dersom|hvis|om) .*/, ''))) return false;
    return !(hasOwnMust && LIST_END.test(between));
  }

  private before(start: number, limit: number): Cue | null {
    for (let index = this.cues.length - 1; index >= 0; index -= 1) {
      const cue = this.cues[index];
      if (cue === undefined || cue.side !== 'before' || cue.end > start) continue;
      if (cue.start < limit) return null;
      const between = this.sentence.folded.slice(cue.end, start);
      if (cue.wide || !between.includes(',') || isList(between.slice(between.lastIndexOf(',')))) return cue;
      return null;
    }
    return null;
  }

  /** Whether the next stretch says that the employer gives it ("er obligatorisk, men blir gitt av oss"). */
  offeredNext(start: number, end: number): boolean {
    return this.saidNext(this.segment(start, end).end, 'offered');
  }

  /** "Førerkort klasse B (ønskelig)": brackets right behind speak of what stands before them. */
  private inBrackets(end: number): Cue | null {
    const rest = this.sentence.folded.slice(end, end + 3).search(/\(| - |, /);
    if (rest === -1) return null;
    const open = end + rest;
    const close = this.sentence.folded.indexOf(')', open);
    const isBracket = this.sentence.folded.charAt(open) === '(';
    const limit = isBracket ? (close === -1 ? this.sentence.folded.length : close) : open + 24;
    const cue = this.cues.find((candidate) => candidate.start >= open && candidate.end <= limit && candidate.modality !== 'offered');
    return cue !== undefined && (cue.side === 'after' || cue.end >= limit - 1) && cue.start - open <= (isBracket ? 14 : 3) ? cue : null;
  }

  /** "…, men ikke et krav", "… ikke et krav, men en fordel": the next stretch speaks of it without naming anything of its own. */
  private saidNext(segmentEnd: number, modality: Modality): boolean {
    const next = this.cues.find((cue) => cue.start >= segmentEnd);
    return next?.modality === modality && next.side === 'after' && next.start - segmentEnd <= 34;
  }
}

function bySection(sentence: Sentence): Modality {
  if (sentence.section === 'wishes') return 'wish';
  return sentence.section === 'offers' ? 'offered' : 'must';
}

function readCues(folded: string): Cue[] {
  const found: Cue[] = [];
  for (const [modality, side, wide, rule] of RULES) {
    rule.lastIndex = 0;
    for (let match = rule.exec(folded); match !== null; match = rule.exec(folded)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end === start) rule.lastIndex += 1;
      else if (!found.some((cue) => start < cue.end && cue.start < end)) found.push({ modality, side, start, end, wide });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
