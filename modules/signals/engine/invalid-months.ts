import { fromEpochDay } from '../../../platform/local-date.ts';
import type { WeekFacts } from '../../attendance/rules/index.ts';
import { type InvalidMonth, monthReachesLimit } from '../rules/n02-invalid-absence.ts';
import type { Limits } from '../rules/thresholds.ts';

interface Tally {
  minutes: number;
  days: number;
}

const none: Tally = { minutes: 0, days: 0 };

/** Invalid minutes by calendar month, filled week by week in the order of time. */
export class InvalidMonths {
  readonly #months = new Map<string, Tally>();

  /** Adds a week; `monday` as `epochDay`. */
  add(week: WeekFacts, monday: number): void {
    if (week.invalidMinutes === 0) return;
    for (const [i, minutes] of week.invalidByDay.entries()) {
      if (minutes > 0) this.#addDay(monthOf(monday + i), minutes);
    }
  }

  #addDay(month: string, minutes: number): void {
    const tally = this.#months.get(month) ?? { minutes: 0, days: 0 };
    tally.minutes += minutes;
    tally.days += 1;
    this.#months.set(month, tally);
  }

  /**
   * The month that an evaluation on Monday `day` judges: of those that the last fourteen days lie in, the latest that
   * reaches the limit, else the latest. Two weeks, so that a limit reached on the last of a month can be confirmed.
   */
  judged(day: number, limits: Limits): InvalidMonth {
    if (this.#months.size === 0) return { month: '', ...none };
    const latest = this.#of(monthOf(day - 1));
    if (monthReachesLimit(latest, limits)) return latest;
    const before = this.#of(monthOf(day - 14));
    return monthReachesLimit(before, limits) ? before : latest;
  }

  #of(month: string): InvalidMonth {
    return { month, ...(this.#months.get(month) ?? none) };
  }
}

function monthOf(day: number): string {
  return fromEpochDay(day).slice(0, 7);
}
