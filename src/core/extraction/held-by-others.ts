import { pattern } from './fold.js';

// Every expression ends at the thing itself, so each is tried on a short stretch only.
const REACH = 110;

// "Sammen med autoriserte helsefagarbeidere", "under veiledning av lege med autorisasjon".
const BESIDE = pattern(String.raw`\b(?:sammen med|saman med|samarbeid\w*(?: \w+){0,2} med|side om side med|i lag med|(?:jobb\w*|arbeid\w*)(?: (?:tett|nært|direkte|daglig|mykje|mye))?(?: sammen| saman)? med|i team med|ved siden av|assister\w*|avlast\w*|(?:veiledning|rettleiing|støtte|hjelp|opplæring|tilsyn|ledelse|leiing|oppsyn) (?:av|fra)|alongside|together with|supervised by|guidance from|(?:dialog|kontakt) med)\b(?<tail>[^.;]{0,70})$`, '');
// "Koblinger gjøres av montør med fagbrev".
const DONE_BY = pattern(String.raw`\b(?:\w+(?:es|ast)|ledet|leia|utført|gjort|gitt|(?:is|are) \w+|done|carried out|(?:får|fått) \w+) (?:\w+ )?(?:av|by) (?<tail>(?:[\w-]+ ){0,6})$`, '');
// "Flere av våre ansatte har tatt fagbrev", "våre elektrikere har fagbrev"; a new colleague is the applicant.
const THEY_HAVE = pattern(String.raw`\b(?:(?:flere|fleire|mange|noen|nokre|de fleste|dei fleste|halvparten|alle|en del|ein del|some|many|most|several|all|half) (?:av|of) |våre? (?!ny|neste|fremtidig|framtidig)|our (?!new|next|future)|kolleg(?:er|ene|aene|aer|aane)\b|colleagues\b|teamet\b|staben\b|de ansatte\b|dei tilsette\b|formannen\b|lederen\b|leiaren\b|sjefen\b|basen\b)(?<tail>[^.;]{0,50}\b(?:har|er|hadde|fikk|tok|have|has|are|is)\b[^.;]{0,30})$`, '');
// "Vi har mange sjåfører med førerkort C".
const WE_HAVE = pattern(String.raw`\b(?:vi|me|we) (?:har|have) (?<tail>(?:\w+ ){0,3}(?:\w+(?:er|ar|ere)|ansatte|tilsette|folk|kolleger|drivers|people|staff|colleagues) (?:med|som har|with|who have)\b[^.;]{0,25})$`, '');
// The applicant comes in between after all.
const APPLICANT = pattern(String.raw`\b(?:du|deg|dere|må|krav|krever|skal|søker|søkjer|søkere|søkarar|trenger|treng|ønsker|you|must|need|(?:og|and) (?:har|er|have|has|is))\b`, '');
// "En autorisert sykepleier har ansvaret for medisinene".
const THEY_DO = pattern(String.raw`^[^.;]{0,40}(?<!\bsom) (?:har (?:hoved)?ansvar\w*|tar seg av|tek seg av|utfører|leder deg|lærer deg|følger deg|hjelper deg|veileder deg|viser deg|gir deg|står for|kontrollerer)\b`, '');

/**
 * Whether what stands at `start`–`end` is held by somebody other than the applicant: colleagues, a leader, whoever does the
 * work in question. Such a holding is no demand.
 *
 * @param folded a folded sentence
 * @param start offset of the thing in it
 * @param end offset behind the thing
 */
export function isHeldByOthers(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - REACH), start);
  const isTheirs = [BESIDE, DONE_BY, THEY_HAVE, WE_HAVE].some((expression) => {
    const tail = expression.exec(before)?.groups?.['tail'];
    return tail !== undefined && !APPLICANT.test(tail);
  });
  return isTheirs || (!APPLICANT.test(before) && THEY_DO.test(folded.slice(end, end + REACH)));
}
