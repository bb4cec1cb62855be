import type { Reason } from '../judged.js';
import { sayDemand } from './say.js';

type Terms = Reason['terms'];
type Template = (terms: Terms) => string;
const term = (terms: Terms, name: string): string => String(terms[name] ?? '');
const said = (terms: Terms): string => sayDemand(term(terms, 'needs'));

/** Bokmål for every reason a criterion can give. Sober words: what is known and from where, never praise. */
const TEMPLATES: Readonly<Record<string, Template>> = {
  'occupation.own': (t) => `Har gjort dette arbeidet: ${term(t, 'brought')} passer med ${term(t, 'work')}.`,
  'occupation.adjacent': (t) => `Mye av kompetansen som ${term(t, 'brought')} kan brukes som ${term(t, 'work')}.`,
  'occupation.related': (t) => `Noe av kompetansen som ${term(t, 'brought')} kan brukes som ${term(t, 'work')}.`,
  'occupation.unrelated': (t) => `Lite av kompetansen i kartleggingen brukes som ${term(t, 'work')}.`,
  'occupation.language': (t) => `Språket arbeidet krever, er kompetansen personen bringer med seg til ${term(t, 'work')}.`,
  'occupation.entry': (t) => `Ingen arbeidserfaring er registrert, og ${term(t, 'work')} krever ingen.`,
  'occupation.unknown': (t) => `Yrket kan ikke vurderes: kartleggingen eller annonsen sier ikke nok om ${term(t, 'work')}.`,
  'education.not-demanded': () => 'Stillingen stiller ikke krav til utdanning.',
  'education.met': (t) => `Utdanningen dekker kravet (${said(t)}).`,
  'education.by-experience': (t) => `Erfaringen i yrket teller like mye som utdanningen det spørres etter (${said(t)}).`,
  'education.partly-by-experience': (t) => `Erfaringen i yrket dekker en del av utdanningskravet (${said(t)}).`,
  'education.short': (t) => `Utdanningskravet (${said(t)}) er ikke dekket; høyeste relevante er ${term(t, 'has')}.`,
  'education.unknown': (t) => `Kravet er ${said(t)}; utdanning er ikke kartlagt.`,
  'education.unrecognised': (t) => `Utdanningen svarer til kravet (${said(t)}), men er ikke godkjent i Norge ennå.`,
  'education.recognition-unknown': (t) => `Utdanningen svarer til kravet (${said(t)}); det er ikke registrert om den er godkjent.`,
  'experience.not-demanded': () => 'Stillingen ber ikke om et bestemt antall år med erfaring.',
  'experience.met': (t) => `Har ${years(t, 'held')} relevant erfaring; det spørres etter ${years(t, 'demanded')}.`,
  'experience.short': (t) => `Har ${years(t, 'held')} relevant erfaring; det spørres etter ${years(t, 'demanded')}.`,
  'experience.unknown': (t) => `Det spørres etter ${years(t, 'demanded')} erfaring; antall år er ikke registrert.`,
  'language.not-demanded': () => 'Stillingen stiller ikke språkkrav.',
  'language.met': (t) => `Språkkravet er dekket: ${said(t)}.`,
  'language.unknown': (t) => `Språkkravet er ${said(t)}; nivået er ikke kartlagt.`,
  'language.helped': (t) => `${steps(t)} under ${said(t)}; arbeidsgiveren tilbyr opplæring eller oppfølging på jobb.`,
  'language.short': (t) => `${steps(t)} under ${said(t)}; kravet er ikke absolutt.`,
  'language.strict': (t) => `${steps(t)} under ${said(t)}, som er et absolutt krav.`,
  'certificates.not-demanded': () => 'Stillingen krever verken kursbevis eller førerkort.',
  'certificates.met': (t) => `Har det som kreves: ${term(t, 'needs')}.`,
  'certificates.given': (t) => `Mangler ${term(t, 'needs')}, men arbeidsgiveren gir kurset.`,
  'certificates.formality': (t) => `${term(t, 'needs')} ordnes ved ansettelse.`,
  'certificates.missing': (t) => `Mangler ${term(t, 'needs')}.`,
  'certificates.unknown': (t) => `${term(t, 'needs')} kreves; kursbevis er ikke kartlagt.`,
  'licence.met': (t) => `Har førerkort klasse ${term(t, 'needs')}.`,
  'licence.missing': (t) => `Mangler førerkort klasse ${term(t, 'needs')}.`,
  'licence.unknown': (t) => `Førerkort klasse ${term(t, 'needs')} kreves; førerkort er ikke kartlagt.`,
  'authorisation.not-demanded': () => 'Yrket krever ikke autorisasjon her.',
  'authorisation.granted': (t) => `Har autorisasjon: ${term(t, 'needs')}.`,
  'authorisation.applied': (t) => `Har søkt om autorisasjon (${term(t, 'needs')}), men ikke fått den ennå.`,
  'authorisation.none': (t) => `Mangler autorisasjon: ${term(t, 'needs')}.`,
  'authorisation.unknown': (t) => `Autorisasjon kreves (${term(t, 'needs')}); den er ikke registrert.`,
  'skills.unknown': () => 'Ingen ferdigheter er beskrevet i kartleggingen.',
  'skills.none': () => 'Annonsen nevner ikke ferdighetene i kartleggingen.',
  'skills.found': (t) => `Annonsen nevner: ${term(t, 'words')}.`,
  'reach.remote': () => 'Arbeidet kan gjøres hjemmefra.',
  'reach.within': (t) => `Om lag ${term(t, 'minutes')} minutter fra dør til dør; grensen er ${term(t, 'limit')}.`,
  'reach.slightly-above': (t) => `Om lag ${term(t, 'minutes')} minutter fra dør til dør, litt over grensen på ${term(t, 'limit')}.`,
  'reach.no-bus': (t) => `Om lag ${term(t, 'minutes')} minutter fra dør til dør, men det går trolig ikke buss til disse arbeidstidene.`,
  'reach.no-transport': () => 'Arbeidsstedet nås bare med bil, og det er ikke registrert egen bil.',
  'reach.relocation': (t) => `Om lag ${term(t, 'km')} km unna; personen er villig til å flytte.`,
  'reach.out-of-reach': (t) => `Om lag ${term(t, 'minutes')} minutter fra dør til dør, klart over grensen på ${term(t, 'limit')}.`,
  'hours.unknown': () => 'Arbeidstid er ikke oppgitt, eller personen har ikke sagt noe om den.',
  'hours.met': () => 'Arbeidstiden passer.',
  'hours.percent-met': (t) => `Stillingsprosenten passer (${term(t, 'percent')} %).`,
  'hours.percent-negotiable': (t) => `Stillingsprosenten (${term(t, 'percent')} %) ligger litt utenfor ønsket (${term(t, 'wanted')}).`,
  'hours.percent-off': (t) => `Stillingsprosenten (${term(t, 'percent')} %) ligger utenfor ønsket (${term(t, 'wanted')}).`,
  'hours.clash': (t) => `Arbeidstiden omfatter tid personen ikke kan arbeide: ${partsOfDay(term(t, 'hours'))}.`,
  'hours.may-clash': () => 'Skiftarbeid som kan falle på tid personen ikke kan arbeide.',
  'preference.wished': () => 'Arbeidet står blant ønskene.',
  'preference.open': () => 'Personen er åpen for alt arbeid.',
  'preference.own-field': () => 'Personen ønsker arbeid i eget fag, og det er dette.',
  'preference.near-own-field': () => 'Personen ønsker arbeid i eget fag; dette ligger nær.',
  'preference.against': () => 'Personen ønsker bare arbeid i eget fag.',
  'preference.other-wish': () => 'Personen har ønsket annet arbeid.',
  'preference.unknown': () => 'Ønsker er ikke registrert.',
};

const PARTS: Readonly<Record<string, string>> = { day: 'dag', evening: 'kveld', night: 'natt', weekend: 'helg', shift: 'skift' };
const partsOfDay = (list: string): string => list.split(', ').map((part) => PARTS[part] ?? part).join(', ');

function years(terms: Terms, name: string): string {
  return `${term(terms, name).replace('.', ',')} år`;
}

function steps(terms: Terms): string {
  return terms['steps'] === 1 ? 'Ett språknivå' : `${term(terms, 'steps')} språknivåer`;
}

/** The reason in bokmål. @throws RangeError for a code without a text, which is a bug here and not in the data. */
export function sayBecause({ code, terms }: Reason): string {
  const template = TEMPLATES[code];
  if (!template) throw new RangeError(`no text for reason "${code}"`);
  return template(terms);
}
