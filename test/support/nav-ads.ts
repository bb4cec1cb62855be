import type { NavStandIn } from './nav-stand-in.js';

export const uuidOf = (number: number): string => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;

const PLACES = [
  { country: 'NORGE', address: '', city: 'SANDNES', postalCode: '4306', county: 'ROGALAND', municipal: 'SANDNES' },
  { country: 'NORGE', address: null, city: 'OSLO', postalCode: '0150', county: 'OSLO', municipal: 'OSLO' },
  { country: 'NORGE', address: '', city: '', postalCode: '', county: 'VIKEN', municipal: 'NES (AKERSHUS)' },
  { country: 'NORGE', address: '', city: 'BERGEN', postalCode: '5003', county: 'HORDALAND', municipal: 'BERGEN' },
];

const JOBS = [
  { title: 'Renholder', code: '9112', text: '<p>Vi søker renholder i 80 % stilling.</p><ul><li>Du må snakke litt norsk</li></ul>' },
  { title: 'Førskolelærer', code: '2342.07', text: '<p>Barnehagen søker barnehagelærer. Gode norskkunnskaper er et krav.</p>' },
  { title: 'Sjåfør', code: '8332', text: '<p>Lastebilsjåfør med førerkort klasse C søkes.</p>' },
  { title: 'Kokk', code: '', text: '<p>Restauranten søker kokk. Fagbrev er en fordel.</p>' },
];

/** An ad as the feed gives it, with empty strings where nothing is said. */
export function navAd(number: number, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const job = JOBS[number % JOBS.length]!;
  return {
    uuid: uuidOf(number), published: '2026-10-01T00:00:00+02:00', expires: '2027-01-15T00:00:00+01:00[Europe/Oslo]', updated: '2026-11-01T10:00:00',
    workLocations: [PLACES[number % PLACES.length]], contactList: [{ name: `Kontakt ${number}`, email: `kontakt${number}@eksempel.no`, phone: '', role: '', title: '' }],
    title: `${job.title} nr. ${number}`, description: job.text, sourceurl: '', source: 'Stillingsregistrering', applicationUrl: '', applicationDue: 'Snarest',
    occupationCategories: [], categoryList: [{ categoryType: 'STYRK08', code: job.code, name: '', description: '', score: 1 }, { categoryType: 'JANZZ', code: '1', name: '', score: 0 }],
    jobtitle: '', link: `https://arbeidsplassen.nav.no/stillinger/stilling/${uuidOf(number)}`,
    employer: { name: 'Bedriften AS', orgnr: '974760673', description: '', homepage: '' },
    engagementtype: 'Fast', extent: 'Heltid', starttime: '', positioncount: '1', sector: 'Privat', ...change,
  };
}

/** A feed of `count` ads with overlap, changes, endings and lines from before anything matters. Every seventh ad ends, every fifth is said twice. */
export function fillFeed(standIn: NavStandIn, count: number, now: Date): void {
  const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
  standIn.say({ uuid: uuidOf(900_000), status: 'ACTIVE', changed: new Date('2019-05-01T00:00:00Z') }, navAd(900_000, { title: 'Fra 2019' }));
  standIn.say({ uuid: uuidOf(900_000), status: 'INACTIVE', changed: new Date('2019-06-01T00:00:00Z') }, null);
  const start = 3 * count + 10;
  for (let number = 0; number < count; number += 1) {
    standIn.say({ uuid: uuidOf(number), status: 'ACTIVE', changed: minutesAgo(start - number) }, navAd(number));
  }
  for (let number = 0; number < count; number += 5) {
    standIn.say({ uuid: uuidOf(number), status: 'ACTIVE', changed: minutesAgo(start - count - number) }, navAd(number, { title: `Endret nr. ${number}` }));
  }
  for (let number = 0; number < count; number += 7) {
    standIn.say({ uuid: uuidOf(number), status: 'INACTIVE', changed: minutesAgo(start - 2 * count - number) }, null);
  }
}
