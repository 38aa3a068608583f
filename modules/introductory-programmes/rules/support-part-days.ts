import { addMonths } from '../../../law/index.ts';
import { addDays, daysBetween, type LocalDate } from '../../../platform/local-date.ts';

/** Days for which something was paid, both included; no `through` while it goes on. */
export interface PaidPeriod {
  readonly from: LocalDate;
  readonly through?: LocalDate | null | undefined;
}

/** When a year of payment is used up: its last day, or the days that remain when the periods end before. */
export type YearOfPayment =
  | { readonly lastDay: LocalDate; readonly remainingDays: 0 }
  | { readonly lastDay: null; readonly remainingDays: number };

/** Adds periods up, day for day and no day twice, to a year that is as long as the one that begins with the first day. At least one period. */
export function yearOfPayment(periods: readonly [PaidPeriod, ...PaidPeriod[]]): YearOfPayment {
  const inOrder = periods.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const first = inOrder.map((each) => each.from)[0] ?? periods[0].from;
  let remaining = daysBetween(first, addMonths(first, 12));
  let next = first;
  for (const { from, through } of inOrder) {
    const start = from > next ? from : next;
    const days = through ? daysBetween(start, through) + 1 : Number.POSITIVE_INFINITY;
    if (days >= remaining) return { lastDay: addDays(start, remaining - 1), remainingDays: 0 };
    if (days <= 0) continue;
    remaining -= days;
    next = addDays(start, days);
  }
  return { lastDay: null, remainingDays: remaining };
}
