import type { LocalDate } from '../local-date.ts';

/** Where "today" and "now" come from. The only door to the wall clock; tests and demonstrations give another. */
export interface Clock {
  /** The day in Sweden. */
  today(): LocalDate;
  /** The instant. */
  now(): Date;
}

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The machine's clock, with days as they are in Sweden whatever zone the server stands in. */
export const systemClock: Clock = {
  today: () => swedishDay.format(new Date()),
  now: () => new Date(),
};

/** A clock that stands still on `day` at 08:00 Swedish winter time: for tests and pictures. */
export function stoppedClock(day: LocalDate): Clock {
  return { today: () => day, now: () => new Date(`${day}T07:00:00Z`) };
}
