/** The reference data the core decides with, as plain values. Loading it from `data/` is the shell's work. */
export interface ReferenceTables {
  /** Changes whenever any shipped table changes; printed with every result. */
  readonly dataVersion: string;
  /** STYRK-08 at all four levels, keyed by code of one to four digits. */
  readonly styrk: ReadonlyMap<string, StyrkEntry>;
  readonly similarity: OccupationSimilarity;
  readonly occupationEducation: ReadonlyMap<string, OccupationEducation>;
  /** Professions that may only be practised with an authorisation, keyed by the contract's name, e.g. `nurse`. */
  readonly regulatedProfessions: ReadonlyMap<string, RegulatedProfession>;
  readonly certificates: ReadonlyMap<string, CertificateEntry>;
  /** Keyed by four-digit municipality number (2024). */
  readonly municipalities: ReadonlyMap<string, Municipality>;
  /** Four-digit post code -> municipality number. */
  readonly postCodes: ReadonlyMap<string, string>;
  /** Journeys between municipalities known better than a straight line can tell. */
  readonly travel: TravelTable;
  /** Names of the NUS2000 levels 0–9. */
  readonly educationLevels: ReadonlyMap<number, string>;
  /** Names of the NUS2000 fields, keyed by one to three digits without the level digit. */
  readonly educationFields: ReadonlyMap<string, string>;
}

/** Hand-written journeys. A journey holds both ways; `from` = `to` is a journey inside one municipality. */
export interface TravelTable {
  readonly links: readonly TravelLink[];
}

export interface TravelLink {
  /** Four-digit municipality numbers. */
  readonly from: string;
  readonly to: string;
  /** Door to door between where people live, ferry and waiting included, minutes > 0. */
  readonly minutesByCar: number;
  readonly minutesByPublicTransport: number;
}

export interface StyrkEntry {
  readonly code: string;
  /** Official Norwegian name (Statistics Norway). */
  readonly name: string;
  /** NAV's two job categories; only on four-digit codes. */
  readonly navCategory?: readonly [string, string];
}

/** How much of the competence in occupation A an employer in occupation B can use. Not symmetric. */
export interface OccupationSimilarity {
  /** Four-digit codes in the order of rows and columns. */
  readonly codes: readonly string[];
  /** Row-major matrix `from * codes.length + to`, 0 = nothing, 100 = the same work. */
  readonly percent: Uint8Array;
}

/** What education usually leads to an occupation. */
export interface OccupationEducation {
  /** NUS2000 level the work usually takes, 0–8. */
  readonly usualLevel: number;
  /** NUS2000 fields as digits without the level digit, most usual first; empty = any. */
  readonly fields: readonly string[];
}

export interface RegulatedProfession {
  readonly id: string;
  /** Norwegian name as shown to people. */
  readonly name: string;
  /** Other names a record or an ad may use, lower case (Norwegian, English). */
  readonly aliases: readonly string[];
  /** Four-digit STYRK codes whose practice needs it. */
  readonly styrk: readonly string[];
  /** Which law requires it. */
  readonly source: string;
  /** Usual months from application to authorisation for someone educated abroad; a stated assumption. */
  readonly usualMonths: number;
}

export interface CertificateEntry {
  readonly id: string;
  readonly name: string;
  /** Other names a record or an ad may use, lower case (Norwegian, English). */
  readonly aliases: readonly string[];
  /** Usual days of course; null = not a matter of days or weeks (trade certificate, pilot licence). */
  readonly courseDays: number | null;
  /** Certificates that include this one, by id. */
  readonly includedIn: readonly string[];
  /** Driving-licence class a person must hold before the course makes sense, alternatives apart by `/`, e.g. `C1/D1` for YSK; null = none. */
  readonly needsLicence: string | null;
  /** Norwegian, for people: what the days are when they are not a course. */
  readonly note?: string;
}

export interface Municipality {
  readonly number: string;
  /** Official name; with all official languages in `names`. */
  readonly name: string;
  readonly names: readonly string[];
  readonly countyNumber: string;
  readonly county: string;
  /** Where people live (the main settlement), degrees WGS84. */
  readonly latitude: number;
  readonly longitude: number;
  /** Labour-market region (BA-region 2020). */
  readonly regionNumber: string;
  readonly regionName: string;
  /** Minutes by car to the centre of the labour-market region. */
  readonly minutesToCentre: number;
  /** Numbers the municipality (or its parts) had before, back to 2020. */
  readonly formerNumbers: readonly string[];
  /** The main settlement, and municipalities and towns that people still name: `Bryne`, `Skedsmo`. */
  readonly otherNames?: readonly string[];
}
