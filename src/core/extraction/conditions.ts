import type { EmploymentKind, WorkingHours } from '../records/vacancy.js';
import { placesOf, type Ad, type Place } from './ad.js';
import { pattern } from './fold.js';
import type { Sentence } from './sentences.js';
import type { Finding } from './span.js';

const HOURS: readonly (readonly [WorkingHours, RegExp])[] = [
  ['shift', pattern(String.raw`turnus|skift(?:arbeid\w*|ordning\w*|plan|tillegg|et|a|s)?\b(?! av)|\b(?:rotasjon\w*|shift(?:s| work)?\b|rotation)`)],
  ['day', pattern(String.raw`\b(?:dagtid\w*|dagarbeid\w*|dagvakt\w*|dagskift|dagstilling\w*|(?:på )?dag(?= ?(?:,|/|og|-) ?(?:kveld|aften|helg|natt|ettermiddag))|day ?time|days(?= ?(?:,|/|and) ?evening)|day shift\w*|(?:mandag|man)[ -]+(?:til )?fre(?:dag)?\b|monday (?:to|-) friday|hverdager|kvardagar|kontortid|ordinær arbeidstid)`)],
  ['evening', pattern(String.raw`\b(?:kveld(?:er|ar|s)?\b|kvelds(?:arbeid|vakt|tid|skift|jobb)\w*|ettermiddag\w*|aften\w*|seinvakt\w*|senvakt\w*|evenings?|afternoons?)`)],
  ['night', pattern(String.raw`\b(?:natt\b|netter|nattarbeid\w*|nattevakt\w*|nattskift\w*|nattestilling\w*|nattvakt\w*|nattjeneste|nights?\b(?! club)|overnight)`)],
  ['weekend', pattern(String.raw`\b(?:helg(?:er|ar|en|a)?\b|helge(?:arbeid|vakt|stilling|jobb|turnus|vakter)\w*|helgearbeid\w*|helgevakt\w*|lørdag\w*|laurdag\w*|søndag\w*|sundag\w*|weekends?|saturdays?|sundays?)`)],
];
const NO_WORK_THEN = pattern(String.raw`\b(?:ingen|ikke|ikkje|inga|uten|utan|fri|fri hver|slipper|no|not|never|stengt|closed)\b(?: \w+){0,2} ?(?:\w+(?:, | og | eller |/))*$`, '');
const NOT_HOURS = pattern(String.raw`^(?:tillegg|lønn)|^ ?(?:i (?:form|rollen)|frist)`, '');

const findingAt = <T>({ sentence, start, end }: Place, value: T, confidence: number): Finding<T> =>
  ({ value, span: { start: sentence.start + start, end: sentence.start + end }, confidence });

/** When the work is done. "Ingen helgejobbing" is no weekend work. */
export function readWorkingHours(ad: Ad): Finding<WorkingHours>[] {
  return HOURS.flatMap(([value, expression]) => {
    const place = placesOf(ad, expression).find((one) => one.sentence.section !== 'application' && isWorkThen(one));
    return place === undefined ? [] : [findingAt(place, value, 0.85)];
  });
}

function isWorkThen({ sentence, start, end }: Place): boolean {
  const before = sentence.folded.slice(Math.max(0, start - 40), start);
  return !NO_WORK_THEN.test(before) && !NOT_HOURS.test(sentence.folded.slice(end, end + 12)) && !/(?:sOknadsfrist|frist|intervju)\D{0,20}$/.test(before);
}

const EMPLOYMENT: readonly (readonly [EmploymentKind, RegExp])[] = [
  ['apprenticeship', pattern(String.raw`\b(?:lærling(?:er|plass\w*|ar)?\b|læreplass\w*|lærekandidat\w*|apprentice\w*)`)],
  ['work-training', pattern(String.raw`\b(?:praksisplass\w*|arbeidstreningsplass\w*|språkpraksisplass|work placement position)`)],
  ['on-call', pattern(String.raw`\b(?:tilkalling\w*|tilkallingsvikar\w*|ringevikar\w*|ekstrahjelp\w*|ekstravakt\w*|timebasis|on[- ]call|vikarer ved behov|tilkallingshjelp\w*|timevikar\w*)`)],
  ['seasonal', pattern(String.raw`\b(?:sesong(?:arbeid\w*|jobb\w*|stilling\w*|basert|medarbeid\w*|ansatt\w*|hjelp)?\b|sommerjobb\w*|sommarjobb\w*|ferievikar\w*|sommervikar\w*|sommarvikar\w*|seasonal|season)`)],
  ['temporary', pattern(String.raw`vikariat|\b(?:engasjement\w*|midlertidig\w*|mellombels\w*|prosjektstilling\w*|åremål\w*|vikar(?:er)?\b|temporary|fixed[- ]term|maternity cover|tidsbegrenset)`)],
  ['permanent', pattern(String.raw`\b(?:fast(?:e)? (?:\w+ )?(?:stilling\w*|ansettelse\w*|tilsetting\w*|tilsett\w*|jobb\w*|ansatt|\d{1,3})|fast(?=,|/|$| \d)|(?:%|prosent) (?:fast|faste)\b|permanent|fast heltid\w*|faste stillinger|fast heltidsstilling|fast deltid\w*)`)],
];
const EVENTUAL = pattern(String.raw`\b(?:mulighet\w*|moglegheit\w*|sjanse\w*|possibility|opportunity|chance|kan (?:bli|føre til|gå over)|på sikt|etter (?:prøveperiode|endt)|lead to|become)\b[^.]{0,40}$|\b(?:for|våre|andre) $`, '');

/** How one is employed. The title decides over the text; "vikariat med mulighet for fast ansettelse" is temporary. */
export function readEmployment(ad: Ad): Finding<EmploymentKind> | null {
  const [first] = ad.sentences;
  const title = first?.kind === 'title' ? { ...ad, folded: ad.folded.slice(0, first.folded.length), sentences: [first] } : null;
  return (title === null ? null : employmentIn(title, EMPLOYMENT, () => true))
    ?? employmentIn(ad, BODY_ORDER, ({ section }) => section !== 'about' && section !== 'application');
}

// In running text apprentices and placements are mostly other people; a plain statement of the position decides.
const BODY_ORDER = [...EMPLOYMENT.filter(([kind]) => kind === 'permanent'), ...EMPLOYMENT.filter(([kind]) => !['permanent', 'apprenticeship', 'work-training'].includes(kind))];

function employmentIn(ad: Ad, kinds: typeof EMPLOYMENT, isHere: (sentence: Sentence) => boolean): Finding<EmploymentKind> | null {
  for (const [value, expression] of kinds) {
    const place = placesOf(ad, expression).find(({ sentence, start }) =>
      isHere(sentence) && !EVENTUAL.test(sentence.folded.slice(Math.max(0, start - 60), start)));
    if (place !== undefined) return findingAt(place, value, 0.88);
  }
  return null;
}

const REMOTE = pattern(String.raw`\b(?:fjernarbeid\w*|fjernjobb\w*|(?:100 ?% |helt |fullt |fully |completely )(?:remote|hjemmekontor|på hjemmekontor|hjemmefra)|jobbe hvor som helst|arbeide hvor som helst|jobbe hvor du vil|stedsuavhengig\w*|work from anywhere|remote (?:position|job|role|work)|(?:jobbe?r?|arbeide?r?) (?:kun |alltid |heltid )?hjemmefra|hjemmebasert)`);
const NOT_REMOTE = pattern(String.raw`\b(?:ikke|ikkje|ingen|not|no|inntil|noen|enkelte|delvis|av og til|mulighet\w*|moglegheit\w*|occasional\w*|hybrid|days?|dager)\b(?: \w+){0,4} ?$`, '');

/** True when the work itself is done from anywhere; some days at home is not that. Null = the ad does not say. */
export function readRemote(ad: Ad): Finding<true> | null {
  const place = placesOf(ad, REMOTE).find(({ sentence, start }) => !NOT_REMOTE.test(sentence.folded.slice(Math.max(0, start - 40), start)));
  return place === undefined ? null : findingAt(place, true, 0.85);
}
