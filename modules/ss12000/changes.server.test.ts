import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SchoolObject } from '../../fixtures/ss12000-server/index.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { pullingSchool } from './ss12000-fixture.ts';

const { db } = await testDatabase();
const school = await pullingSchool(db, 'Ändringskommunen');
const { data } = school.generated;
afterAll(() => school.server.close());
beforeAll(async () => void (await school.pull()));

let day = 6;
/** A moment after the last pull, and the pull after it. */
const later = () => `2026-09-${String(day).padStart(2, '0')}T06:30:00Z`;
async function nextPull() {
  const pulled = await school.pull({ on: `2026-09-${String(day).padStart(2, '0')}` });
  day += 1;
  return pulled.report!;
}

interface LessonRow {
  readonly source_id: string;
  readonly start: number;
  readonly day: string;
  readonly reported: boolean;
  readonly valid: number;
  readonly invalid: number;
  readonly minutes: number;
}

/** A lesson of a class: every student's row at a day and minute. */
function rowsAt(date: string, minute: number): Promise<readonly LessonRow[]> {
  return school.ask<LessonRow>(
    `select p.source_id, l.start_minute as start, l.day, l.reported, l.valid, l.invalid, l.minutes
     from attendance.lesson l join people.person p on p.organiser_id = l.organiser_id and p.person_id = l.student_id
     where l.day = $1 and l.start_minute = $2 order by p.source_id`,
    [date, minute],
  );
}

const idIn = (value: unknown): string => (value as { id: string }).id;
const timeOf = (event: SchoolObject) => {
  const text = String(event.startTime);
  return { date: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
};
const attendancesOf = (event: SchoolObject) =>
  [...data.lists.attendances].filter((each) => idIn(each.calendarEvent) === event.id);

/** A lesson with many students, at an hour when no other class of the school has the same group, that no test has used. */
const used = new Set<string>();
function someLesson(): SchoolObject {
  const found = [...data.lists.calendarEvents].find(
    (event) => !event.cancelled && !used.has(event.id) && attendancesOf(event).length > 5,
  )!;
  used.add(found.id);
  return found;
}

const mine = async (event: SchoolObject, at = timeOf(event)) => {
  const students = new Set(attendancesOf(event).map((each) => idIn(each.student)));
  return (await rowsAt(at.date, at.minute)).filter((row) => students.has(row.source_id));
};

test('a lesson that is moved takes its attendance with it, although the source sends only the lesson', async () => {
  const event = someLesson();
  const before = await mine(event);
  const { date } = timeOf(event);
  data.change(
    'calendarEvents',
    event.id,
    { startTime: `${date}T19:05:00+02:00`, endTime: `${date}T20:05:00+02:00` },
    later(),
  );
  const report = await nextPull();
  expect(report.state).toBe('done');
  const moved = await mine(event, { date, minute: 19 * 60 + 5 });
  expect(moved.map(({ start: _start, ...row }) => row)).toEqual(
    before.map(({ start: _start, ...row }) => row),
  );
  expect(await mine(event)).toEqual([]);
});

test('a lesson that is cancelled afterwards leaves nothing', async () => {
  const event = someLesson();
  expect((await mine(event)).length).toBeGreaterThan(5);
  data.change('calendarEvents', event.id, { cancelled: true }, later());
  await nextPull();
  expect(await mine(event)).toEqual([]);
});

test('a lesson that is deleted leaves nothing', async () => {
  const event = someLesson();
  const attendances = attendancesOf(event).map(({ id }) => id);
  const students = await mine(event);
  expect(students.length).toBeGreaterThan(5);
  data.remove('calendarEvents', [event.id], later());
  await nextPull();
  expect((await mine(event)).length).toBe(0);
  data.remove('attendances', attendances, later());
  await nextPull();
  expect((await mine(event)).length).toBe(0);
});

test('attendance that is deleted at a lesson that was held becomes a lesson that nobody has reported', async () => {
  const event = someLesson();
  const [first, second] = attendancesOf(event).filter((each) => each.isReported);
  data.remove('attendances', [first!.id, second!.id], later());
  await nextPull();
  const { date, minute } = timeOf(event);
  const rows = await rowsAt(date, minute);
  for (const gone of [first!, second!])
    expect(rows.find((row) => row.source_id === idIn(gone.student))).toMatchObject({
      reported: false,
      valid: 0,
      invalid: 0,
    });
});

test('attendance that is corrected is corrected, and only that', async () => {
  const event = someLesson();
  const before = await mine(event);
  const one = attendancesOf(event).find((each) => each.isReported)!;
  data.change(
    'attendances',
    one.id,
    {
      attendanceMinutes: 0,
      validAbsenceMinutes: 0,
      invalidAbsenceMinutes: before[0]!.minutes,
      otherAttendanceMinutes: 0,
    },
    later(),
  );
  const report = await nextPull();
  expect(report.kinds.narvaro.created + report.kinds.narvaro.updated).toBeLessThanOrEqual(1);
  const after = await mine(event);
  const changed = after.find((row) => row.source_id === idIn(one.student));
  expect(changed).toMatchObject({ reported: true, valid: 0, invalid: before[0]!.minutes });
  expect(after.filter((row) => row !== changed)).toEqual(
    before.filter((row) => row.source_id !== idIn(one.student)),
  );
});

test('a student who takes no part in a lesson has none', async () => {
  const event = someLesson();
  const left = attendancesOf(event)[0]!;
  const studentExceptions = [{ student: left.student, participates: false }];
  data.change('calendarEvents', event.id, { studentExceptions }, later());
  await nextPull();
  const { date, minute } = timeOf(event);
  const students = (await rowsAt(date, minute)).map((row) => row.source_id);
  expect(students).not.toContain(idIn(left.student));
  expect(students.length).toBeGreaterThan(4);
});

test('two lessons that change places are told once each', async () => {
  const [a, b] = [...data.lists.calendarEvents]
    .filter((event) => !event.cancelled && !used.has(event.id))
    .reduce<SchoolObject[]>((pair, event, _index, all) => {
      if (pair.length === 2) return pair;
      const other = all.find(
        (each) =>
          each.id !== event.id &&
          idIn(each.activity) === idIn(event.activity) &&
          timeOf(each).date !== timeOf(event).date &&
          attendancesOf(event).length > 5,
      );
      return other ? [event, other] : pair;
    }, []) as [SchoolObject, SchoolObject];
  used.add(a.id).add(b.id);
  const absence = async () => {
    const sum = (rows: readonly LessonRow[]) =>
      rows.reduce((total, row) => total + row.valid + row.invalid, 0);
    return [sum(await mine(a)), sum(await mine(b))];
  };
  // One of them gets an absence that tells them apart.
  const one = attendancesOf(a).find((each) => each.isReported)!;
  data.change(
    'attendances',
    one.id,
    { attendanceMinutes: 0, validAbsenceMinutes: 7, invalidAbsenceMinutes: 0 },
    later(),
  );
  await nextPull();
  const [inA, inB] = await absence();
  const times = (event: SchoolObject) => ({ startTime: event.startTime, endTime: event.endTime });
  data.change('calendarEvents', a.id, times(b), later());
  data.change('calendarEvents', b.id, times(a), later());
  const report = await nextPull();
  expect(report.kinds.narvaro.refused).toEqual([]);
  expect(await absence()).toEqual([inB, inA]);
});

test('a grade that is corrected to another day, and one that is deleted', async () => {
  const [moved, deleted] = [...data.lists.grades] as [SchoolObject, SchoolObject];
  const count = data.lists.grades.size;
  data.change('grades', moved.id, { registeredDate: '2026-06-01', gradeValue: 'C' }, later());
  data.remove('grades', [deleted.id], later());
  await nextPull();
  const grades = await school.ask<{ graded_on: string; value: string }>(
    'select graded_on, value from grades.grade',
  );
  expect(grades).toHaveLength(count - 1);
  expect(grades).toContainEqual({ graded_on: '2026-06-01', value: 'C' });
});

test('a person who comes back with another id is the same person, with what was known', async () => {
  const old = [...data.lists.persons].find(
    (each) => each.civicNo && (each.enrolments as object[]).length > 0,
  )!;
  const [before] = await school.ask<{ person_id: number; lessons: number }>(
    `select person_id, (select count(*)::int from attendance.lesson l where l.student_id = p.person_id) as lessons
     from people.person p where source_id = $1`,
    [old.id],
  );
  const id = 'aaaaaaaa-0000-4000-8000-000000000001';
  data.remove('persons', [old.id], later());
  data.put('persons', [{ ...old, id, meta: { created: later(), modified: later() } }]);
  for (const group of [...data.lists.groups]) {
    const members = group.groupMemberships as { person: { id: string } }[];
    if (!members.some((each) => each.person.id === old.id)) continue;
    const groupMemberships = members.map((each) =>
      each.person.id === old.id ? { ...each, person: { id } } : each,
    );
    data.change('groups', group.id, { groupMemberships }, later());
  }
  const report = await nextPull();
  expect(report.kinds.elever.refused).toEqual([]);
  const after = await school.ask<{ person_id: number; lessons: number; placed: boolean }>(
    `select person_id, (select count(*)::int from attendance.lesson l where l.student_id = p.person_id) as lessons,
       exists (select from people.enrolment e where e.student_id = p.person_id and (e.ends is null or e.ends > '2026-12-01')) as placed
     from people.person p where source_id = $1`,
    [id],
  );
  expect(after).toEqual([{ ...before, placed: true }]);
});

test('a student who leaves, and one who has no enrolment any more', async () => {
  const students = [...data.lists.persons]
    .filter((each) => (each.enrolments as object[]).length > 0)
    .slice(-3);
  const [left, gone, dead] = students as [SchoolObject, SchoolObject, SchoolObject];
  const [enrolment] = left.enrolments as object[];
  data.change(
    'persons',
    left.id,
    { enrolments: [{ ...enrolment, endDate: '2026-09-04', cancelled: true }] },
    later(),
  );
  data.change('persons', gone.id, { enrolments: [] }, later());
  data.change('persons', dead.id, { personStatus: 'Avliden' }, later());
  const today = `2026-09-${day}`;
  await nextPull();
  const ends = await school.ask<{ source_id: string; ends: string }>(
    `select source_id, e.ends from people.enrolment e join people.person p on p.organiser_id = e.organiser_id
       and p.person_id = e.student_id where source_id = any($1) order by source_id`,
    [[left.id, gone.id, dead.id]],
  );
  const byId = new Map(ends.map((row) => [row.source_id, row.ends]));
  expect(byId.get(left.id)).toBe('2026-09-04');
  expect([byId.get(gone.id), byId.get(dead.id)]).toEqual([today, today]);
});

test('codes that the standard does not have are kept and told once', async () => {
  const group = [...data.lists.groups].find((each) => each.groupType === 'Undervisning')!;
  data.put('groups', [
    {
      ...group,
      id: 'bbbbbbbb-0000-4000-8000-000000000001',
      groupType: 'Basgrupp',
      meta: { created: later(), modified: later() },
    },
  ]);
  const report = await nextPull();
  const told = report.kinds.elever.warnings.filter((warning) => warning.code === 'unknown-codes');
  expect(told.map((warning) => warning.says)).toEqual([
    'Källan använder koder som inte står i standarden. De sparas som de står: groupType Basgrupp.',
  ]);
});
