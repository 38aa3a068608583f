import { weekNumber } from '../../../platform/web/format.ts';
import { courseName } from '../../organisation/index.ts';
import type { StudentFile } from '../queries/student-file.ts';

/** What a course is called: as the syllabus writes it, else the group's name, else the code. */
export function courseWords(course: { readonly courseCode: string; readonly groupName: string }): string {
  return courseName(course.courseCode) ?? (course.groupName || course.courseCode || 'Utan kurs');
}

const mostStrengths = 5;

/** Two to five facts to begin the talk with: those of the lists, and the courses where every lesson was attended. */
export function strengthsOf(file: StudentFile): readonly string[] {
  const whole = file.courses
    .filter((course) => course.absentLessons === 0 && course.reportedLessons >= 6)
    .toSorted((a, b) => b.reportedLessons - a.reportedLessons)
    .slice(0, 2)
    .map(
      (course) =>
        `${courseWords(course)}: ${course.reportedLessons} av ${course.reportedLessons} lektioner sedan vecka ${weekNumber(file.coursesFrom)}`,
    );
  const helped = file.talks.filter((talk) => talk.outcome === 'fine').length;
  const talks =
    helped > 0 ? [`${helped === 1 ? 'Ett samtal' : `${helped} samtal`} det senaste året har gått bra`] : [];
  return [...(file.row?.strengths ?? []), ...whole, ...talks].slice(0, mostStrengths);
}
