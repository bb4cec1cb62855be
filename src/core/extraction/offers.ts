import type { VacancyOffers } from '../records/vacancy.js';
import { sentencesWith, type Ad } from './ad.js';
import { allMatches, pattern } from './fold.js';
import type { Sentence } from './sentences.js';
import type { Finding } from './span.js';

export type OfferName = keyof VacancyOffers;
export type OfferReading = Partial<Record<OfferName, Finding<boolean>>>;

// Name, a cheap expression that some part of it must fit, and the expression itself.
const OFFERS: readonly (readonly [OfferName, RegExp, RegExp])[] = [
  ['mentor', pattern('mentor|veileder', ''), pattern(String.raw`\b(?:\w*mentor\w*|veileder på arbeidsplassen|personlig veileder|egen veileder)`)],
  ['buddy', pattern('fadder|buddy|turkamerat|makker', ''), pattern(String.raw`\b(?:fadder\w*|fadderordning\w*|buddy\w*|turkamerat|makker (?:de|den) første)`)],
  ['languageTrainingAtWork', pattern('norsk|språk|norweg|language', ''), pattern(String.raw`\b(?:(?:norsk|språk)(?:opplæring|kurs|trening|undervisning)\w*|(?:opplæring|kurs|undervisning|trening|hjelp) (?:til å lære |i |med )(?:norsk|språket)|(?:lære|øve på|forbedre|utvikle) (?:deg )?norsk\w*(?= (?:på jobb|i arbeids|mens|hos oss|gjennom jobben|underveis))|norwegian (?:language )?(?:course\w*|training|lessons|classes)|språkstøtte|språkpraksis|språkmentor\w*|language training|(?:norsk|språk)tim\w+|timer? norsk|norsk i arbeidstid\w*|språkgruppe\w*|språkkaf\w+|language hour|norwegian is offered|time i uk[ea]n? til språk|norskundervisning\w*|språkprogram\w*)`)],
  ['workTraining', pattern('trening|praksis|training|placement|hospit|lønnstilskudd', ''), pattern(String.raw`\b(?:arbeidstrening\w*|arbeidspraksis(?:plass\w*)?|praksisplass\w*|praksiskandidat(?=er? fra nav)|språkpraksis\w*|(?:folk|deg|noen|personer|kandidater|uker?|veker|begynne|starte|først|via nav|komme|kommer|ut) (?:i|på|med|gjennom) praksis\b|\bpraksis (?:først|i \w+ uker|via nav|gjennom nav)|\bpraksiskandidat\w+ (?:på|fra|velkom)|inn praksis\w*|uker praksis|praksisperiode\w*|work (?:training|placement)\w*|hospiter\w*|lønnstilskudd)`)],
  ['shortCourse', pattern('kurs|sertifi|bevis|ysk|førerkort|course|certif|licen', ''), pattern(String.raw`\b(?:(?:vi|me|bedriften) (?:\w+ )?(?:dekker|dekkjer|betaler|betalar|bekoster|gir|gjev|sørger for|ordner|tilbyr|sponser|holder|melder deg på) (?:deg )?(?:(?!norsk|språk)\w+ ){0,3}(?!norsk|språk)\w*(?:kurs|sertifi\w+|truckbevis|truckførerbevis|kompetansebevis|førerkort|maskinførerbevis|ysk)\w*|(?:dekker|betaler|bekoster|tilbyr|dekkjer|gir|ordner|holder) vi (?:(?!norsk|språk)\w+ ){0,3}(?!norsk|språk)\w*(?:kurs|sertifi|truck|kompetansebevis)\w*|\b(?!norsk|språk)\w*(?:kurs|sertifikat|truckbevis|truckførerbevis|sertifisering|kompetansebevis|ysk)\w* (?:\w+ ){0,3}(?:dekkes|bekostes|betales|tilbys|dekkast|dekkjast|gis|tas|ordnes|får du|blir gitt|tar vi|tek vi|skaffer vi|ordner vi|gir vi|(?:dekker|betaler|bekoster|ordner|gir|tilbyr) (?:vi|me))|(?:mulighet|moglegheit)(?:er|en)? (?:for|til) (?:å ta |gratis )?(?:\w+ )?(?:kurs\w*|truckkurs|sertifi\w+|kursing)|we (?:\w+ )?(?:pay|cover|provide|offer) (?:\w+ ){0,3}(?:course\w*|certificat\w*|licen[cs]e)|(?:course|certificate|licen[cs]e) (?:\w+ ){0,2}(?:paid|covered|provided))`)],
  ['ordinaryEmploymentAfterTrack', pattern('praksis|trening|lønnstilskudd|prøveperiod|perioden|kvalifiser|training|placement|trainee|hurtigspor|introduksjonsprogram', ''), pattern(String.raw`(?:\b(?:praksis\w*|arbeidstrening\w*|lønnstilskudd|prøveperiode\w*|perioden|kvalifisering\w*|work training|placement|traineeperiode|hurtigspor\w*|introduksjonsprogram\w*)\b[^.]{0,90}\b(?:fast (?:stilling|jobb|ansettelse|tilsetting|ansatt)|ordinær (?:stilling|jobb|ansettelse|tilsetting)|permanent|ansettelse|bli ansatt|ordinary|jobb)\b|\b(?:fast (?:stilling|jobb|ansettelse|tilsetting)|ordinær (?:stilling|jobb|ansettelse)|permanent (?:job|position)|jobb|ansettelse)\b[^.]{0,40}\b(?:etter|when|after)\b[^.]{0,40}\b(?:praksis\w*|arbeidstrening\w*|prøveperiode\w*|perioden|placement|lønnstilskudd|work training))`)],
];
const ANY_TRIGGER = new RegExp(OFFERS.map(([, trigger]) => trigger.source).join('|'), 'g');
const DENIED = pattern(String.raw`\b(?:ikke|ikkje|ingen|inga|dessverre|not|no|cannot|uten|utan)\b[^.,]{0,50}$`, '');
// "Du skal være mentor", "erfaring som mentor", "ha deltatt i arbeidstrening" are about the applicant or the users.
const NOT_OFFERED = pattern(String.raw`\b(?:som|være|vere|bli|er|rolle\w* som|erfaring (?:som|fra|med|i)|ansvar for|følge opp|oppfølging av|undervise i|drive|arbeide med|jobbe med|tilbyr (?:brukere|deltakere)|deltakere (?:i|på)|veilede|leverer|as a?|krav om|fullført|gjennomført|must have|bestått) (?:\w+ ){0,2}$`, '');

/** What the employer is willing to do. A denial ("kan dessverre ikke ta imot praksis") is `false`; silence is absent. */
export function readOffers(ad: Ad): OfferReading {
  const reading: { -readonly [K in OfferName]?: Finding<boolean> } = {};
  for (const sentence of sentencesWith(ad, ANY_TRIGGER)) {
    if (sentence.section === 'tasks') continue;
    for (const [name, trigger, expression] of OFFERS) {
      if (reading[name] !== undefined || (sentence.kind === 'title' && name !== 'workTraining') || !trigger.test(sentence.folded)) continue;
      const finding = readOffer(sentence, expression);
      if (finding !== null) reading[name] = finding;
    }
  }
  return reading;
}

function readOffer({ folded, start }: Sentence, expression: RegExp): Finding<boolean> | null {
  for (const match of allMatches(expression, folded)) {
    const before = folded.slice(Math.max(0, match.index - 70), match.index);
    if (NOT_OFFERED.test(before)) continue;
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    return { value: !DENIED.test(before), span, confidence: 0.85 };
  }
  return null;
}
