import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/** A student as the engine is told of one: where, since when, in which year. Nothing of her background. */
export interface Enrolled {
  readonly studentId: number;
  readonly classId: number | null;
  readonly mentorId: number | null;
  readonly yearOfProgramme: number | null;
  readonly enrolledFrom: LocalDate | null;
}

/**
 * The classes that `students` go in, each with all its members, since a class is compared with itself. A student in
 * no class stands alone. `'all'` is every student that is placed somewhere.
 */
export async function affectedClasses(
  tx: Tx,
  students: readonly number[] | 'all',
): Promise<readonly (readonly Enrolled[])[]> {
  const some = students === 'all' ? null : students;
  const { rows } = await sql<{
    student_id: number;
    class_id: number | null;
    mentor_id: number | null;
    year_of_study: number | null;
    starts: LocalDate | null;
  }>`
    select p.student_id, p.class_id, p.mentor_id, p.year_of_study,
      (select min(e.starts) from people.enrolment e
       where e.organiser_id = p.organiser_id and e.student_id = p.student_id and e.unit_id = p.unit_id) as starts
    from people.placement p
    where p.organiser_id = ${tx.organiser} and (${some}::integer[] is null
      or p.student_id = any(${some}::integer[])
      or p.class_id in (select class_id from people.placement
        where organiser_id = ${tx.organiser} and student_id = any(${some}::integer[])))
    order by p.class_id, p.student_id`.execute(tx.q);
  return byClass(
    rows.map((row) => ({
      studentId: row.student_id,
      classId: row.class_id,
      mentorId: row.mentor_id,
      yearOfProgramme: row.year_of_study,
      enrolledFrom: row.starts,
    })),
  );
}

function byClass(students: readonly Enrolled[]): readonly (readonly Enrolled[])[] {
  const classes = new Map<number, Enrolled[]>();
  const alone: Enrolled[][] = [];
  for (const student of students) {
    if (student.classId === null) alone.push([student]);
    else classes.set(student.classId, [...(classes.get(student.classId) ?? []), student]);
  }
  return [...classes.values(), ...alone];
}
