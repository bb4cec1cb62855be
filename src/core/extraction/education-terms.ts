import type { EducationLevel } from '../records/candidate.js';
import { pattern } from './fold.js';

/** Words for education and the NUS2000 level they stand for; the first that fits a place decides. */
export const LEVEL_TERMS: readonly (readonly [EducationLevel, RegExp])[] = [
  [8, pattern(String.raw`\b(?:ph\.? ?d\.?(?!-?stip)|doktorgrad\w*|doctorate|doctoral degree|forskerutdan\w+)`)],
  [7, pattern(String.raw`\b(?:master(?:grad|nivå|utdan\w+)?(?:en|a|s)?\b(?! of ceremon|data|class)|master'?s? (?:degree|level)|mastergrad\w*|masternivå|siv\.? ?ing\.?|sivilingeniør\w*|sivilingeniørutdan\w*|siviløkonom\w*|hovedfag\w*|hovudfag\w*|embetseksamen|embetsstudium|cand\. ?\w{2,6}|candmed|candmag|juridisk utdan\w+|jurist\w*|m\.?sc\b|profesjonsstudi\w+|høyere grad|medisinutdan\w+|legeutdan\w+|psykologutdan\w+|tannlegeutdan\w+)`)],
  [6, pattern(String.raw`ingeniørutdan\w+|\butdan(?:ning|net|na|nede?) (?:som |til )?(?:\w*lære?r|\w*lærar|sykepleier|sjukepleiar|vernepleier|vernepleiar|sosionom|barnevernspedagog|ergoterapeut|fysioterapeut|radiograf|bioingeniør|ingeniør)\b|lære?rutdan\w+|lærarutdan\w+|\b(?:bachelor\w*|b\.?sc\b|(?:3|tre|4|fire|5|fem)-?årig (?:\w+ )?(?:høy|høg|univ|utdan)\w*|høyskole\w*|høgskole\w*|høgskule\w*|høyskule\w*|universitets- (?:og|eller) (?:høy|høg)\w+|universitet(?= ?/| eller| og høy)|universitetsutdan\w+|universitetsgrad\w*|universitetsnivå|university (?:degree|education|level|studies)|college degree|degree in|høyere (?:\w+ )?utdan\w+|høgare (?:\w+ )?utdan\w+|higher education|ingeniørgrad|sykepleierutdan\w+|sjukepleiarutdan\w+|sykepleieutdan\w+|vernepleierutdan\w+|sosionomutdan\w+|lærerkompetanse|undervisningskompetanse|pedagogisk utdan\w+|barnehagelærer(?=utdan)|førskolelærerutdan\w+|ergoterapeututdan\w+|fysioterapeututdan\w+|bioingeniørutdan\w+|radiografutdan\w+|helsefaglig (?:høy|høg)\w+|sosialfaglig utdan\w+|barnevernspedagog\w*utdan\w*|akademisk (?:utdan\w+|grad)|university degree|academic degree|politihøgskolen|dipl\. ?ing\w*)`)],
  [5, pattern(String.raw`\b(?:fagskole\w*|fagskule\w*|teknisk fagskole|mesterbrev|meisterbrev|høyere yrkesfaglig|higher vocational|vocational college|techni(?:cal|cian) college)`)],
  [4, pattern(String.raw`fagbrev\w*|\b(?:fagprøve|svennebrev\w*|sveinebrev\w*|faglært\w*|fagutdan\w+|fagarbeider\w*utdan\w*|yrkesutdan\w*|yrkesfaglig\w*|yrkesskole\w*|yrkesskule\w*|trade certificate|journeyman\w*|craft certificate|skilled worker certificate|certificate of apprenticeship|vidareg\w+(?: skule| opplæring)?|videreg\w+(?: skole| opplæring| utdan\w+| nivå)?|vgs\b|generell studiekompetanse|studiekompetanse|high school|upper[- ]secondary|secondary school|helsefagarbeiderutdan\w+|gymnas|artium|kokkeutdan\w+|vocational (?:education|training|qualification)\w*)`)],
  [2, pattern(String.raw`\b(?:grunnskole\w*|grunnskule\w*|ungdomsskole\w*|obligatorisk skolegang|lower secondary|primary school)`)],
];

/** Words that say "or what equals it": experience may replace the education. */
export const EQUIVALENT = pattern(String.raw`\b(?:eller (?:\w+ )?(?:tilsvarende|tilsvarande|lang |relevant (?:erfaring|praksis)|likeverdig|annen relevant|minst \d|lengre|erfaring|realkompetanse|praksis|solid)|tilsvarende (?:kompetanse|erfaring|praksis)|realkompetanse\w*|kan (?:kompensere|erstatte|oppveie|veie)\w*|kompenser\w+|erstatte\w*|or (?:equivalent|similar|relevant experience|comparable|corresponding)|equivalent (?:experience|competence))`, '');

/** The law as the reason the education must be there. */
export const BY_LAW = pattern(String.raw`\b(?:lovkrav|lovpålagt|i henhold til \w*lov\w*|jf\.? \w*lov\w*|etter \w*loven|opplæringslov\w*|barnehagelov\w*|helsepersonellov\w*|forskrift\w*|kompetansekrav(?:ene)? (?:i|etter)|required by law|by law)\b`, '');

// NUS2000 field groups, where the words are clear. [field, words]
const FIELDS: readonly (readonly [string, RegExp])[] = [
  ['611', pattern('sykeplei|sjukeplei|nursing|nurse', '')],
  ['612', pattern('helsefagarbeid|hjelpeplei|omsorgsarbeid|helsearbeiderfag|helsefagarbeidar', '')],
  ['613', pattern('vernepl', '')],
  ['62', pattern(String.raw`sosionom|sosialfag|barnevernspedagog|sosialt arbeid|barne- og ungdomsarbeid|barne- og ungdomsarbeidar|social work`, '')],
  ['652', pattern('fysioterap|physiotherap', '')],
  ['651', pattern('ergoterap', '')],
  ['63', pattern(String.raw`medisinutdan|legeutdan|medisinsk embetseksamen`, '')],
  ['64', pattern('tannlege|tannplei|odontolog', '')],
  ['66', pattern('farmas|apotek|reseptar', '')],
  ['67', pattern('veterinær|dyreplei', '')],
  ['68', pattern('idrettsfag|idrettsutdan', '')],
  ['21', pattern('barnehagelær|førskolelær|barnehagelærar', '')],
  ['24', pattern(String.raw`spesialpedagog|pedagogikk\b`, '')],
  ['2', pattern(String.raw`lærerutdan|lærarutdan|pedagogisk utdan|undervisningskompetanse|lærerkompetanse|\bppu\b|teacher`, '')],
  ['54', pattern(String.raw`informatikk|informasjonsteknologi|\bikt\b|\bit\b|datateknikk|datafag|programmering|systemutvikl|computer science|software|it-?fag|it-utdan|datavitenskap|informasjonssikkerhet`, '')],
  ['551', pattern(String.raw`elektro|elektrik|automasjon|automatik|energimont|telekommunikasjon|electric`, '')],
  ['552', pattern(String.raw`mekanik|mekanisk|maskin|sveise|platearbeid|industrimek|bilmek|bilfag|kjøretøy|mechanic|cnc|rørlegger(?!fag)|welding|industrirør`, '')],
  ['57', pattern(String.raw`tømr|tømre|snekker|bygg|anlegg|murer|betong|rørlegg|maler(?:faget|svenn| og)|blikkenslager|arkitekt|stillas|construction|carpent|plumb|taktekk|banemontør|asfalt`, '')],
  ['581', pattern(String.raw`baker|kokk|slakter|kjøttskjær|konditor|næringsmiddel|restaurantfag|matfag|butcher|chef|\bcook`, '')],
  ['58', pattern(String.raw`produksjonsteknikk|prosessfag|prosessoperatør|kjemiprosess|kjemi- og prosess|industrioperatør`, '')],
  ['37', pattern(String.raw`jurist|juridisk|rettsvit|jus\b|law degree`, '')],
  ['36', pattern(String.raw`psykolog`, '')],
  ['41', pattern(String.raw`økonomi|regnskap|revisjon|administrasjon|siviløkonom|accounting|business|finance`, '')],
  ['42', pattern(String.raw`salgsfag|markedsføring|\bsalg\b|handel|marketing`, '')],
  ['43', pattern(String.raw`kontorfag|kontor- og`, '')],
  ['71', pattern(String.raw`akvakultur|havbruk|fiskeoppdrett|aquaculture`, '')],
  ['72', pattern(String.raw`agronom|landbruk|jordbruk`, '')],
  ['73', pattern(String.raw`gartner|anleggsgartner|hagebruk`, '')],
  ['74', pattern(String.raw`skogbruk|skogfag`, '')],
  ['831', pattern(String.raw`frisør|hudplei|hairdress`, '')],
  ['814', pattern(String.raw`yrkessjåfør|transport|logistikk`, '')],
  ['833', pattern(String.raw`renholdsoperatør|renholdsfag`, '')],
  ['5', pattern(String.raw`ingeniør|tekniske? (?:fag|utdan|retning)|engineer|realfag|teknisk bachelor|teknologi`, '')],
  ['6', pattern(String.raw`helse-? ?(?:og|/) ?(?:sosial|omsorg)|helsefag|helse- og oppvekst`, '')],
];

/** Up to three NUS2000 fields that the words around an education name; more exact first. @param folded a few words around it */
export function fieldsIn(folded: string): string[] {
  const found: string[] = [];
  for (const [field, expression] of FIELDS) {
    if (expression.test(folded) && !found.some((known) => known.startsWith(field))) found.push(field);
  }
  return found.slice(0, 3);
}
