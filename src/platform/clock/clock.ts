import { Injectable } from '@nestjs/common';

const osloDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar date in Norway at `instant`, as `yyyy-mm-dd`. */
export const osloDateOf = (instant: Date): string => osloDate.format(instant);

/** The only source of time outside the core; tests replace it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in Norway, `yyyy-mm-dd`. */
  today(): string {
    return osloDateOf(this.now());
  }
}
