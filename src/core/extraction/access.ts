/** What an ad says about getting there. */
export interface AccessReading {
  /** True: the place is not reached without a car. */
  readonly carNeeded: boolean;
  /** True: the day starts before, or ends after, the time buses usually run. */
  readonly outsideBusHours: boolean;
}

const SENTENCE_END = /[.!?;\n]+/;
/** A day that starts at or before this, or ends after the other, in minutes from midnight, is outside bus hours. */
const FIRST_START = 6 * 60, LAST_END = 23 * 60 + 30;

const CAR_NEEDED = [
  /\b(?:må|lyt|treng|trenger|krever|krevst|kreves|avhengig av|nødvendig (?:å|med))\b[^.]{0,25}\b(?:egen |eigen )?bil\b/u,
  /\b(?:egen |eigen )?bil (?:er |kreves|krevst)?(?:nødvendig|nødvendig|eit krav|et krav|må til)/u,
  /\b(?:own car|a car|your own transport) (?:is )?(?:needed|required|necessary|essential)/u,
  /\b(?:must|need to) have (?:a|your own) car\b/u,
  /\b(?:går|kjører|køyrer|finst|finnes) (?:det )?(?:ikke|ikkje|ingen) (?:noen |noko )?buss(?! (?:før|etter|så|om natt|om kveld|på søndag|i helg))/u,
  /\bbuss(?:en|ane|ene)? (?:går|stopper|stoppar|kjører|køyrer) (?:ikke|ikkje)(?! (?:før|etter|så|om natt|om kveld|på søndag|i helg))/u,
  /\bno (?:bus|public transport)\b/u,
] as const;
/** The car that is spoken of is the firm's, or there is another way. */
const NOT_NEEDED = /firmabil|servicebil|tjenestebil|varebil|company car|lastebil|dersom|hvis du (?:ikke )?har|fordel|praktisk|ønskelig|samkjør|sitje på|sitte på med|skyss|hent(?:er|ing)|trenger ikke|treng ikkje/u;

const TIME_RANGE = /(?<![\d.,:%])([01]?\d|2[0-4])(?:[.:]?([0-5]\d))?\s?(?:–|-|til|to)\s?([01]?\d|2[0-4])(?:[.:]?([0-5]\d))?(?![\d.,:]*\d)(?!\s?(?:%|prosent|år|uker|veker|dag|dager|dagar|timer|timar|månad|mnd|barn|person|plasser|stk|kr|km|grad|kg|ansatt|tilsett|medarbeid|minutt|min\b|gang|nye|vogn|elev))/gu;

/** Reads how a place of work is reached and whether its hours have buses. Linear in the text. */
export function readAccess(text: string): AccessReading {
  const lower = text.toLowerCase();
  const carNeeded = lower.split(SENTENCE_END).some((sentence) => CAR_NEEDED.some((pattern) => pattern.test(sentence)) && !NOT_NEEDED.test(sentence));
  return { carNeeded, outsideBusHours: hasOddHours(lower) };
}

function hasOddHours(text: string): boolean {
  for (const [, startHour, startMinute, endHour, endMinute] of text.matchAll(TIME_RANGE)) {
    if ((startHour?.length ?? 0) < 2 && startMinute === undefined) continue; // "2–3" is rarely a time
    const start = minutes(startHour, startMinute), end = minutes(endHour, endMinute);
    if (start <= FIRST_START || end >= LAST_END || end <= FIRST_START) return true;
  }
  return /\b(?:klokka|klokken|kl\.?)\s?0?[3-5](?:[.:]\d\d)?\b/u.test(text);
}

const minutes = (hour = '0', minute = '0'): number => Number(hour) * 60 + Number(minute);
