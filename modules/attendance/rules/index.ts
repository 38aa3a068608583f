/** The pure part of attendance: no database, no clock. What signals, generator and benches import. */
export { episodesIn, joinedWeeks } from './episodes.ts';
export * from './guardian-notice.ts';
export * from './home-municipality-notice.ts';
export * from './investigation.ts';
export {
  afterTermDays,
  autumnOf,
  daysOff,
  isWeekend,
  type SchoolBreak,
  type SchoolCalendar,
  schoolDaysBetween,
  termOf,
  usualCalendar,
} from './school-calendar.ts';
export * from './study-grant-report.ts';
export {
  attendedLessons,
  schoolYearOf,
  teachingWeekShares,
  teachingWeeks,
  type WeeksToSkip,
} from './teaching-weeks.ts';
export { type LessonFact, lessonIsAbsent, type WeekFacts, weekFacts } from './week-facts.ts';
