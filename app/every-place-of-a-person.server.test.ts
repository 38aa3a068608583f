import { beforeAll, expect, test } from 'vitest';
import { cast } from '../fixtures/cast.ts';
import { loadCast } from '../fixtures/load-cast.ts';
import type { RegisteredOrganiser } from '../fixtures/register-cast.ts';
import { everyRow, secondMaria, secondNora, today } from '../fixtures/stand-twice.ts';
import { testDatabase } from '../fixtures/test-database.ts';
import { type Tx, withOrganiser } from '../platform/server/db.ts';

const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;

beforeAll(async () => {
  [ekdala] = (await loadCast(db, cast(today))) as [RegisteredOrganiser];
});

/** Columns that name a person, whatever table they stand in; so does every column that ends in `_by` and every one that the database ties to people.person. */
const names = [
  ...['person_id', 'student_id', 'mentor_id', 'guardian_id', 'teacher_id', 'actor_id', 'chosen_adult'],
  ...['one_id', 'other_id', 'gone_id', 'into_id', 'subjects', 'coach_id', 'contact_id', 'responsible_id'],
];

/** What a merge moves. */
const moved = [
  'attendance.lesson.student_id',
  'attendance.period_total.student_id',
  'concerns.concern.chosen_adult',
  'concerns.concern.raised_by',
  'concerns.concern.student_id',
  'coordination.talk.held_by',
  'coordination.talk.student_id',
  'grades.compulsory_grade.student_id',
  'grades.grade.student_id',
  'identity.subject.person_id',
  'imports.column_mapping.set_by',
  'imports.difference.student_id',
  'imports.missing_student.student_id',
  'imports.run.started_by',
  'imports.run.undone_by',
  'people.duty.person_id',
  'people.enrolment.student_id',
  'people.group_membership.student_id',
  'people.guardianship.guardian_id',
  'people.guardianship.student_id',
  'people.known_source_id.person_id',
  'people.former_civic_number.person_id',
  'people.mentorship.mentor_id',
  'people.mentorship.student_id',
  'people.teaching.teacher_id',
  'people.told_apart.one_id',
  'people.told_apart.other_id',
  'rule_book.routine.set_by',
  'signals.feedback.given_by',
  'signals.feedback.student_id',
  'signals.signal.student_id',
  'signals.threshold.set_by',
];

const asItWas = 'tells who did it, as it was; the number leads to the name of the one that stayed';
const derived = 'computed anew from what moved';

/** What it does not move, and why. */
const left: Readonly<Record<string, string>> = {
  'attendance.lesson_before.inserted_by': 'names a set of changes, nobody',
  'attendance.lesson_before.student_id': 'belongs to the set of changes that set it aside',
  'attendance.week.student_id': derived,
  'audit.entry.actor_id': 'the log is never rewritten; it is read by every number of a person',
  'audit.entry.subjects': 'the log is never rewritten; it is read by every number of a person',
  'audit.reader.actor_id': 'follows the log, and is read by every number of a person',
  'audit.reader.person_id': 'follows the log, and is read by every number of a person',
  'identity.session.person_id': 'ends; she logs in again',
  'people.merge.gone_id': 'is the number that went',
  'people.merge.into_id':
    'is moved on when the one that stayed goes into another in her turn: tested with the merges',
  'people.merge.merged_by': asItWas,
  'people.merge.parted_by': asItWas,
  'people.person.person_id': 'is the person: taken away when nothing names her any more',
  'people.placement.mentor_id': derived,
  'people.placement.student_id': derived,
  'people.told_apart.told_by': asItWas,
  'signals.indicator.student_id': derived,
};

async function placesInDatabase(): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ place: string }>(
    `select format('%s.%s.%s', n.nspname, c.relname, a.attname) as place
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg_%' and n.nspname <> 'information_schema'
       and a.attnum > 0 and not a.attisdropped
       and (a.attname = any($1) or a.attname like '%\\_by' or exists (
         select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid
           and k.confrelid = 'people.person'::regclass and a.attname <> 'organiser_id' and a.attnum = any(k.conkey)))
       and format_type(a.atttypid, null) in ('integer', 'integer[]', 'bigint')
     order by 1`,
    [names],
  );
  return rows.map((row) => row.place);
}

test('every column that names a person is moved by a merge, or there is a reason why not', async () => {
  expect(await placesInDatabase()).toEqual([...moved, ...Object.keys(left)].toSorted());
});

test('the two of the tests of merging have a row in every place that is moved, so that those tests say something', async () => {
  await withOrganiser(db, ekdala.organiser, async (tx) => {
    const nora = await secondNora(tx, ekdala);
    const maria = await secondMaria(tx, ekdala);
    expect(await placesNaming(tx, [nora, maria])).toEqual(expect.arrayContaining(moved));
  });
});

async function placesNaming(tx: Tx, persons: readonly number[]): Promise<readonly string[]> {
  return [...(await everyRow(tx))].flatMap(([table, rows]) => {
    const columns = rows.flatMap((row) =>
      Object.entries(JSON.parse(row)).flatMap(([name, value]) =>
        typeof value === 'number' && persons.includes(value) ? [name] : [],
      ),
    );
    return [...new Set(columns)].map((name) => `${table}.${name}`);
  });
}
