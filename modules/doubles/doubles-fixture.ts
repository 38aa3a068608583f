import type { RegisteredOrganiser } from '../../fixtures/register-cast.ts';
import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';
import {
  blankLesson,
  type IncomingLesson,
  mergeLessons,
  mergePeriodTotals,
  openLessonStage,
} from '../attendance/index.ts';
import { insertConcern } from '../concerns/index.ts';
import { insertTalk } from '../coordination/index.ts';
import { type IncomingGrade, registerGrades } from '../grades/index.ts';
import {
  addGuardian,
  appointMentor,
  assignTeacher,
  enrolStudent,
  giveDuty,
  joinGroup,
  refreshPlacements,
  registerPerson,
  tellApart,
} from '../people/index.ts';
import { refreshSignals } from '../signals/index.ts';

/** The day of the tests. */
export const today: LocalDate = '2026-11-23';

/** Reads lessons in as an import does. */
export async function readLessons(tx: Tx, lessons: readonly Partial<IncomingLesson>[]): Promise<void> {
  const stage = await openLessonStage(tx);
  for (const [row, lesson] of lessons.entries()) stage.add(row, { ...blankLesson(), ...lesson });
  await mergeLessons(tx, await stage.close(), today);
}

/**
 * Nora a second time, as a school's own system knows her before the personnummer is there: a TF number of her birth date,
 * at the same unit and class and earlier at the other, with rows of every kind.
 */
export async function secondNora(tx: Tx, ekdala: RegisteredOrganiser): Promise<number> {
  const id = (key: string) => ekdala.persons.get(key)!;
  const nora = ekdala.cast.students.find((each) => each.key === 'nora')!;
  const studentId = await registerPerson(tx, {
    givenName: 'Nora',
    familyName: 'Lindgren',
    protection: 'none',
    civicNumber: `${nora.civicNumber!.slice(0, 8)}TF20`,
    sourceId: 'b4cfd1ae-nora',
    email: 'nora.lindgren@exempel.se',
  });
  const enrolment = { studentId, schoolForm: 'GY', programmeCode: 'SASAP', yearOfStudy: 2 };
  const unit = (key: string) => ekdala.units.get(key)!;
  await enrolStudent(tx, { ...enrolment, unitId: unit('ekdala'), starts: '2025-08-18' });
  await enrolStudent(tx, { ...enrolment, unitId: unit('hamn'), starts: '2025-01-13', ends: '2025-06-12' });
  await joinGroup(tx, { studentId, groupId: ekdala.groups.get('SA25B')!, starts: '2025-09-01' });
  await appointMentor(tx, { studentId, mentorId: id('maria'), starts: '2025-09-01' });
  await appointMentor(tx, { studentId, mentorId: id('johan'), starts: '2025-01-13', ends: '2025-06-12' });
  await addGuardian(tx, { studentId, guardianId: id('asa'), starts: '2025-01-13' });
  await attendanceOf(tx, studentId, id('nora'));
  await registerGrades(
    tx,
    ['HIST1B00X', 'ENGE2000X'].map((course, row) => grade(row, studentId, course)),
  );
  await insertTalk(tx, { ...talk, studentId, heldBy: id('maria'), requestKey: crypto.randomUUID() });
  await insertConcern(tx, {
    requestKey: crypto.randomUUID(),
    studentId,
    kind: 'wish-to-talk',
    area: 'schoolwork',
    chosenAdult: id('maria'),
    raisedBy: studentId,
    raisedOn: '2026-11-20',
  });
  await tx.client.query(
    `insert into signals.feedback (organiser_id, request_key, student_id, signal, since, reason, given_by, given_on)
     values ($1, gen_random_uuid(), $2, 'N01', '2026-11-02', 'wrong-data', $3, '2026-11-03')`,
    [tx.organiser, studentId, id('maria')],
  );
  await tx.client.query(`insert into identity.subject values ($1, 'https://logga.in', 'nora-tf', $2)`, [
    tx.organiser,
    studentId,
  ]);
  await tx.client.query(`insert into people.former_civic_number values ($1, '19990101TF20', $2)`, [
    tx.organiser,
    studentId,
  ]);
  const later = await registerPerson(tx, { givenName: 'Nora', familyName: 'Lind', protection: 'none' });
  for (const other of [id('yusuf'), later])
    await tellApart(tx, { one: studentId, other, by: id('lars'), at: new Date() });
  await refreshPlacements(tx, today);
  await refreshSignals(tx, { on: today, students: [studentId, id('nora')] });
  return studentId;
}

const talk = {
  heldOn: '2026-11-10',
  outcome: 'fine',
  note: 'Under TF-numret.',
  nextStep: 'none',
  nextOn: null,
} as const;

function grade(row: number, studentId: number, courseCode: string): IncomingGrade {
  const known = { courseName: null, points: 100, term: null, extended: false, adaptedPlan: null };
  return {
    ...known,
    row,
    studentId,
    courseCode,
    gradedOn: '2026-06-10',
    trial: false,
    scale: 'A-F',
    value: 'B',
    isPass: true,
    teacher: null,
    remark: null,
    remove: false,
  };
}

/** What both are told of on one day, by clock: see the test of which lesson stands. */
export const day: LocalDate = '2026-11-14';

const lesson = { day, minutes: 60, groupName: 'TILLVAL', courseCode: 'X', reported: true, attended: 60 };
const absent = { attended: 0, invalid: 60 };
const unreported = { attended: 0, reported: false };
const clock = (hour: number) => ({ startMinute: hour * 60 });

async function attendanceOf(tx: Tx, studentId: number, nora: number): Promise<void> {
  const hers = { ...lesson, studentId: nora };
  const second = { ...lesson, studentId };
  await readLessons(tx, [
    // The same lesson, and both reported: hers stands.
    { ...hers, ...clock(8) },
    { ...second, ...clock(8), ...absent },
    // The same time under another name, and hers not reported: the other stands.
    { ...hers, ...clock(9), ...unreported },
    { ...second, ...clock(9), ...absent, groupName: 'SAMMA' },
    // The other way round: hers stands.
    { ...hers, ...clock(10), ...absent },
    { ...second, ...clock(10), ...unreported, groupName: 'SAMMA' },
    // Only half of the time is the same: still one of the two.
    { ...hers, ...clock(11) },
    { ...second, startMinute: 11 * 60 + 30, ...absent },
    // One after the other, and a week that she has no lessons in.
    { ...second, ...clock(13), ...absent },
    { ...second, ...clock(9), day: '2025-02-03' },
  ]);
  const total = { offered: 600, reported: 600, attended: 500, valid: 0, invalid: 100, other: 0, lessons: 10 };
  const empty = { ...total, reported: 0, attended: 0, invalid: 0 };
  const of = (row: number, student: number, starts: LocalDate, ends: LocalDate, figures = total) => ({
    row,
    studentId: student,
    starts,
    ends,
    groupName: '',
    courseCode: '',
    ...figures,
  });
  await mergePeriodTotals(tx, [
    of(0, nora, '2024-09-01', '2024-09-30'),
    of(1, studentId, '2024-09-15', '2024-10-15'),
    of(2, nora, '2024-11-01', '2024-11-30', empty),
    of(3, studentId, '2024-11-01', '2024-11-30'),
    of(4, studentId, '2025-01-13', '2025-01-31'),
  ]);
}

/** Maria Holm a second time: the mentor that a file of students brought, by name only, and all that staff leave behind. */
export async function secondMaria(tx: Tx, ekdala: RegisteredOrganiser): Promise<number> {
  const id = (key: string) => ekdala.persons.get(key)!;
  const personId = await registerPerson(tx, { givenName: 'Maria', familyName: 'Holm', protection: 'none' });
  const unitId = ekdala.units.get('ekdala')!;
  const starts = '2026-08-17';
  await giveDuty(tx, { personId, role: 'mentor', unitId, title: 'mentor', starts });
  await appointMentor(tx, { studentId: id('viktor'), mentorId: personId, starts: '2026-11-02' });
  await addGuardian(tx, { studentId: id('leo'), guardianId: personId, starts });
  await assignTeacher(tx, { groupId: ekdala.groups.get('SA25B')!, teacherId: personId, starts });
  await insertTalk(tx, {
    ...talk,
    studentId: id('viktor'),
    heldBy: personId,
    requestKey: crypto.randomUUID(),
  });
  const concern = { kind: 'staff-concern', area: 'attendance', raisedOn: '2026-11-20' } as const;
  await insertConcern(tx, {
    ...concern,
    requestKey: crypto.randomUUID(),
    studentId: id('viktor'),
    chosenAdult: personId,
    raisedBy: personId,
  });
  const set = [tx.organiser, personId];
  await tx.client.query(
    `insert into signals.threshold (organiser_id, signal, key, starts, value, set_by) values ($1, 'N01', 'share', '2026-08-01', 20, $2)`,
    set,
  );
  await tx.client.query(
    `insert into rule_book.routine (organiser_id, rule, key, starts, value, set_by) values ($1, 'mentor/inform', 'inform-within-days', '2026-08-01', '3', $2)`,
    set,
  );
  await tx.client.query(
    `insert into signals.feedback (organiser_id, request_key, student_id, signal, since, reason, given_by, given_on)
     values ($1, gen_random_uuid(), $3, 'N01', '2026-11-02', 'other', $2, '2026-11-03')`,
    [...set, id('viktor')],
  );
  await refreshPlacements(tx, today);
  await refreshSignals(tx, { on: today, students: 'all' });
  return personId;
}

/** All rows of the organiser but the log and what tells of merges, as text: what is the same before and after is the same. */
export async function everyRow(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows: tables } = await tx.client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'organiser_id'
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('audit', 'pg_catalog', 'pg_temp_1')
       and n.nspname not like 'pg_%' order by 1`,
  );
  const left = ['people.merge', 'platform.change', 'identity.session'];
  const found = new Map<string, readonly string[]>();
  for (const { name } of tables.filter((table) => !left.includes(table.name))) {
    const { rows } = await tx.client.query<{ row: string }>(
      `select (to_jsonb(t) - '{computed_at,version,updated_at}'::text[])::text as row from ${name} t
       where organiser_id = ${tx.organiser} order by 1`,
    );
    found.set(
      name,
      rows.map((each) => each.row),
    );
  }
  return found;
}
