import { addDays, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import type { Resource } from '../client/index.ts';

/** One thing to ask a source for, page after page. Kept between pages, so that a pull that is cut off goes on from it. */
export interface Step {
  /** An instant; only what the source changed after it. */
  readonly modifiedAfter?: string;
  /** Days, both included. */
  readonly window?: { readonly from: LocalDate; readonly to: LocalDate };
  /** The page to go on with; absent at the beginning. */
  readonly pageToken?: string;
  /** The steps together bring all that the list has (from `modifiedAfter` on, in the windows): what does not come is gone. */
  readonly whole?: true;
}

/** What a list's steps are planned from. */
export interface PlanFrom {
  /** When the last whole pull of the list began; null: never. */
  readonly since: Date | null;
  /** The last day mirrored so far, for a list asked by window. */
  readonly windowTo: LocalDate | null;
  /** The first day of the school year. */
  readonly yearStarts: LocalDate;
  readonly today: LocalDate;
}

/** Steps, and the last day that is mirrored when they are done. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly windowTo: LocalDate | null;
}

/** The source's clock and ours may differ, and what it wrote while it answered may have come too late for the answer. */
const overlapMs = 10 * 60_000;
/** A timetable is changed for days to come, and leave is granted ahead. */
const aheadDays = 14;
/** A lesson can be moved past what is mirrored; it is looked for as far as a timetable reaches. */
const movedAheadDays = 366;
/** Windows of four weeks: a provider that has no pages answers each at once, and a pull that is cut off loses no more. */
const windowDays = 28;
/** Sums have no time of change; teachers report late, seldom later than this. */
const weeksAgain = 6;

/** What to ask for of one list: everything the first time, then what has changed. Pure. */
export function planSteps(resource: Resource, from: PlanFrom): Plan {
  if (resource === 'calendarEvents') return eventSteps(from);
  if (resource === 'aggregatedAttendance') return weekSteps(from);
  const { since } = from;
  if (since) return { steps: [{ modifiedAfter: earlier(since) }], windowTo: null };
  // Attendance has no dates to ask by; what was written before the school year began is about another one.
  const first =
    resource === 'attendances' || resource === 'absences'
      ? { modifiedAfter: `${from.yearStarts}T00:00:00Z` }
      : {};
  return { steps: [{ ...first, whole: true }], windowTo: null };
}

/**
 * The school year so far and two weeks ahead. Later: what has changed in the days that are mirrored, and all of the days
 * that are not. A new school year begins a new mirror.
 */
function eventSteps({ since, windowTo, yearStarts, today }: PlanFrom): Plan {
  const to = addDays(today, aheadDays);
  if (!since || windowTo === null || windowTo < yearStarts)
    return { steps: windows(yearStarts, to).map((window) => ({ window, whole: true })), windowTo: to };
  const changed = {
    modifiedAfter: earlier(since),
    window: { from: yearStarts, to: addDays(to, movedAheadDays) },
  };
  const added = windowTo < to ? windows(addDays(windowTo, 1), to).map((window) => ({ window })) : [];
  return { steps: [changed, ...added], windowTo: windowTo > to ? windowTo : to };
}

function weekSteps({ since, windowTo, yearStarts, today }: PlanFrom): Plan {
  const last = mondayOf(today);
  const year = mondayOf(yearStarts);
  const again = addDays(mondayOf(windowTo ?? today), -7 * (weeksAgain - 1));
  const first = since && windowTo !== null && again > year ? again : year;
  const mondays: LocalDate[] = [];
  for (let monday = first; monday <= last; monday = addDays(monday, 7)) mondays.push(monday);
  return {
    steps: mondays.map((monday) => ({ window: { from: monday, to: addDays(monday, 6) } })),
    windowTo: today,
  };
}

function windows(from: LocalDate, to: LocalDate): { from: LocalDate; to: LocalDate }[] {
  const all: { from: LocalDate; to: LocalDate }[] = [];
  for (let first = from; first <= to; first = addDays(first, windowDays)) {
    const last = addDays(first, windowDays - 1);
    all.push({ from: first, to: last < to ? last : to });
  }
  return all;
}

function earlier(since: Date): string {
  return new Date(since.getTime() - overlapMs).toISOString();
}
