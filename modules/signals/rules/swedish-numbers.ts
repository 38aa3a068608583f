import type { LocalDate } from '../../../platform/local-date.ts';

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/** "22 %": whole percent. */
export function percent(value: number): string {
  return `${Math.round(value)} %`;
}

/** "12 november". */
export function dayAndMonth(day: LocalDate): string {
  return `${Number(day.slice(8))} ${monthName(day.slice(0, 7))}`;
}

/** The name of a month given as `YYYY-MM`. */
export function monthName(month: string): string {
  return months[Number(month.slice(5, 7)) - 1] ?? month;
}

/** "4 h 40 min", "5 h", "45 min". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A change of share in words: "oförändrad" within a point, else "upp 3 punkter" or "ner 2 punkter". */
export function points(value: number): string {
  const whole = Math.round(value);
  if (whole === 0) return 'oförändrad';
  const count = Math.abs(whole);
  return `${whole > 0 ? 'upp' : 'ner'} ${count} ${count === 1 ? 'punkt' : 'punkter'}`;
}

/** A number of days as people say it: "12 dagar", "6 veckor". */
export function span(days: number): string {
  if (days >= 21) return `${Math.floor(days / 7)} veckor`;
  return days === 1 ? '1 dag' : `${days} dagar`;
}
