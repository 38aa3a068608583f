import type { LocalDate } from '../../../platform/local-date.ts';

/** A time on a Swedish clock: the day, and minutes since midnight. */
export interface LocalTime {
  readonly day: LocalDate;
  readonly minute: number;
}

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const withZone = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const withoutZone = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})/;

/**
 * An instant (RFC 3339) on a Swedish clock. A time without a zone, which the standard does not allow and some systems
 * send, is taken for Swedish. Null for what is no time.
 */
export function swedishTime(text: string): LocalTime | null {
  if (withZone.test(text)) {
    const at = Date.parse(text.replace(' ', 'T'));
    if (Number.isNaN(at)) return null;
    const [day = '', clock = ''] = format.format(at).split(' ');
    return { day, minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)) };
  }
  const [, day, hour, minute] = withoutZone.exec(text) ?? [];
  return day === undefined ? null : { day, minute: Number(hour) * 60 + Number(minute) };
}

/** Whole minutes between two times as they are written; null when either is none. */
export function minutesBetween(start: string, end: string): number | null {
  const [from, to] = [swedishTime(start), swedishTime(end)];
  if (!from || !to) return null;
  const days = (Date.parse(to.day) - Date.parse(from.day)) / 86_400_000;
  return days * 1440 + to.minute - from.minute;
}
