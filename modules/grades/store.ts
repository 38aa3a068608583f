import { type KeptTable, keeping } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { GradeOutcome, IncomingGrade } from './incoming-grade.ts';
import { finalGrade } from './store-compulsory.ts';

const figures = [
  ...['course_name', 'points', 'scale', 'value', 'is_pass', 'term', 'extended', 'adapted_study_plan'],
  ...['teacher_signature', 'remark'],
];
const list = (prefix: string): string => figures.map((name) => `${prefix}.${name}`).join(', ');

/** The grades, whose changes are kept to be undone. */
export const keptGrades: readonly KeptTable[] = [
  { name: 'grades.grade', key: ['student_id', 'course_code', 'graded_on', 'trial'] },
  finalGrade,
];

/**
 * Inserts grades that are new and writes changed ones over what is stored, each key once. Answers what became of each.
 */
export async function storeGrades(
  tx: Tx,
  grades: readonly IncomingGrade[],
): Promise<readonly GradeOutcome[]> {
  const kept = keeping(tx, keptGrades[0]!);
  const { rows } = await tx.client.query<StoredOutcome>(
    `with n as (
       select "row", "studentId" as student_id, "courseCode" as course_code, "gradedOn" as graded_on, trial,
         "courseName" as course_name, points, scale, value, "isPass" as is_pass, term, extended,
         "adaptedPlan" as adapted_study_plan, teacher as teacher_signature, remark
       from jsonb_to_recordset($2::jsonb) as j("row" int, "studentId" int, "courseCode" text, "gradedOn" date, trial bool,
         "courseName" text, points smallint, scale text, value text, "isPass" bool, term text, extended bool,
         "adaptedPlan" text, teacher text, remark text)),
     compared as (
       select n.*, g.student_id is null as is_new, g.value as value_before, g.is_pass as pass_before, (${list('g')}) is distinct from (${list('n')}) as differs
       from n left join grades.grade g on g.organiser_id = $1 and g.student_id = n.student_id
         and g.course_code = n.course_code and g.graded_on = n.graded_on and g.trial = n.trial),
     written as (
       insert into grades.grade (organiser_id, student_id, course_code, graded_on, trial, ${figures.join(', ')})
       select $1, student_id, course_code, graded_on, trial, ${figures.join(', ')} from compared where differs
       on conflict (organiser_id, student_id, course_code, graded_on, trial)
       do update set ${figures.map((name) => `${name} = excluded.${name}`).join(', ')}
       ${kept.returning()}) ${kept.from('written')}
     select "row", case when is_new then 'created' when differs then 'updated' else 'unchanged' end as became,
       value_before as "valueBefore", pass_before as "passBefore"
     from compared`,
    [tx.organiser, JSON.stringify(grades)],
  );
  return rows.map(({ row, became, ...stood }) => ({ row, became, before: gradeBefore(stood) }));
}

interface StoodBefore {
  readonly valueBefore: string | null;
  readonly passBefore: boolean | null;
}
type StoredOutcome = Pick<GradeOutcome, 'row' | 'became'> & StoodBefore;

function gradeBefore({ valueBefore, passBefore }: StoodBefore): GradeOutcome['before'] {
  return valueBefore === null ? undefined : { value: valueBefore, isPass: passBefore };
}

/** Takes grades away, by student, course, day and whether by examination. Answers what became of each row. */
export async function removeGrades(
  tx: Tx,
  grades: readonly IncomingGrade[],
): Promise<readonly GradeOutcome[]> {
  if (grades.length === 0) return [];
  const kept = keeping(tx, keptGrades[0]!);
  const { rows } = await tx.client.query<{ row: number } & StoodBefore>(
    `with n as (
       select "row", "studentId" as student_id, "courseCode" as course_code, "gradedOn" as graded_on, trial
       from jsonb_to_recordset($2::jsonb) as j("row" int, "studentId" int, "courseCode" text, "gradedOn" date, trial bool)),
     written as (
       delete from grades.grade g using n where g.organiser_id = $1 and g.student_id = n.student_id
         and g.course_code = n.course_code and g.graded_on = n.graded_on and g.trial = n.trial
       ${kept.returning('n."row" as of_row', 'g.value as value_before', 'g.is_pass as pass_before')}) ${kept.from('written')}
     select of_row as "row", value_before as "valueBefore", pass_before as "passBefore" from written`,
    [tx.organiser, JSON.stringify(grades)],
  );
  const gone = new Map(rows.map((each) => [each.row, gradeBefore(each)]));
  return grades.map(({ row }) => ({
    row,
    became: gone.has(row) ? 'updated' : 'unchanged',
    before: gone.get(row),
  }));
}
