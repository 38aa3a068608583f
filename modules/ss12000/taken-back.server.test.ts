import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { List, Mode, SchoolObject } from '../../fixtures/ss12000-server/index.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { runImport, undoRun } from '../import/index.ts';
import { ensureUnits } from '../organisation/index.ts';
import { enrolStudent, registerPerson } from '../people/index.ts';
import { refreshSignals } from '../signals/index.ts';
import { forgetCursors } from './mirror/store-cursor.ts';
import { difference, gradesByOracle, gradesHere, lessonsByOracle, lessonsHere } from './oracle-fixture.ts';
import { type Pulling, pullingSchool } from './ss12000-fixture.ts';

const { db } = await testDatabase();
type Fields = Readonly<Record<string, unknown>>;
const refOf = (value: unknown): string => (value as { id: string }).id;
const many = (value: unknown) => value as readonly Fields[];

async function schoolOf(name: string, mode: Mode = 'v2.1') {
  const school = await pullingSchool(db, name, { students: 14, mode });
  onTestFinished(() => school.server.close());
  return { school, data: school.generated.data };
}

/** Empty when the lessons and grades here are those of the source at seven on a day. */
async function wrong(school: Pulling, day: string): Promise<object> {
  const { data } = school.generated;
  return {
    ...difference(lessonsByOracle(data, `${day}T07:00:00Z`), await lessonsHere(school)),
    ...difference(gradesByOracle(data), await gradesHere(school)),
  };
}

const studentsOf = ({ generated }: Pulling) =>
  [...generated.data.lists.persons].filter((each) => many(each.enrolments).length > 0);
const reportedOf = ({ generated }: Pulling) =>
  [...generated.data.lists.attendances].filter((each) => each.isReported === true);
const undo = (school: Pulling, runId: number, at: string) =>
  undoRun(db, {
    organiser: school.organiser.id,
    runId,
    actor: null,
    on: at.slice(0, 10),
    now: () => new Date(at),
    refreshSignals,
  });
const enrolmentEnds = (school: Pulling, id: string) =>
  school.ask<{ ends: string | null }>(
    `select to_char(e.ends, 'YYYY-MM-DD') as ends from people.enrolment e join people.person p on p.person_id = e.student_id
     where p.source_id = $1`,
    [id],
  );

test('what a source no longer has, without saying so, is gone when everything is asked for again', async () => {
  const { school, data } = await schoolOf('Säger inte');
  await school.pull();
  const gone = (list: List, objects: readonly SchoolObject[]) =>
    objects.forEach(({ id }) => void data.lists[list].remove(id));
  const [one, two] = reportedOf(school) as [SchoolObject, SchoolObject];
  gone('attendances', [one, two]);
  const event = [...data.lists.calendarEvents].find((each) => each.id !== refOf(one.calendarEvent))!;
  gone(
    'attendances',
    [...data.lists.attendances].filter((each) => refOf(each.calendarEvent) === event.id),
  );
  gone('calendarEvents', [event]);
  gone('grades', [...data.lists.grades].slice(0, 2));
  await school.pull({ on: '2026-09-06' });
  expect(await wrong(school, '2026-09-06')).not.toEqual({});
  await withOrganiser(db, school.organiser.id, (tx) => forgetCursors(tx, school.source));
  expect((await school.pull({ on: '2026-09-07' })).report!.state).toBe('done');
  expect(await wrong(school, '2026-09-07')).toEqual({});
});

test('a list that comes empty takes nothing away', async () => {
  const { school, data } = await schoolOf('Tom lista');
  await school.pull();
  const before = await lessonsHere(school);
  for (const { id } of [...data.lists.calendarEvents]) data.lists.calendarEvents.remove(id);
  await withOrganiser(db, school.organiser.id, (tx) => forgetCursors(tx, school.source));
  await school.pull({ on: '2026-09-06' });
  expect(await lessonsHere(school)).toEqual(before);
});

test('a lesson that is held after all has the attendance that was reported before it was cancelled', async () => {
  const { school, data } = await schoolOf('Inte inställd');
  await school.pull();
  const event = data.lists.calendarEvents.get(refOf(reportedOf(school)[0]!.calendarEvent))!;
  data.change('calendarEvents', event.id, { cancelled: true }, '2026-09-06T06:00:00Z');
  await school.pull({ on: '2026-09-06' });
  expect(await wrong(school, '2026-09-06')).toEqual({});
  await school.pull({ on: '2026-09-07' });
  data.change('calendarEvents', event.id, { cancelled: false }, '2026-09-08T06:00:00Z');
  await school.pull({ on: '2026-09-08' });
  expect(await wrong(school, '2026-09-08')).toEqual({});
});

test('a mentor, a class and groups that a student has no more end, and not those that she has', async () => {
  const { school, data } = await schoolOf('Ingen mentor');
  await school.pull();
  const [first, second] = studentsOf(school) as [SchoolObject, SchoolObject];
  const ties = (id: string) =>
    school.ask<{ groups: number; mentors: number }>(
      `select (select count(*)::int from people.group_membership m where m.student_id = p.person_id
           and (m.ends is null or m.ends >= '2026-09-06')) as groups,
         (select count(*)::int from people.mentorship m where m.student_id = p.person_id
           and (m.ends is null or m.ends >= '2026-09-06')) as mentors
       from people.person p where p.source_id = $1`,
      [id],
    );
  const [before] = await ties(second.id);
  expect((await ties(first.id))[0]).toMatchObject({ mentors: 1 });
  for (const group of [...data.lists.groups]) {
    const members = many(group.groupMemberships);
    const left = members.filter((each) => refOf(each.person) !== first.id);
    if (left.length < members.length)
      data.change('groups', group.id, { groupMemberships: left }, '2026-09-06T06:00:00Z');
  }
  await school.pull({ on: '2026-09-06' });
  expect(await ties(first.id)).toEqual([{ groups: 0, mentors: 0 }]);
  expect(await ties(second.id)).toEqual([before]);
  const again = await school.pull({ on: '2026-09-07' });
  expect(again.report!.kinds.elever).toMatchObject({ updated: 0, refused: [] });
});

test('an enrolment that goes on after all has no last day any more, also when nobody else has one', async () => {
  const { school, data } = await schoolOf('Går kvar');
  for (const { id, enrolments } of studentsOf(school))
    data.change(
      'persons',
      id,
      { enrolments: many(enrolments).map((each) => ({ ...each, endDate: undefined })) },
      '2026-09-01T06:00:00Z',
    );
  await school.pull();
  const [{ id, enrolments }] = studentsOf(school) as [SchoolObject];
  const [enrolment] = many(enrolments);
  for (const [broken, on] of [
    [{ endDate: '2026-09-04' }, '2026-09-06'],
    [{ endDate: '2026-12-18' }, '2026-09-08'],
    [{ cancelled: true }, '2026-09-10'],
  ] as const) {
    data.change('persons', id, { enrolments: [{ ...enrolment, ...broken }] }, `${on}T06:00:00Z`);
    await school.pull({ on });
    expect(await enrolmentEnds(school, id)).not.toEqual([{ ends: null }]);
    const next = on.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, '0'));
    data.change('persons', id, { enrolments: [enrolment] }, `${next}T06:00:00Z`);
    await school.pull({ on: next });
    expect([on, await enrolmentEnds(school, id)]).toEqual([on, [{ ends: null }]]);
  }
});

test('what is put right and taken back of a student who has left is put right and taken back', async () => {
  const { school, data } = await schoolOf('Har slutat');
  await school.pull();
  const id = refOf(reportedOf(school)[0]!.student);
  const [enrolment] = many(data.lists.persons.get(id)!.enrolments);
  const enrolments = [{ ...enrolment, cancelled: true, endDate: undefined }];
  data.change('persons', id, { enrolments }, '2026-09-06T06:00:00Z');
  await school.pull({ on: '2026-09-06' });
  await school.pull({ on: '2026-09-07' });
  const [one, two] = reportedOf(school).filter((each) => refOf(each.student) === id);
  const minutes = { attendanceMinutes: 0, validAbsenceMinutes: 5, invalidAbsenceMinutes: 0 };
  data.change('attendances', one!.id, minutes, '2026-09-08T06:00:00Z');
  data.change('calendarEvents', refOf(two!.calendarEvent), { cancelled: true }, '2026-09-08T06:00:00Z');
  const grades = [...data.lists.grades].filter((each) => refOf(each.student) === id);
  if (grades[0]) data.remove('grades', [grades[0].id], '2026-09-08T06:00:00Z');
  await school.pull({ on: '2026-09-08' });
  expect(await wrong(school, '2026-09-08')).toEqual({});
});

test('an undo is noticed although something was looked at after it, and when two runs are undone', async () => {
  const { school, data } = await schoolOf('Ångrad och tittad');
  const first = await school.pull();
  const [one] = reportedOf(school) as [SchoolObject];
  const event = [...data.lists.calendarEvents].find((each) => each.id !== refOf(one.calendarEvent))!;
  data.change('attendances', one.id, { isReported: false }, '2026-09-06T06:00:00Z');
  data.change('calendarEvents', event.id, { cancelled: true }, '2026-09-06T06:00:00Z');
  const second = await school.pull({ on: '2026-09-06' });
  await school.pull({ on: '2026-09-07', dryRun: true });
  await school.ask('update ss12000.source set run_id = 999999');
  expect(await undo(school, second.report!.runId!, '2026-09-07T09:00:00Z')).toMatchObject({ undone: true });
  await school.pull({ on: '2026-09-08' });
  expect(await wrong(school, '2026-09-08')).toEqual({});
  const last = await school.ask<{ id: number }>(
    `select run_id as id from imports.run where state = 'done' and undone_at is null order by run_id desc`,
  );
  for (const { id } of last)
    expect(await undo(school, id, '2026-09-08T09:00:00Z')).toMatchObject({ undone: true });
  expect([first.report!.runId, await lessonsHere(school)]).toEqual([last.at(-1)!.id, []]);
  await school.pull({ on: '2026-09-09' });
  expect(await wrong(school, '2026-09-09')).toEqual({});
});

test('a file that is read in between two pulls and undone leaves what the source says', async () => {
  const { school, data } = await schoolOf('Fil emellan');
  await school.pull();
  const [one] = reportedOf(school) as [SchoolObject];
  const [row] = await school.ask<{ cells: string }>(
    `select concat_ws(';', p.source_id, to_char(l.day, 'YYYY-MM-DD'), to_char(make_time(l.start_minute / 60, l.start_minute % 60, 0), 'HH24:MI'),
       a.group_name, a.course_code, l.minutes, l.minutes) as cells
     from attendance.lesson l join people.person p on p.person_id = l.student_id
     join attendance.activity a on a.organiser_id = l.organiser_id and a.activity_id = l.activity_id
     where l.lesson_ref = $1`,
    [one.id],
  );
  const folder = await mkdtemp(join(tmpdir(), 'fullfolj-prov-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'narvaro.csv');
  const headings = 'Person-ID;Datum;Starttid;Ämnesgrupp;Kurskod;Lektionsminuter;Ogiltig frånvaro (min)';
  await writeFile(path, `${headings}\n${row!.cells}\n`);
  const read = await runImport(db, {
    organiser: school.organiser,
    files: [{ path }],
    dryRun: false,
    actor: null,
    acceptLargeChange: true,
    on: '2026-09-06',
    now: () => new Date('2026-09-06T08:00:00Z'),
    refreshSignals,
    into: null,
    onlyUnits: null,
  });
  expect(read.kinds.narvaro).toMatchObject({ updated: 1, refused: [] });
  await undo(school, read.runId!, '2026-09-06T09:00:00Z');
  expect(await wrong(school, '2026-09-06')).toEqual({});
  data.remove('attendances', [one.id], '2026-09-07T06:00:00Z');
  await school.pull({ on: '2026-09-07' });
  expect(await wrong(school, '2026-09-07')).toEqual({});
});

test('a source whose clock is behind loses nothing', async () => {
  const { school, data } = await schoolOf('Klockan går efter');
  const client = school.clientBehind(40 * 60_000);
  await school.pull({ client });
  const [one, two] = reportedOf(school) as [SchoolObject, SchoolObject];
  // Twenty minutes after the pull by the right clock, and before it by the source's own.
  data.change('attendances', one.id, { isReported: false }, '2026-09-05T06:40:00Z');
  data.remove('attendances', [two.id], '2026-09-05T06:41:00Z');
  await school.pull({ on: '2026-09-06', client });
  expect(await wrong(school, '2026-09-06')).toEqual({});
});

test('a lesson that is deleted and made again with its id is there, although another list lagged behind', async () => {
  const { school, data } = await schoolOf('Släpar efter');
  await school.pull();
  const [event] = [...data.lists.calendarEvents] as [SchoolObject];
  data.remove('calendarEvents', [event.id], '2026-09-06T06:00:00Z');
  school.server.fault({ kind: 'status', status: 403, path: '/grades', after: 1 });
  await expect(school.pull({ on: '2026-09-06' })).rejects.toMatchObject({ code: 'forbidden' });
  const meta = { created: '2026-09-07T06:00:00Z', modified: '2026-09-07T06:00:00Z' };
  data.put('calendarEvents', [{ ...event, meta }]);
  school.server.fault({ kind: 'status', status: 403, path: '/grades', after: 1 });
  await expect(school.pull({ on: '2026-09-07' })).rejects.toMatchObject({ code: 'forbidden' });
  await school.pull({ on: '2026-09-08' });
  expect(await wrong(school, '2026-09-08')).toEqual({});
});

test('attendance of a lesson that the source tells of a week later waits for it', async () => {
  const { school, data } = await schoolOf('Sent schema');
  const [one] = reportedOf(school) as [SchoolObject];
  const event = data.lists.calendarEvents.get(refOf(one.calendarEvent))!;
  data.lists.calendarEvents.remove(event.id);
  await school.pull();
  for (const on of ['2026-09-08', '2026-09-10', '2026-09-11']) await school.pull({ on });
  const meta = { created: '2026-09-12T06:00:00Z', modified: '2026-09-12T06:00:00Z' };
  data.put('calendarEvents', [{ ...event, meta }]);
  await school.pull({ on: '2026-09-12' });
  expect(await wrong(school, '2026-09-12')).toEqual({});
});

test('attendance of somebody who is enrolled the day after waits for her', async () => {
  const { school, data } = await schoolOf('Skrivs in sent');
  const { id, enrolments } = data.lists.persons.get(refOf(reportedOf(school)[0]!.student))!;
  data.change('persons', id, { enrolments: [] }, '2026-09-04T06:00:00Z');
  await school.pull();
  data.change('persons', id, { enrolments }, '2026-09-06T06:00:00Z');
  await school.pull({ on: '2026-09-06' });
  expect(await wrong(school, '2026-09-06')).toEqual({});
});

test('sums that become smaller, become nothing, vanish or get another name are what the source says', async () => {
  const { school, data } = await schoolOf('Summor som minskar', 'aggregated-only');
  await withOrganiser(db, school.organiser.id, async (tx) => {
    const units = await ensureUnits(tx, [{ code: '12345678' }]);
    const names = { givenName: 'Elev', familyName: 'Elevsson', protection: 'none' } as const;
    const enrolment = { schoolForm: 'GY', programmeCode: null, yearOfStudy: null, starts: '2026-08-17' };
    for (const { id } of studentsOf(school)) {
      const studentId = await registerPerson(tx, { ...names, sourceId: id });
      await enrolStudent(tx, { ...enrolment, studentId, unitId: units.get('12345678')! });
    }
  });
  const bySource = () => {
    const sums = new Map<string, number>();
    for (const each of data.lists.attendances) {
      if (each.isReported !== true) continue;
      const minutes = Number(each.attendanceMinutes) + Number(each.validAbsenceMinutes) * 1_000;
      sums.set(refOf(each.student), (sums.get(refOf(each.student)) ?? 0) + minutes);
    }
    return sums;
  };
  const here = async () => {
    const minutes = [...(await school.minutes())] as [string, { attended: number; valid: number }][];
    return new Map(minutes.map(([id, { attended, valid }]) => [id, attended + valid * 1_000]));
  };
  await school.pull();
  expect(await here()).toEqual(bySource());
  const [gone, less, none] = studentsOf(school).map(({ id }) =>
    reportedOf(school).filter((each) => refOf(each.student) === id),
  ) as [SchoolObject[], SchoolObject[], SchoolObject[]];
  const at = '2026-09-06T06:00:00Z';
  const ofActivity = (all: readonly SchoolObject[]) => {
    const activity = (each: SchoolObject) =>
      refOf(data.lists.calendarEvents.get(refOf(each.calendarEvent))!.activity);
    return all.filter((each) => activity(each) === activity(all[0]!));
  };
  data.remove(
    'attendances',
    ofActivity(gone).map(({ id }) => id),
    at,
  );
  for (const { id } of less.slice(0, 4)) data.change('attendances', id, { attendanceMinutes: 1 }, at);
  for (const { id } of ofActivity(none)) data.change('attendances', id, { isReported: false }, at);
  const renamed = data.lists.calendarEvents.get(refOf(less.at(-1)!.calendarEvent))!;
  data.change('activities', refOf(renamed.activity), { displayName: 'Nytt namn' }, at);
  const { report } = await school.pull({ on: '2026-09-06' });
  expect(report!.kinds.narvaro_summa.refused).toEqual([]);
  expect(await here()).toEqual(bySource());
  for (const { id } of [...data.lists.attendances])
    if (refOf(data.lists.attendances.get(id)!.student) !== refOf(gone[0]!.student))
      data.lists.attendances.remove(id);
  data.change('attendances', [...data.lists.attendances][0]!.id, {}, at);
  await school.pull({ on: '2026-09-07' });
  expect(await here()).toEqual(bySource());
});

test('a student whose TF number becomes a personnummer keeps her grades when everything is asked for again', async () => {
  const { school, data } = await schoolOf('TF blir personnummer');
  const graded = new Set([...data.lists.grades].map((each) => refOf(each.student)));
  const student = studentsOf(school).find((each) => each.civicNo && graded.has(each.id))!;
  const { value } = student.civicNo as { value: string };
  const civicNo = { value: `${value.replace(/\D/g, '').slice(0, 8)}TF01` };
  data.put('persons', [{ ...student, civicNo }]);
  await school.pull();
  data.change('persons', student.id, { civicNo: student.civicNo }, '2026-09-06T06:00:00Z');
  await withOrganiser(db, school.organiser.id, (tx) => forgetCursors(tx, school.source));
  const { report } = await school.pull({ on: '2026-09-06' });
  expect(Object.values(report!.kinds).flatMap(({ refused }) => refused)).toEqual([]);
  expect(await wrong(school, '2026-09-06')).toEqual({});
});
