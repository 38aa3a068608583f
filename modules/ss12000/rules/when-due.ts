import type { LocalDate } from '../../../platform/local-date.ts';

/** What decides when a source is pulled. Instants, and a Swedish hour. */
export interface Schedule {
  readonly hour: number | null;
  readonly paused: boolean;
  readonly startedAt: Date | null;
  /** The last attempt that nobody asked for: what somebody looks at in the evening is no reason to leave out the night. */
  readonly scheduledAt: Date | null;
  readonly nextTry: Date | null;
  readonly nudgedAt: Date | null;
  /** The schedule's last attempt was cut off with its server: nobody works on it and nothing is noted of how it went. */
  readonly interrupted: boolean;
}

/** Now, on a Swedish clock too. */
export interface Now {
  readonly at: Date;
  readonly day: LocalDate;
  readonly hour: number;
}

/** A nudge may come for every lesson that is reported; the source is pulled no more often than this. */
const betweenNudgedMs = 10 * 60_000;
/** A server that is stopped by what it pulls must not be stopped by it again at once. */
const firstPauseMs = 15 * 60_000;

/**
 * Whether a source is to be pulled now: once a day from its hour on, again when an attempt failed and its pause is over, and
 * soon after a nudge. `dayOf` tells an instant's Swedish day. Pure.
 */
export function isDue(source: Schedule, now: Now, dayOf: (at: Date) => LocalDate): boolean {
  const { paused, hour, startedAt, scheduledAt, nextTry, nudgedAt } = source;
  const age = startedAt === null ? Number.POSITIVE_INFINITY : now.at.getTime() - startedAt.getTime();
  if (paused) return false;
  if (source.interrupted) return age >= firstPauseMs;
  if (nextTry !== null) return now.at >= nextTry;
  if (nudgedAt !== null && age >= betweenNudgedMs) return true;
  if (hour === null || now.hour < hour) return false;
  return scheduledAt === null || dayOf(scheduledAt) < now.day;
}

const longestPauseMs = 4 * 60 * 60_000;

/**
 * How long a failed attempt is rested from, in milliseconds: a quarter of an hour, then half, one, two, four hours.
 * `failures` so far, this one included.
 */
export function pauseAfter(failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1));
}

/** When the next pull is meant to be; null when nothing is planned. */
export function nextPull(
  source: Schedule,
  now: Now,
  dayOf: (at: Date) => LocalDate,
): { readonly at: Date } | { readonly hour: number; readonly today: boolean } | null {
  if (source.paused) return null;
  if (source.nextTry !== null) return { at: source.nextTry };
  if (source.hour === null) return null;
  const doneToday = source.scheduledAt !== null && dayOf(source.scheduledAt) >= now.day;
  return { hour: source.hour, today: !doneToday };
}
