import type { CandidatePreferences, CandidateProgramme, CandidateRecord, DriversLicenceClass, PartOfDay } from '../../core/records/candidate.js';
import { addDays } from './calendar.js';
import type { Random } from './random.js';
import type { DemoGender, DemoOccupation } from './vocabulary.js';

/** What is known of a person before their situation is drawn. */
export interface Person {
  readonly gender: DemoGender;
  /** Whole years, at least 18. */
  readonly age: number;
  readonly level: number;
  readonly monthsInNorway: number;
  readonly isCollective: boolean;
  /** ISO date of assessment. */
  readonly on: string;
}

const PROGRAMME_OLDEST = 55;
const DAYS_A_MONTH = 30;

/** Programme, protection, NAV: by rules and by time in the country. */
export function drawProgramme({ age, level, monthsInNorway, isCollective, on }: Person, random: Random): Pick<CandidateRecord, 'protection' | 'programme' | 'nav' | 'employed'> {
  const protection = isCollective ? 'temporary-collective' : random.weighted([['individual', 60], ['family-reunion', 34], ['other', 6]] as const);
  const status: CandidateProgramme['status'] = age > PROGRAMME_OLDEST ? 'not-entitled'
    : monthsInNorway < 3 ? random.weighted([['not-started', 70], ['participating', 30]] as const)
    : monthsInNorway < 15 ? random.weighted([['participating', 82], ['completed', 10], ['left', 5], ['not-started', 3]] as const)
    : random.weighted([['participating', 24], ['completed', 64], ['left', 12]] as const);
  const months = Math.min(monthsInNorway, random.int(1, 11));
  const startDate = addDays(on, -months * DAYS_A_MONTH);
  const goal = random.weighted([['work', 76], ['higher-education', level === 4 ? 20 : 6], ['upper-secondary', level < 4 ? 40 : 0], ['other', 3]] as const);
  const programme: CandidateProgramme = status !== 'participating' ? { status, ...(status === 'completed' && { goal }) } : {
    status, startDate, goal,
    ...(random.chance(75) && { plannedEndDate: addDays(startDate, level >= 4 ? (months > 6 ? 365 : 182) : 730) }),
    ...(random.chance(8) && { partTimePercent: random.pick([50, 60]) }),
    ...(months >= 3 && random.chance(70) && { workDirectedHoursPerWeek: random.pick([6, 10, 15, 15, 18, 20]) }),
  };
  const effortGroup = random.weighted([['standard', 15], ['situational', 50], ['specially-adapted', 12], [undefined, 23]] as const);
  const registeredJobSeeker = random.chance(62);
  return {
    protection, programme,
    ...(random.chance(80) && { nav: { registeredJobSeeker, ...(registeredJobSeeker && effortGroup !== undefined && { effortGroup }) } }),
    ...(random.chance(85) && { employed: random.chance(13) }),
  };
}

/** Licence, car, the longest journey and whether they would move. */
export function drawMobility(gender: DemoGender, occupations: readonly DemoOccupation[], random: Random): Pick<CandidateRecord, 'driversLicence' | 'ownCar' | 'maxCommuteMinutes' | 'willingToRelocate'> {
  const licences = new Set<DriversLicenceClass>();
  if (random.chance(gender === 'male' ? 76 : 50)) licences.add('B');
  for (const { licence } of occupations) if (licence !== '' && random.chance(70)) licences.add('B').add(licence as DriversLicenceClass);
  const isKnown = random.chance(94);
  return {
    ...(isKnown && { driversLicence: [...licences] }),
    ...(isKnown && { ownCar: licences.size > 0 && random.chance(52) }),
    ...(random.chance(82) && { maxCommuteMinutes: random.weighted([[30, 14], [45, 34], [60, 36], [75, 8], [90, 8]]) }),
    ...(random.chance(64) && { willingToRelocate: random.chance(18) }),
  };
}

/** Wishes for kind of work, amount and hours. */
export function drawPreferences(occupations: readonly DemoOccupation[], random: Random): CandidatePreferences {
  const styrk = occupations.slice(0, 2).map(({ styrk: code }) => (random.chance(50) ? code : code.slice(0, 3)));
  const openToAnyWork = random.weighted([[true, 58], [false, 16], [undefined, 26]] as const);
  const unavailableHours: readonly PartOfDay[] = random.weighted([[[], 55], [['night'], 22], [['evening', 'night'], 12], [['night', 'weekend'], 6], [['evening', 'night', 'weekend'], 5]]);
  const minPercent = random.weighted([[undefined, 62], [50, 18], [80, 12], [100, 8]] as const);
  return {
    ...(styrk.length > 0 && random.chance(60) && { styrk }),
    ...(openToAnyWork !== undefined && { openToAnyWork }),
    ...(minPercent !== undefined && { minPercent }),
    ...(minPercent === undefined && random.chance(14) && { maxPercent: random.pick([40, 50, 60, 80]) }),
    ...(unavailableHours.length > 0 && { unavailableHours }),
  };
}

/** What the person has said yes to, and whether their address is protected. */
export function drawPrivacy(random: Random): Pick<CandidateRecord, 'consents' | 'addressProtection'> {
  return {
    ...(random.chance(92) && { consents: { shareWithNav: random.chance(90), shareWithEmployers: random.chance(72), jobFairs: random.chance(65) } }),
    addressProtection: random.weighted([['none', 91], ['unknown', 6], ['confidential', 2], ['strictly-confidential', 1]] as const),
  };
}
