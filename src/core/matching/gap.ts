/** What can stand between a person and a vacancy. */
export type GapKind =
  | 'language' | 'education' | 'recognition' | 'authorisation' | 'certificate'
  | 'licence' | 'experience' | 'distance' | 'hours' | 'preference';

/** One demand that is not met, in the terms of the contract, with what measures need to know of it. */
export interface Gap {
  readonly kind: GapKind;
  /** What the vacancy needs, in code form where there is one: `no B1 oral`, `truck-T1`, `CE`, `nurse`, `level 4`. */
  readonly needs: string;
  /** What the record shows the person has, in the same form; null = the record does not say. */
  readonly has: string | null;
  /** Size of the gap in its own steps (CEFR levels, education levels, years); null where steps mean nothing. */
  readonly steps: number | null;
  /** Whether anything the person, the employer or NAV can do may close it for this vacancy. */
  readonly closable: boolean;
  /** Months it takes to close with the stated assumptions; 0 = before the start; null = not closable or not known. */
  readonly months: number | null;
  /** True: the employer's own arrangement in this vacancy already covers it (mentor, language training, course). */
  readonly covered: boolean;
  /** True: the demand is absolute. */
  readonly strict: boolean;
  /** Language gaps: ISO 639 code of the alternative nearest to being met. */
  readonly language?: string;
}

export type Band = 'direct' | 'fast-track' | 'qualification' | 'not-now';
