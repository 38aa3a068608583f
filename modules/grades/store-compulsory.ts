import type { LocalDate } from '../../platform/local-date.ts';
import { type KeptTable, keeping } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { IncomingFinalGrades } from './compulsory-grade.ts';

/** The final grades, whose changes are kept to be undone. */
export const finalGrade: KeptTable = { name: 'grades.compulsory_grade', key: ['student_id', 'subject'] };

/** What became of one student's final grades; `older`: a later file has been read in, and nothing is changed. */
export interface FinalGradesOutcome {
  readonly row: number;
  readonly became: 'created' | 'updated' | 'unchanged' | 'older';
}

/** Inserts final grades and writes changed ones over what is stored, each student once. A subject that is missing is left alone. */
export async function storeFinalGrades(
  tx: Tx,
  students: readonly IncomingFinalGrades[],
): Promise<readonly FinalGradesOutcome[]> {
  const before = await storedDays(tx, students);
  const isOlder = (each: IncomingFinalGrades): boolean => each.takenOn < (before.get(each.studentId) ?? '');
  const current = students.filter((each) => !isOlder(each));
  const written = await write(tx, current);
  return [
    ...students.filter(isOlder).map(({ row }) => ({ row, became: 'older' as const })),
    ...current.map(({ row, studentId }) => ({ row, became: became(written, before, studentId) })),
  ];
}

function became(
  written: ReadonlySet<number>,
  before: ReadonlyMap<number, LocalDate>,
  studentId: number,
): FinalGradesOutcome['became'] {
  if (!before.has(studentId)) return 'created';
  return written.has(studentId) ? 'updated' : 'unchanged';
}

async function storedDays(
  tx: Tx,
  students: readonly IncomingFinalGrades[],
): Promise<ReadonlyMap<number, LocalDate>> {
  const { rows } = await tx.client.query<{ id: number; day: LocalDate }>(
    `select student_id as id, max(taken_on) as day from grades.compulsory_grade
     where organiser_id = $1 and student_id = any($2) group by student_id`,
    [tx.organiser, students.map((each) => each.studentId)],
  );
  return new Map(rows.map((row) => [row.id, row.day]));
}

/** The students of whom anything but the day of the file was new. */
async function write(tx: Tx, students: readonly IncomingFinalGrades[]): Promise<ReadonlySet<number>> {
  const grades = students.flatMap(({ studentId, unitCode, takenOn, grades }) =>
    grades.map((grade) => ({ studentId, unitCode, takenOn, ...grade })),
  );
  const kept = keeping(tx, finalGrade);
  const { rows } = await tx.client.query<{ id: number }>(
    `with n as (
       select * from jsonb_to_recordset($2::jsonb) as j("studentId" int, subject text, language text, value text,
         "isPass" bool, "unitCode" text, "takenOn" date)),
     differing as (
       select n.*, (g.value, g.language, g.unit_code) is distinct from (n.value, n.language, n."unitCode") as is_news
       from n left join grades.compulsory_grade g
         on g.organiser_id = $1 and g.student_id = n."studentId" and g.subject = n.subject
       where (g.value, g.language, g.unit_code, g.taken_on)
         is distinct from (n.value, n.language, n."unitCode", n."takenOn")),
     written as (
       insert into grades.compulsory_grade (organiser_id, student_id, subject, language, value, is_pass, unit_code, taken_on)
       select $1, "studentId", subject, language, value, "isPass", "unitCode", "takenOn" from differing
       on conflict (organiser_id, student_id, subject) do update set language = excluded.language,
         value = excluded.value, is_pass = excluded.is_pass, unit_code = excluded.unit_code, taken_on = excluded.taken_on
       ${kept.returning()}) ${kept.from('written')}
     select distinct "studentId" as id from differing where is_news`,
    [tx.organiser, JSON.stringify(grades)],
  );
  return new Set(rows.map((row) => row.id));
}
