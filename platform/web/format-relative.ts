import { addDays, daysBetween, type LocalDate } from '../local-date.ts';
import { dayShort, weekdayShort } from './format-date.ts';
import { plural } from './format-number.ts';

/** How long ago: "i dag", "i går", "för 9 dagar sedan", from 28 days "för 7 veckor sedan", from a year "för 14 månader sedan". Refuses days to come by giving the day itself. */
export function ago(day: LocalDate, today: LocalDate): string {
  const days = daysBetween(day, today);
  if (days < 0) return weekdayShort(day, today);
  if (days === 0) return 'i dag';
  if (days === 1) return 'i går';
  return `för ${span(days)} sedan`;
}

/** How long: "23 dagar", from 28 days whole weeks "7 veckor", from a year whole months "14 månader". */
export function span(days: number): string {
  if (days < 28) return plural(days, 'dag', 'dagar');
  if (days < 365) return plural(Math.floor(days / 7), 'vecka', 'veckor');
  return plural(Math.round(days / 30.44), 'månad', 'månader');
}

/** Where a deadline stands: `late` after its day, `heed` today and the two days before, else `later`. Words and icon always say the same. */
export function deadlineTone(day: LocalDate, today: LocalDate): 'late' | 'heed' | 'later' {
  const days = daysBetween(today, day);
  if (days < 0) return 'late';
  return days <= 2 ? 'heed' : 'later';
}

/** A deadline in words: "1 dag sen", "i dag", "i morgon, 24 nov", "i övermorgon, 25 nov", within the week "fre 27 nov", then "18 dec". */
export function deadlineText(day: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, day);
  if (days < 0) return `${span(-days)} sen`;
  if (days === 0) return 'i dag';
  if (days === 1) return `i morgon, ${dayShort(day)}`;
  if (days === 2) return `i övermorgon, ${dayShort(day)}`;
  return days < 7 ? weekdayShort(day) : dayShort(day, today);
}

const swedishTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
});
const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The Swedish clock, "13.10", of an instant or of "13:10" or "13:10:00". */
export function clock(at: Date | string): string {
  const text = typeof at === 'string' ? at.slice(0, 5) : swedishTime.format(at);
  return text.replace(':', '.');
}

/** "kl. 13.10". */
export function time(at: Date | string): string {
  return `kl.\u00a0${clock(at)}`;
}

/** The day in Sweden of an instant. */
export function swedishDayOf(at: Date): LocalDate {
  return swedishDay.format(at);
}

/** An instant seen from `today`: "i dag kl. 07.58", "i går kl. 15.42", "fre 20 nov kl. 15.20". */
export function moment(at: Date, today: LocalDate): string {
  const day = swedishDayOf(at);
  const named = day === today ? 'i dag' : day === addDays(today, -1) ? 'i går' : weekdayShort(day, today);
  return `${named} ${time(at)}`;
}
