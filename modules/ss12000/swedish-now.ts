import { swedishDayOf } from '../../platform/web/format.ts';
import type { Now } from './rules/when-due.ts';

const hour = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** An instant with its Swedish day and hour. */
export function swedishNow(at: Date): Now {
  return { at, day: swedishDayOf(at), hour: Number(hour.format(at)) };
}
