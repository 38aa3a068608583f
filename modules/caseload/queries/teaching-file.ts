import { addDays, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import { type Tx, together } from '../../../platform/server/db.ts';
import { type Actor, relationsTo, type Why, whyMay } from '../../access/index.ts';
import { type CourseAttendance, courseAttendance } from '../../attendance/index.ts';
import { type GradeOfStudent, gradesOf } from '../../grades/index.ts';
import { type StudentCard, studentCard } from '../../people/index.ts';

/** What somebody who teaches a student sees: who, attendance in the groups taught and grades of their courses, nothing else. */
export interface TeachingFile {
  readonly why: Why;
  readonly card: StudentCard;
  readonly courses: readonly CourseAttendance[];
  /** Those of the courses that are taught in the groups; the other grades are not the reader's. */
  readonly grades: readonly GradeOfStudent[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The four calendar weeks that end with the latest Sunday. */
const shownDays = 28;

/** The teacher's view of one student; undefined when the reader teaches her nothing, or there is no such student. */
export async function teachingFile(
  tx: Tx,
  actor: Actor,
  studentId: number,
  today: LocalDate,
): Promise<TeachingFile | undefined> {
  const subject = await relationsTo(tx, actor, studentId, today);
  const why = whyMay(actor, 'student.read-teaching', subject);
  if (!why.allowed) return undefined;
  const to = addDays(mondayOf(today), -1);
  const from = addDays(to, 1 - shownDays);
  const [card, attended, allGrades] = await together(tx, [
    () => studentCard(tx, studentId, today),
    () => courseAttendance(tx, studentId, from, to),
    () => gradesOf(tx, [studentId], today),
  ]);
  if (!card) return undefined;
  const taught = new Set(
    subject.relations.filter((each) => each.relation === 'teaches').map((each) => each.through),
  );
  const courses = attended.filter((course) => taught.has(course.groupName));
  const codes = new Set(courses.map((course) => course.courseCode));
  return { why, card, courses, grades: allGrades.filter((grade) => codes.has(grade.courseCode)), from, to };
}
