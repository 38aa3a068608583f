import type { Resource } from './resources.ts';

/** Which page of a list is asked for. */
export interface PageOrder {
  /** Only what changed after this time (RFC 3339; exclusive). Says nothing to `aggregatedAttendance`. */
  readonly modifiedAfter?: string;
  /**
   * From and to, both included, as days (Swedish) or times (RFC 3339). Must be given for `calendarEvents` and
   * `aggregatedAttendance`; narrows `absences` and `grades`; other lists have no such filter and leave it out.
   */
  readonly window?: { readonly from: string; readonly to: string };
  /** The `next` of the page before. It stands for all that was asked for then. */
  readonly pageToken?: string;
  /** Objects a page; the client's own unless told. */
  readonly limit?: number;
  /** What the source is asked to send with each object: `attendance` with calendarEvents, for instance. */
  readonly expand?: readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * The question after `?`. The standard lets `pageToken` stand with `limit` and nothing else, and demands a window for
 * lessons and period totals: without one RangeError is thrown, since only the caller can know it. `limit` null is left out.
 */
export function pageQuery(resource: Resource, order: PageOrder, limit: number | null): URLSearchParams {
  const query = new URLSearchParams();
  if (limit !== null) query.set('limit', String(limit));
  if (order.pageToken !== undefined) {
    query.set('pageToken', order.pageToken);
    return query;
  }
  for (const [name, value] of windowOf(resource, order.window)) query.set(name, value);
  if (order.modifiedAfter !== undefined && resource !== 'aggregatedAttendance')
    query.set('meta.modified.after', order.modifiedAfter);
  for (const each of order.expand ?? []) query.append('expand', each);
  return query;
}

function windowOf(resource: Resource, window: PageOrder['window']): readonly (readonly [string, string])[] {
  if (!window) {
    if (resource !== 'calendarEvents' && resource !== 'aggregatedAttendance') return [];
    throw new RangeError(`${resource} is never asked for without a window`);
  }
  const { from, to } = window;
  switch (resource) {
    case 'calendarEvents':
      return [
        ['startTime.onOrAfter', startOf(from)],
        ['startTime.onOrBefore', endOf(to)],
      ];
    case 'absences':
      return [
        ['startTime.onOrBefore', endOf(to)],
        ['endTime.onOrAfter', startOf(from)],
      ];
    case 'aggregatedAttendance':
      return [
        ['startDate', from.slice(0, 10)],
        ['endDate', to.slice(0, 10)],
      ];
    case 'grades':
      return [
        ['registeredDate.onOrAfter', from.slice(0, 10)],
        ['registeredDate.onOrBefore', to.slice(0, 10)],
      ];
    default:
      return [];
  }
}

function startOf(time: string): string {
  return time.length > 10 ? time : swedishTime(time, '00:00:00');
}

function endOf(time: string): string {
  return time.length > 10 ? time : swedishTime(time, '23:59:59');
}

const zone = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' });

/** A Swedish clock time with the offset of its day: the clock is moved at night, never between these two. */
function swedishTime(day: string, clock: string): string {
  const at = new Date(`${day}T${clock}+01:00`);
  const offset = zone
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')
    ?.value.slice(3);
  return `${day}T${clock}${offset || '+01:00'}`;
}
