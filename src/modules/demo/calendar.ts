const MILLISECONDS_A_DAY = 86_400_000;

/** The ISO date `days` after `date` (before it when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The first Monday on or after `date`. */
export function mondayFrom(date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, (8 - day) % 7);
}

/** Year of an ISO date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
