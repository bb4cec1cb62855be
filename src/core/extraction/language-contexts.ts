import { pattern, wordSet } from './fold.js';
import { gradeTokens } from './language-grades.js';
import type { Mention } from './language-names.js';
import type { Sentence } from './sentences.js';

/**
 * Whether a named language is asked of the applicant. A language named for other reasons (customers who speak it, a
 * course the employer gives, a firm's name, food, a law, the language of the application) is no demand.
 */
export function isDemand(sentence: Sentence, mention: Mention, others: readonly Mention[]): boolean {
  const before = stretchBefore(sentence, mention.start);
  const after = stretchAfter(sentence, mention.end);
  if (!SAME_LANGUAGE.test(after) && isOtherPurpose(before, after, sentence)) return false;
  if (STORY.test(sentence.folded)) return false;
  if (LIKE_OFTEN.test(sentence.folded) && !/\bmA\b[^.]*$/.test(before)) return false;
  if (!STATED.test(after) && !CONSEQUENCE.test(after) && isSpokenByOthers(before, after, mention)) return false;
  if (sentence.section === 'tasks' || sentence.section === 'about') {
    if (!DEMANDING.test(sentence.folded)) return false;
  }
  if (SAME_LANGUAGE.test(after)) return true;
  switch (mention.form) {
    case 'knowledge': return !/^ ?(?:gis|tilbys)/.test(after);
    case 'test': return !/^ ?(?:dekkes|tilbys|gjennomfOres)/.test(after);
    case 'speaking': return isApplicantSpeaking(before, after);
    case 'elliptic':
    case 'bare': return isBareDemand({ sentence, mention, others, before, after });
  }
}

// "… er et pluss", "… is required" right behind: said of the language, whoever else speaks it.
const STATED = pattern(String.raw`^ (?:er|is|vil være|would be) (?:\w+ ){0,3}(?:fordel|pluss|krav|nødvendig|required|advantage|plus|must|ønskelig)`, '');
// "Kundene snakker norsk, så du må kunne gjøre deg forstått": what others speak is then asked of the applicant.
const CONSEQUENCE = pattern(String.raw`^(?: (?:og|eller|and|or) \w+)?,? (?:så|derfor|so) (?:må )?(?:du|you) `, '');
// "Beskjeder gis på norsk, så du må beherske språket".
const SAME_LANGUAGE = pattern(String.raw`\b(?:må|skal|must)\b[^.]{0,30}\b(?:språket|the language)\b`, '');
const DEMANDING = pattern(String.raw`\b(?:må|krav|kreves|krever|krevst|forutsetter|forutsettes|nødvendig|fordel|ønskelig|pluss|must|required?|requires|advantage|plus|gode? (?:\w+ ){0,4}(?:kunnskaper|ferdigheter)|norskkunnskap\w*|engelskkunnskap\w*|arbeidsspråk\w*|flytende|behersker|fluent)\b`, '');

const CLAUSE_STARTS = [';', ' men ', ' but ', ' mens ', ', sA ', ', so ', ', derfor ', ', therefore '];

function stretchBefore(sentence: Sentence, start: number): string {
  const text = sentence.folded.slice(Math.max(0, start - 140), start);
  const cut = Math.max(...CLAUSE_STARTS.map((mark) => text.lastIndexOf(mark)));
  return cut === -1 ? text : text.slice(cut + 1);
}

function stretchAfter(sentence: Sentence, end: number): string {
  const text = sentence.folded.slice(end, end + 90);
  const cut = text.search(/;| men | but | mens /);
  return cut === -1 ? text : text.slice(0, cut);
}

const APPLICATION = pattern(String.raw`\b(?:søknad\w*|søk(?:e)?|cv(?:'?en)?|vitnemål\w*|attest\w*|referanser|oversatt\w*|oversettes|oversette\w*|omsett\w*|application|resume|cover letter|translated|translat\w+|apply)\b[^.]{0,80}\b(?:på|til|in|into|fra|from)(?: (?:enten|either))?(?: \w+(?: (?:eller|og|or|and|/)|,|/))*\s*$`, '');
// "annet morsmål enn norsk" names who must show something, not what.
const THAN = pattern(String.raw`\b(?:enn|than) (?:(?:\w+ (?:eller|og|or) )|(?:\w+, )){0,4}$`, '');
// "søkere som ikke har norsk, svensk eller dansk som morsmål" must show something; these are not it.
const AS_MOTHER_TONGUE = pattern(String.raw`^[\w, ]{0,40}\bsom (?:morsmål|førstespråk)|^ as (?:a |their )?(?:mother tongue|first language|native)`, '');
// "appen finnes på norsk", "drawings are in English": a thing in a language; meetings and talk are the work itself.
const THING_IN = pattern(String.raw`\b(?:er|are|is|står|finnes|finst|foregår|går|skrives|føres|leveres|written|comes?|available|påskrift|tekst|merket|skrevet|skilt|bøker|dokument\w*|instruks\w*|rutine\w*|bruksanvisning\w*|manual\w*|oppskrift\w*|meny\w*|manuals?|labels?)(?: (?:also|all|mainly|ofte|alltid|stort sett|kun|bare|også))? (?:på|in) (?:(?:both|både) )?(?:(?:\w+ (?:og|and|eller|or) )|(?:\w+, )){0,4}$`, '');
const WORKING = pattern(String.raw`\b(?:møte\w*|kommunikasjon\w*|samtale\w*|arbeid(?:et)?|arbeidsspråk\w*|språket|meetings?|communication|conversations?|work|language)\b`, '');
const LIKE_OFTEN = pattern(String.raw`\b(?:like ofte|om hverandre|om kvarandre|blanding|varierer|mix of)\b`, '');
// "Folk som ikke kunne norsk da de begynte", "har startet med null norsk": how it went for somebody else.
const STORY = pattern(String.raw`\b(?:da|when) (?:de|dei|han|hun|ho|they|he|she|vi|me|we) (?:først |first )?(?:kom|begynte|byrja|starta|startet|started|came|joined|arrived)\b|\b(?:startet|starta|begynte|begynt|byrja|kom) (?:hit |her |hos oss |selv |sjølv )?(?:med|uten|utan) (?:null|lite|litt|ingen|noe|et|eit|å)\b`, '');
const LEARNING = pattern(String.raw`\b(?:lære|lærer|lærte|øve|øver|forbedre|forbetre|utvikle|utvikler|bedre|betre|styrke|trene|trening|kurs|kurset|kursing|opplæring\w*|undervisning\w*|undervise[rs]?|lærer|lærar|leksehjelp|hjelp|støtte|faget|fagene|faga|fagkombinasjon\w*|studiepoeng|kompetanse til å undervise|learn|learning|improve|course|courses|training|lessons|classes|teach|teacher|teaching|instruction|språkkafé|språkpraksis|språktrening)\b(?<tail>[^,.]{0,45})$`, '');
const ASKED_AFTER = pattern(String.raw`\b(?:krav|må|kan|kunne|snakke\w*|behersk\w*|kommuniser\w*|forstå\w*|gode?|flytende)\b`, '');
const SCHOOL = pattern(String.raw`\b(?:fag|fagene|undervis\w*|trinn|studiepoeng|stp|matematikk|naturfag|samfunnsfag|samfunnskunnskap|krle|kroppsøving|gym)\b`, '');
const OFFERED_AFTER = pattern(String.raw`^[^,.]{0,20}\b(?:kurs\w*|opplæring\w*|undervisning\w*|trening|course|training|lessons|classes|tilbys|dekkes|i arbeidstid\w*|underveis|på jobb hos oss)\b`, '');
const LEARN_OWN = pattern(String.raw`\b(?:ønsker å|vil|lyst til å|vilje til å|villig til å|motivert for å|willing to|want to|interest in) (?:lære|learn|forbedre|bli bedre|utvikle)|\b(?:etter hvert|etter kvart|på sikt|etter (?:et|ett|eit) (?:år|halvt)|after a (?:year|while)|over time)\b`, '');

function isOtherPurpose(before: string, after: string, sentence: Sentence): boolean {
  if (APPLICATION.test(before) || THAN.test(before)) return true;
  if (THING_IN.test(before) && !WORKING.test(before)) return true;
  if (AS_MOTHER_TONGUE.test(after) && /\b(?:ikke|ikkje|not|uten|utan|dersom|hvis)\b[^.]{0,40}$/.test(before)) return true;
  if (LEARN_OWN.test(before)) return true;
  const learning = LEARNING.exec(before);
  if (learning !== null && !ASKED_AFTER.test(learning.groups?.['tail'] ?? '')) return true;
  if (/\b(?:improve|lEre|forbedre|utvikle|styrke|bedre) (?:\w+ ){0,3}$/.test(before) && !/\bgode?\b/.test(before)) return true;
  if (OFFERED_AFTER.test(after) && !/\b(?:mA|krav)\b/.test(before)) return true;
  // "vi tilbyr …", unless the stretch says that it must be there.
  return sentence.section === 'offers' && !/\b(?:mA|krav|kreves|must|required)\b/.test(before + after);
}

const OTHERS = String.raw`(?:kunde\w*|klient\w*|oppdragsgiver\w*|familie\w*|rederier?|gjest\w*|elev\w*|barn\w*|pasient\w*|bruker\w*|beboer\w*|bebuar\w*|kolleger|kollegaer|kollegaene|kollegene|kollegaane|ansatte|tilsette|medarbeiderne|mange|flere|noen av|alle|team\w*|arbeidsmiljø\w*|turist\w*|foreldre\w*|deltaker\w*|medlemmer|lag|leverandør\w*|publikum|besøkende|customers?|guests?|clients?|patients?|colleagues|employees|staff|students?|kids|children|visitors|suppliers|residents|passengers|passasjer\w*|reisende|leietaker\w*|innbyggere|arbeidere|arbeidarar|håndverkere|mentor\w*|teamleder\w*|formenn\w*|kontoret|naboen)`;
const SPOKEN = String.raw`(?:kunne|snakka|snakket|snakker|snakkar|prater|pratar|forstår|kan|bruker|brukar|behersker|skriver|skriv|ringer|ringjer|leser|les|kommuniserer|har|speaks?|write|call|use|understand|have|er)`;
const BY_OTHERS = pattern(String.raw`\b${OTHERS}\b(?: [\w-]+){0,5}?,? (?:som |who |that )?(?:[\w]+ in \w+ and )?(?:\w+ )?(?:ikke |bare |kun |only |mostly |hovedsakelig |stort sett |mest )?${SPOKEN}\b[^.]{0,80}$`, '');
const BY_US = pattern(String.raw`\b(?:vi|me|we|de|they|han|hun)(?: \w+){0,2} (?:snakker|snakkar|prater|speak)\b[^.]{0,40}$|\b(?:snakker|snakkar|prater) (?:vi|me|de|alle|kundene|barna|mange)\b[^.]{0,30}$|\b(?:det )?snakkes(?: det)?\b[^.]{0,25}$|\b(?:vi|me|we) (?:har|have) (?:[\w-]+ ){1,5}(?:som|who) (?:snakker|kan|skriver|ringer|leser|kommuniserer|speak|write)\b[^.]{0,60}$`, '');
// Whoever stands right before "snakker" speaks it, unless it is the applicant.
// "Formannen er fra Litauen og snakker litauisk"; "our sales team, who travel in Spain and speak Spanish".
const AND_SPEAKS = pattern(String.raw`^(?!.*\b(?:du|deg|dere|you|søk\w*|som|må|kan)\b)\W*\w+(?: \w+){0,3} (?:er|har|kommer|kjem|bor|jobber|is|are|comes?)\b[^.]{0,60}\b(?:og|and) (?:snakker|snakkar|prater|speaks?)\b[^.]{0,60}$|\b${OTHERS}, (?:who|som) [^.]{0,50}\b(?:and|og) (?:speaks?|snakker)\b[^.]{0,40}$`, '');
// "… snakker vi norsk eller engelsk, og du må kunne ett av språkene".
const REFERS_BACK = pattern(String.raw`\b(?:må|kan|kunne|skal|must|need)\b[^.]{0,30}\b(?:(?:ett|et|eitt|ein|one) (?:av|of) (?:språk|disse|dei|the|these|them)|begge(?: språk)?|both)`, '');
const SPEAKER = pattern(String.raw`\b(?!(?:du|som|og|eller|dere|de|vi|me|kandidat\w*|søker\w*|vedkommende|personen|you|who|and|or|gjerne|også|må|kan|helst|begge|selv|that|to|alltid|will|must|can|ikke|både|prater|skriver|leser|forstår|applicants?|candidates?)\b)\w+ (?:snakker|snakkar|prater|speaks?)\b[^.]{0,60}$`, '');
const SEEKING = pattern(String.raw`\b(?:søker|søkjer|ser etter|leter etter|ønsker|ønskjer|trenger|treng|ansetter|looking for|seek|seeking|hire|need|søkere?|kandidat\w*|applicants?|candidates?)\b`, '');

// "kunder med engelsk som morsmål", "barn med svake norskkunnskaper"; "norsktalende kunder"; "kundene er polsktalende".
const WITH_LANGUAGE = pattern(String.raw`\b(?:${OTHERS}|personer|mennesker|flyktninger|innvandrere|people)\b(?: \w+){0,2} (?:med|uten|with|without) (?:[\w,]+ ){0,4}$`, '');
const OTHERS_FOLLOW = pattern(String.raw`^,? (?:og \w+ )?${OTHERS}\b`, '');
// "… blir kjørt av engelskspråklige sjåfører".
const DONE_BY = pattern(String.raw`\b(?:\w+es|(?:bli|blir|ble|vert|be|is|are) \w+) (?:av|by) (?:en |ei |ein |a |an )?$`, '');
const OTHERS_ARE = pattern(String.raw`\b${OTHERS}(?: \w+)? (?:som )?er $`, '');

/** "Kundene våre snakker polsk": someone else speaks it. */
function isSpokenByOthers(before: string, after: string, mention: Mention): boolean {
  if (REFERS_BACK.test(after)) return false;
  const others = AND_SPEAKS.exec(before) ?? BY_OTHERS.exec(before) ?? BY_US.exec(before) ?? (/snakk|prate|speak/.test(before) ? SPEAKER.exec(before) : null);
  if (others !== null) {
    const inside = others[0].replace(/^\S+/, '');
    const lead = before.slice(0, others.index);
    const asked = /\b(?:du|deg|you|mA|must|needs?|krav|krever|skal|required)\b/.test(inside) || /\b(?:mA|must|skal) $/.test(lead) || (SEEKING.test(lead) && /\b(?:som|who|that)\b/.test(inside) && !/\b(?:kund|gjest|pasient|elev|barn|beboer|bruker|customer|guest|client|patient)/.test(others[0]));
    if (!asked) return true;
  }
  if (mention.form === 'knowledge' && /\b(?:deres|sine|their)\b[^,.]{0,15}$/.test(before)) return true;
  return (WITH_LANGUAGE.test(before) && !SEEKING.test(before)) || /^ som (?:andresprAk|morsmAlslErer)/.test(after);
}

function isApplicantSpeaking(before: string, after: string): boolean {
  if (OTHERS_FOLLOW.test(after)) return false;
  if (/^ (?:miljO|team|barnehage|skole|land|marked|arbeidsmiljO|environment|office|company|workplace|school|countr|market|land|omrAde|selskap|nettside)/.test(after)) return false;
  return !OTHERS_ARE.test(before) && !DONE_BY.test(before);
}

// What may follow a bare "norsk" that means the language; any other word makes it an adjective ("norsk lov").
const NEXT = wordSet(`og eller samt i på er kreves krevst muntlig munnleg muntleg muntlige skriftlig skriftleg skriftlige både godt bra flytende
  flytande som for til med men gjerne minimum min minst nivå nivået ved fordi da når fordel krav vil kan må skal slik så dersom hvis helst språk
  tilsvarende tilsvarande evt eventuelt daglig også ogsaa tilstrekkelig nok uten ikke ikkje a1 a2 b1 b2 c1 c2 meget svært veldig særs utmerket
  ønskelig ønskeleg ønskes foretrekkes and or is are both at to in on with as well language spoken written oral verbal orally fluently preferred
  required would will but skills because if ettersom siden av hver annet andre annen anna enten eit et bør blir brukes vert fra være verbalt tale
  skrift via seg deg trengs nødvendig påkrevd forutsettes har utover ut minimum on level fluency is this that since due who måtte har gjør holder rekker greier trengs duger klarer hjelper passer funker strekker brukes trenger teller helps works suffices kommer snakkes måtte sufficient omtrent cirka ca rundt om kring about around trengst must should needed so din ditt di arbeidsspråk`);

interface Bare {
  readonly sentence: Sentence;
  readonly mention: Mention;
  readonly others: readonly Mention[];
  readonly before: string;
  readonly after: string;
}

const FRAME_BEFORE = pattern(String.raw`kun+skap\w*|ferdighet\w*|ferdigheiter|behersk\w*|behersker|snakk\w*|prat\w*|\bforst[åa]\w*|\blese?r?\b|\bles\b|skriv\w*|kommunis\w*|kommunikasjon\w*|formuler\w*|uttrykk\w*|fremstill\w*|framstill\w*|(?<!\b(?:\d+|flere|fleire|mange|andre|ulike|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti) )språk\w*|talespråk\w*|\b(?:god|gode|godt|bra|flytende|flytande|flytnde|flink|trygg|sterk|litt|noe|noko|grunnleggende|grunnleggande|enkel|enkelt|dårlig)\b|\b(?:krav|krever|krev|kreves|må|forutsetter|nødvendig)\b(?: \w+){0,4} (?:om|til|på|ha|med|kunne|at)\b|mestre\w*|meistr\w*|\bnivå\b|\b[abc][12]\b|fluent\w*|\bspeak\w*|\bspoken\b|\bwritten\b|\bknow\w*|\bunderstand\w*|\bwrit\w*|\bread\w*|\bgood\b|\bbasic\b|\bexcellent\b|\bstrong\b|command|proficien\w*|\bskills\b|communicat\w*|conversational|native|fluency|\bmuntlig\w*|\bskriftlig\w*|\bmunnleg|\bmorsmål\w*|\blevel\b|\bintermediate\b|gjøre deg forstått|gjer\w* seg forstått|\bfordel (?:om|med|hvis)\b|\bpluss (?:om|med|hvis)\b|ønskelig med|\bkrav om\b|\bkrav til\b|\blanguages? (?:is|are)\b|\b(?:har|gjerne|kan|kunne|some|a little|need|requires?|trenger|treng|ønsker|ønskjer|forventer|expect|som)(?:[ ,]+[\w]+){0,4}[ ,]+(?<!\b(?:på|in|til|fra|av|to|from) )$|forklar\w*|formidl\w*|samtale\w*|explain\w*|trøst\w*`, '');
const FRAME_AFTER = pattern(String.raw`^[\s,(:-]*(?:(?:og|eller|and|or|samt|/) \w+ )?(?:(?:er|is|som|are|vil være|on|at|på|minst|minimum|min\.?|både|nivå|tilsvarende|må|bør|skal|være|vere|omtrent|om lag|ca\.?|rundt|about|around|det|et|eit|en|an?|din|dine|considered|regarded as|seen as|regnet som|sett på som)[ :]+)*(?:et |en |noe |noko |any |definitely |definitivt eit |a |an |our |the |vårt |et felles |også |likevel |fortsatt |alltid |selvsagt |selvfølgelig |naturligvis |derfor |stor |stort |big |great |still |always |absolutt |not |ikke |ikkje )*(?:muntlig\w*|munnleg|skriftlig\w*|skriftleg|nivå|[abc][12]\b|krav|fordel|føremon|pluss|kreves|krevst|nødvendig|godt|flytende|required|preferred|necessary|advantage|plus|fluently|well\b|morsmål|ønskelig|ønskeleg|ønskes|foretrekkes|must|arbeidsspråk|hovedspråk|working language|office language|company language|language (?:at|in|of|on) |upper|enkelt|enkel|høyt|fint|bra|gode?|flytende|(?:kan )?du (?:kunne|beherske|snakke|forstå|ha)|greit|nok\b|tilstrekkelig|holder|rekker|enough|sufficient|fine|helpful|needed|nyttig|basic|good|trengs|trengst|til for|level|forutsettes|påkrevd|mandatory|essential|desirable|obligatorisk)`, '');
const LANGUAGE_HEADING = pattern(String.raw`\bspråk|\blanguage`, '');

// "Kommunisere på engelsk over radio": behind such a verb it is the language, whatever follows.
const SPEAKING_VERB = pattern(String.raw`\b(?:snakk\w*|prat\w*|kommunis\w+|uttrykk\w* (?:deg|seg)|gjøre deg forstått|speak|communicate)(?: (?!med\b|with\b)\w+)? (?:på |in )?$`, '');
// "Bachelorgrad i nordisk" is a subject.
const SUBJECT = pattern(String.raw`(?:grad\w*|utdan\w+|studi\w+|bachelor\w*|master\w*|årsenhet\w*|årsstudium|fordypning\w*|degree|major) (?:i|in|innen) (?:\w+ (?:eller|og|or|and) )?$`, '');

function isBareDemand({ sentence, mention, others, before, after }: Bare): boolean {
  const next = /^[\s"]*([\w]+)/.exec(after);
  const directly = /^[ "]+\w/.test(after);
  const nextIsLanguage = others.some((other) => other.start > mention.end && other.start - mention.end <= 3);
  if (mention.form === 'bare' && directly && next?.[1] !== undefined && !NEXT.has(next[1]) && !nextIsLanguage && !SPEAKING_VERB.test(before)) return false;
  if (SUBJECT.test(before.slice(-60))) return false;
  if (SCHOOL.test(before.slice(-60)) || SCHOOL.test(after.slice(0, 40))) return false;
  if (LANGUAGE_HEADING.test(sentence.heading)) return true;
  if (/^: /.test(after)) return true;
  if (mention.form === 'elliptic') return others.some((other) => other.start > mention.end && other.form === 'knowledge') || FRAME_BEFORE.test(before);
  return FRAME_BEFORE.test(before) || isGraded(beforeList(sentence, mention, others)) || isItemAlone(sentence, mention, after) || FRAME_AFTER.test(after) || isNothingElse(sentence, others)
    || others.some((other) => other.start > mention.end && other.start - mention.end < 12 && FRAME_AFTER.test(sentence.folded.slice(other.end, other.end + 60)));
}

/** What stands before the list of languages that `mention` is in: "grunnleggende | norsk, svensk eller engelsk". */
function beforeList({ folded }: Sentence, mention: Mention, others: readonly Mention[]): string {
  let from = mention.start;
  for (const other of [...others].reverse()) {
    if (other.end <= from && LISTED.test(folded.slice(other.end, from))) from = other.start;
  }
  return folded.slice(Math.max(0, from - 40), from);
}
const LISTED = /^(?:,? (?:og|eller|and|or|samt|og\/eller) |, |\/)$/;

/** A bullet of a list of demands or wishes that begins with the language: "French, since one of our yards is in Brest". */
function isItemAlone({ folded, kind, section }: Sentence, mention: Mention, after: string): boolean {
  return kind === 'item' && (section === 'requirements' || section === 'wishes') && !/\w/.test(folded.slice(0, mention.start)) && /^\s*(?:[,(.]|$| - )/.test(after);
}

/** A level word close in front: "perfekt norsk". */
function isGraded(before: string): boolean {
  return gradeTokens(before.slice(-24)).some(({ kind }) => kind === 'level');
}

/** A line that names languages and nothing else ("Norsk og engelsk"). */
function isNothingElse(sentence: Sentence, mentions: readonly Mention[]): boolean {
  if (sentence.kind === 'title' || sentence.kind === 'heading' || sentence.folded.length > 80) return false;
  let rest = sentence.folded;
  for (const { start, end } of [...mentions].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return /^(?:[\s,./()&-]|og|eller|and|or|samt)*$/.test(rest);
}
