import { pattern } from './fold.js';

/** What a heading says about the lines under it. */
export type SectionKind = 'neutral' | 'requirements' | 'wishes' | 'offers' | 'tasks' | 'about' | 'application';

/** "Ønskede kvalifikasjoner" heads the whole list; beside a heading of musts it heads the wishes. */
export type HeadingKind = SectionKind | 'wished-qualifications';

// Order matters: the first that fits decides.
const KINDS: readonly (readonly [HeadingKind, RegExp])[] = [
  ['offers', pattern(String.raw`^(?:vi|me) (?:kan )?(?:også )?(?:tilby|gir|gjev|byr)|\btilby(?:r|d|s)?\b|^(?:hos oss|dette|her|som ansatt) får|^du (?:får|vil få)\b|\b(?:får du|kan du forvente)\b|^fordeler(?: hos oss| som ansatt)?\W*$|^goder|\bwe (?:can )?offer\b|^benefits|^perks|what you get|what.{1,10}in it for you|^(?:derfor|hvorfor) |^why `, '')],
  ['wished-qualifications', pattern(String.raw`(?:ønske(?:de|t|lige?|lege?|s)|ønskte?|ønskjeleg|preferred|desired|desirable).{0,25}(?:kvalifikasjon|kompetanse|bakgrunn|erfaring|egenskap|utdann|kunnskap|qualif|skills|experience)|(?:kvalifikasjon|kompetanse|erfaring|utdann)\w{0,6} (?:som )?(?:er )?ønske`, '')],
  ['wishes', pattern(String.raw`\b(?:fordel|føremon|pluss|bonus|ønskelig|ønskeleg|ønskjeleg|gjerne|helst|meritterende|fortrinn|kjekt|nice[ -]to[ -]have|advantage|advantageous|plus|preferred|preferably|desirable|beneficial|bør|teller positivt)\b|plusspoeng|setter (?:vi )?(?:stor )?pris på|^(?:ønsker|ønskjer)\W*$`, '')],
  ['tasks', pattern(String.raw`arbeidsoppg|\boppg[aå]ver?\b|ansvarsområde|\bansvar\b|\bresponsibilit|\btasks\b|\bduties\b|what you(?:'ll| will) (?:do|be doing)|hva (?:du|skal du|vil du).{0,12}gjør|kva du skal gjer|arbeidet (?:består|innebærer)|^(?:jobben|stillingen|rollen) (?:innebærer|består)`, '')],
  ['about', pattern(String.raw`^om (?:oss|bedriften|arbeidsgiver|selskapet|virksomheten|firmaet|kommunen|arbeidsplassen|avdelingen)|^about (?:us|the company|\w+\W*$)|^(?:hvem er vi|kven er vi|who we are|our company)`, '')],
  ['application', pattern(String.raw`^(?:søknad|slik søker|hvordan søke|korleis søkje|søk (?:her|på)|kontakt|how to apply|application|apply)`, '')],
  ['requirements', pattern(String.raw`^nødvendig|^påkrevd|kvalifikasjon|kvalifiser|\bkrav\b|kompetanse|(?:vi|me) (?:søker|søkjer|ser etter|leter etter|ønsker|ønskjer|trenger|treng|krever)|\bdu (?:har|må|er|kan|bør|som)\b|hvem er du|kven er du|\butdann|\berfaring|språk|require|qualif|\bskills\b|who you are|who are you|looking for|your profile|you (?:have|are|must|need|bring)|egenskap|eigenskap|profil|må ha|må kunne|background`, '')],
];

/** Which kind of section a heading opens; null when nothing in it says so. @param folded the heading, folded and trimmed */
export function headingKind(folded: string): HeadingKind | null {
  for (const [kind, expression] of KINDS) if (expression.test(folded)) return kind;
  return null;
}

const MUST_HEADING = pattern(String.raw`^(?:absolutte |formelle |faglige |ufravikelige |viktige )?(?:krav|kvalifikasjonskrav|må-?krav|minimumskrav)|^(?:du |den som søker |søkeren? )?må (?:ha|kunne|være)|^(?:minimum |essential |mandatory |required |must).{0,30}(?:require|qualif|have|skills|experience)|^requirements`, '');

/** True for a heading that can only stand over musts. */
export function isMustHeading(folded: string): boolean {
  return MUST_HEADING.test(folded);
}
