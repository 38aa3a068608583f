import { addDays, daysBetween, type LocalDate, mondayOf } from '../../../platform/local-date.ts';

/** How old the newest lesson may be before the picture stands still: longer than an autumn break, shorter than Christmas. */
export const daysUntilStale = 14;

/**
 * The day that signals are computed for. As a rule it is today. When nothing newer than two weeks has been read in
 * (summer, a file that never came), it is the Monday after the newest lesson: signals then stay as they were known,
 * instead of going out because nobody has reported. No data is never a good sign.
 */
export function evaluationDay(today: LocalDate, newestLesson: LocalDate | null): LocalDate {
  if (newestLesson === null || daysBetween(newestLesson, today) <= daysUntilStale) return today;
  return addDays(mondayOf(newestLesson), 7);
}
