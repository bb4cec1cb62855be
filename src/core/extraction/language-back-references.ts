import { pattern } from './fold.js';
import { grade, gradeTokens, type Skill } from './language-grades.js';
import { findMentions } from './language-names.js';
import type { Phrase } from './language-phrases.js';
import type { Sentence } from './sentences.js';

const BOTH = pattern(String.raw`\b(?:begge|both)(?: (?:to|språk\w*|languages|deler)\b|$|(?=[.,]))`, '');
// Some part of everything below: most sentences are passed over.
const MAY_REFER = /begge|both|skri|writ|muntlig|munnleg|\b(?:oral|spoken|les|read)/;
const SKILL = String.raw`(?:skriftlig|skriftleg|skriving|å skrive|skrive|written|writing|to write|write)`;
const WAIVED = String.raw`(?:(?:er |is )?(?:det )?(?:ikke|ikkje|ingen|inga|not|no) ?(?:noe |et |eit |a )?(?:krav|nødvendig\w*|viktig|påkrevd|required|needed|necessary|requirement)?|trengs (?:det )?ikke|trengst (?:det )?ikkje|kreves (?:det )?ikke|krevst (?:det )?ikkje)`;
// "Skriftlig er det ingen krav", "du trenger ikke skrive", "muntlig er nok", "det er bare muntlig".
const ORAL_WILL_DO = pattern(String.raw`\b${SKILL} (?:er|is|trengs|trengst|kreves|krevst) ${WAIVED}|\b(?:trenger|treng|behøver|må) (?:du )?(?:ikke|ikkje) (?:å )?(?:kunne )?skriv|\b(?:do not|don't) (?:need|have) to write|\b(?:ikke|ikkje|ingen|inga|no) krav (?:til|om) (?:å )?(?:skriv|skriftlig)|\b(?:bare|berre|kun|only|just) (?:muntlig|munnleg|oral|spoken)|\b(?:muntlig|munnleg) (?:er|held|holder) (?:nok|tilstrekkelig|godt nok|lenge)`, '');
const SPEAKING = pattern(String.raw`\b(?:snakk\w*|prat\w*|forst\w*|speak\w*|talk\w*) (?:\w+ ){0,3}$`, '');
const WRITING = pattern(String.raw`\b(?:skriv\w*|writ\w*|les|leser|lese|lesa|read) (?:\w+ ){0,3}$`, '');

/**
 * What later words say of languages already named: "i begge språk" carries a level back to each, "muntlig er nok" takes the
 * written skill away, and of "snakke godt norsk … skrive enkel norsk" each verb holds its own skill.
 *
 * @param sentence the sentence that names them
 * @param next the one after it; it is heard only when it names no language itself
 * @param phrases what the sentence says by itself
 */
export function referBack(sentence: Sentence, next: Sentence | undefined, phrases: readonly Phrase[]): Phrase[] {
  const mayFollow = next !== undefined && MAY_REFER.test(next.folded);
  if (!mayFollow && !MAY_REFER.test(sentence.folded)) return [...phrases];
  const follows = mayFollow && (BOTH.test(next.folded) || ORAL_WILL_DO.test(next.folded)) && findMentions(next).length === 0 ? next.folded : '';
  const levelled = withSharedLevel(sentence.folded, follows, phrases);
  if (ORAL_WILL_DO.test(sentence.folded) || ORAL_WILL_DO.test(follows)) return levelled.map(withoutWritten);
  return withVerbs(sentence.folded, levelled);
}

function withSharedLevel(own: string, follows: string, phrases: readonly Phrase[]): Phrase[] {
  const text = [own, follows].find((one) => BOTH.test(one));
  if (text === undefined || phrases.length < 2) return [...phrases];
  const at = BOTH.exec(text)?.index ?? 0;
  const { level, skills, isExplicit } = grade(gradeTokens(text.slice(Math.max(0, at - 60), at + 60)));
  const holds = (skill: Skill): boolean => skills.size !== 1 || skills.has(skill);
  return phrases.map((phrase) => (phrase.isGraded || level === null ? phrase
    : { ...phrase, isGraded: true, isExplicit, oral: holds('oral') ? level : null, written: holds('written') ? level : null }));
}

const withoutWritten = (phrase: Phrase): Phrase => (phrase.oral === null ? phrase : { ...phrase, written: null });

/** Only where the same language is named twice: a single "snakke norsk" is both skills by the agreed reading. */
function withVerbs(folded: string, phrases: readonly Phrase[]): Phrase[] {
  const isNamedTwice = ({ mention }: Phrase): boolean => phrases.filter((other) => other.mention.languages[0] === mention.languages[0]).length > 1;
  const leads = phrases.map((phrase) => folded.slice(Math.max(0, phrase.mention.start - 40), phrase.mention.start));
  const isTold = leads.some((lead) => SPEAKING.test(lead)) && leads.some((lead) => WRITING.test(lead));
  if (!isTold) return [...phrases];
  return phrases.map((phrase, index) => {
    const lead = leads[index] ?? '';
    if (!isNamedTwice(phrase) || phrase.oral !== phrase.written || SPEAKING.test(lead) === WRITING.test(lead)) return phrase;
    return SPEAKING.test(lead) ? { ...phrase, written: null } : { ...phrase, oral: null };
  });
}
