/** The door of attendance: lessons, the weeks computed from them, and totals of periods. */
export { forgetLessonRefs } from './commands/forget-lesson-refs.ts';
export { type MergedLessons, mergeLessons } from './commands/merge-lessons.ts';
export { mergePeriodTotals } from './commands/merge-period-totals.ts';
export { moveAttendance, takeAttendanceBack } from './commands/move-person.ts';
export { undoLessons } from './commands/undo-lessons.ts';
export { blankLesson, type IncomingLesson } from './incoming-lesson.ts';
export type { IncomingPeriodTotal, PeriodTotalOutcome } from './incoming-period-total.ts';
export { forgetLessons } from './lesson-before.ts';
export { type LessonStage, openLessonStage, type SharedLesson, type StagedLessons } from './lesson-stage.ts';
export { type AbsentLesson, absentLessons } from './queries/absent-lessons.ts';
export { type AttendanceTotal, attendanceTotals } from './queries/attendance-totals.ts';
export { type CourseAttendance, courseAttendance } from './queries/course-attendance.ts';
export { latestLessonDay } from './queries/latest-lesson-day.ts';
export { type LessonsAtOnce, lessonsAtOnce } from './queries/lessons-at-once.ts';
export {
  dangerouslyLessonsAt,
  dangerouslyLessonsByRef,
  type IdentifiedLesson,
  type LessonPlace,
} from './queries/lessons-told.ts';
export { type PeriodTotal, periodTotals } from './queries/period-totals.ts';
export { type StudentWeek, studentWeeks } from './queries/student-weeks.ts';
export * from './rules/index.ts';
export { keptTotals } from './store-totals.ts';
export type { ChangedWeek } from './store-weeks.ts';
