import type { Tx } from '../../../platform/server/db.ts';
import type { CompulsoryGrade, CompulsorySubject } from '../compulsory-grade.ts';

/** The final grades of year 9 of one student, by subject in no particular order. Whether the asker may see them is not asked here. */
export async function finalGradesOf(tx: Tx, studentId: number): Promise<readonly CompulsoryGrade[]> {
  const rows = await tx.q
    .selectFrom('grades.compulsory_grade')
    .select(['subject', 'language', 'value', 'is_pass'])
    .where('organiser_id', '=', tx.organiser)
    .where('student_id', '=', studentId)
    .execute();
  return rows.map(({ subject, language, value, is_pass }) => ({
    subject: subject as CompulsorySubject,
    language,
    value,
    isPass: is_pass,
  }));
}
