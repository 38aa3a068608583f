/** The door of attendance: lessons and weeks as reported, and what is counted from them. */
export { type AbsentLesson, absentLessons } from './queries/absent-lessons.ts';
export { type CourseAttendance, courseAttendance } from './queries/course-attendance.ts';
export { latestLessonDay } from './queries/latest-lesson-day.ts';
export { type StudentWeek, studentWeeks } from './queries/student-weeks.ts';
export * from './rules/index.ts';
