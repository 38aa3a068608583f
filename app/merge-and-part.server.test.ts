import type { RawBuilder } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../fixtures/cast.ts';
import { loadCast } from '../fixtures/load-cast.ts';
import type { RegisteredOrganiser } from '../fixtures/register-cast.ts';
import { day, everyRow, readLessons, secondMaria, secondNora, today } from '../fixtures/stand-twice.ts';
import { testDatabase } from '../fixtures/test-database.ts';
import { attendanceTotals } from '../modules/attendance/index.ts';
import { readersOf, readLog, record } from '../modules/audit/index.ts';
import {
  type AskedMerge,
  type Doer,
  likelyDoubles,
  type Merged,
  mergeInTheWay,
  mergePersons,
  partPersons,
} from '../modules/doubles/index.ts';
import { movedByMerge } from '../modules/import/index.ts';
import { dangerouslyAllStudentIdentifiers, mergesDone, namesOf, tellApart } from '../modules/people/index.ts';
import { nextChangeSet, writeKept } from '../platform/server/change-set.ts';
import { type Tx, withOrganiser } from '../platform/server/db.ts';

const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;

beforeAll(async () => {
  [ekdala] = (await loadCast(db, cast(today))) as [RegisteredOrganiser];
});

/** Runs in a transaction that is taken back, so that each test begins with the cast as it is. */
async function within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const answers: T[] = [];
  const back = new Error('taken back');
  await withOrganiser(db, ekdala.organiser, async (tx) => {
    answers.push(await work(tx));
    throw back;
  }).catch((error) => {
    if (error !== back) throw error;
  });
  return answers[0]!;
}

const id = (key: string) => ekdala.persons.get(key)!;
const at = new Date('2026-11-23T08:00:00Z');
const lars = (): Doer => ({
  actor: { personId: id('lars') },
  because: 'administrator',
  reach: null,
  on: today,
  at,
  later: movedByMerge,
});

/** The two as the page would show them. */
async function asked(tx: Tx, goes: number): Promise<AskedMerge> {
  const proposal = (await likelyDoubles(tx, null, today)).find((each) => each.goes.personId === goes);
  if (!proposal) throw new Error('not proposed');
  const { stays } = proposal;
  return {
    stays: stays.personId,
    goes,
    versions: { stays: stays.version, goes: proposal.goes.version },
  };
}

async function merge(tx: Tx, goes: number): Promise<Merged> {
  return mergePersons(tx, await asked(tx, goes), lars());
}

async function latestMerge(tx: Tx): Promise<number> {
  return (await mergesDone(tx, { most: 1 }))[0]!.mergeId;
}

async function part(tx: Tx) {
  return partPersons(tx, await latestMerge(tx), lars());
}

/** The tables with a row that names the person. Lessons that gave way are told apart by whose they were. */
const rowsNaming = async (tx: Tx, person: number) => {
  const left = [...(await everyRow(tx))]
    .filter(([table]) => table !== 'attendance.lesson_before')
    .flatMap(([table, rows]) =>
      rows.filter((row) => new RegExp(`(id|by|By)": ${person}[,}]`).test(row)).map(() => table),
    );
  return [...new Set(left)];
};

const minutesOf = async (tx: Tx, ...persons: number[]) =>
  (await attendanceTotals(tx, '2024-08-01', today))
    .filter((each) => persons.includes(each.studentId))
    .toSorted((a, b) => a.studentId - b.studentId);

describe('two who are one', () => {
  test('are merged with rows of every kind, and parted everything is as it was', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      const before = await everyRow(tx);
      const minutes = await minutesOf(tx, id('nora'), second);
      expect(await merge(tx, second)).toEqual({ ok: true, stays: id('nora'), repeated: false });
      expect(await rowsNaming(tx, second)).toEqual([]);
      expect(await part(tx)).toEqual({ ok: true, repeated: false });
      const after = await everyRow(tx);
      for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows]);
      expect(await minutesOf(tx, id('nora'), second)).toEqual(minutes);
    });
  });

  test('who work there are merged with all that staff leave behind, and parted everything is as it was', async () => {
    await within(async (tx) => {
      const second = await secondMaria(tx, ekdala);
      const before = await everyRow(tx);
      expect(await merge(tx, second)).toMatchObject({ ok: true, stays: id('maria') });
      expect(await rowsNaming(tx, second)).toEqual([]);
      const { rows } = await tx.client.query(
        `select count(*)::int as duties from people.duty where person_id = $1 and role = 'mentor' and unit_id = $2`,
        [id('maria'), ekdala.units.get('ekdala')],
      );
      expect(rows).toEqual([{ duties: 1 }]);
      await part(tx);
      const after = await everyRow(tx);
      for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows]);
    });
  });

  test('have one enrolment where both told of the same, and those that only one knew of', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      await merge(tx, second);
      const { rows } = await tx.client.query(
        'select unit_id, starts, ends from people.enrolment where student_id = $1 order by starts',
        [id('nora')],
      );
      expect(rows).toEqual([
        { unit_id: ekdala.units.get('hamn'), starts: '2025-01-13', ends: '2025-06-12' },
        { unit_id: ekdala.units.get('ekdala'), starts: '2025-08-18', ends: null },
      ]);
    });
  });

  test('are found by every number and id that either has been known by', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      await merge(tx, second);
      const known = await dangerouslyAllStudentIdentifiers(tx);
      const number = ekdala.cast.students.find((each) => each.key === 'nora')!.civicNumber!;
      for (const civic of [number, `${number.slice(0, 8)}TF20`])
        expect(known.byCivicNumber.get(civic)).toBe(id('nora'));
      for (const source of ['ekdala-nora', 'b4cfd1ae-nora'])
        expect(known.bySourceId.get(source)).toBe(id('nora'));
    });
  });
});

describe('attendance', () => {
  test('of two lessons at the same time the reported one stands, else hers who stays; no minute is counted twice', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      await merge(tx, second);
      const { rows } = await tx.client.query(
        `select l.start_minute / 60 as hour, a.group_name as "group", l.reported, l.invalid from attendance.lesson l
         join attendance.activity a using (organiser_id, activity_id) where l.student_id = $1 and l.day = $2 order by 1`,
        [id('nora'), day],
      );
      expect(rows).toEqual([
        { hour: 8, group: 'TILLVAL', reported: true, invalid: 0 },
        { hour: 9, group: 'SAMMA', reported: true, invalid: 60 },
        { hour: 10, group: 'TILLVAL', reported: true, invalid: 60 },
        { hour: 11, group: 'TILLVAL', reported: true, invalid: 0 },
        { hour: 13, group: 'TILLVAL', reported: true, invalid: 60 },
      ]);
      expect(
        (
          await tx.client.query(
            `select monday, lessons, invalid_minutes as invalid from attendance.week where student_id = $1
             and (monday = '2025-02-03' or invalid_by_day[6] > 0)`,
            [id('nora')],
          )
        ).rows,
      ).toMatchObject([{ monday: '2025-02-03', lessons: 1, invalid: 0 }, { monday: '2026-11-09' }]);
    });
  });

  test('of two totals of the same time the one with something reported stands, else hers who stays', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      await merge(tx, second);
      const { rows } = await tx.client.query(
        'select starts, reported from attendance.period_total where student_id = $1 order by starts',
        [id('nora')],
      );
      expect(rows).toEqual([
        { starts: '2024-09-01', reported: 600 },
        { starts: '2024-11-01', reported: 600 },
        { starts: '2025-01-13', reported: 600 },
      ]);
    });
  });

  test('that is put right after the merge stays right when they are parted, and what is new stays with her who stayed', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      await merge(tx, second);
      const lesson = { studentId: id('nora'), day, minutes: 60, reported: true, attended: 60 };
      await readLessons(tx, [
        { ...lesson, startMinute: 13 * 60, groupName: 'TILLVAL', courseCode: 'X' },
        { ...lesson, startMinute: 15 * 60, groupName: 'NYTT', courseCode: 'X' },
      ]);
      await part(tx);
      const of = async (student: number) =>
        (
          await tx.client.query(
            'select start_minute / 60 as hour, invalid from attendance.lesson where student_id = $1 and day = $2 order by start_minute',
            [student, day],
          )
        ).rows;
      expect(await of(second)).toEqual(
        [8, 9, 10, 11].map((hour) => expect.objectContaining({ hour })).concat([{ hour: 13, invalid: 0 }]),
      );
      expect((await of(id('nora'))).map((each) => each.hour)).toEqual([8, 9, 10, 11, 15]);
    });
  });
});

describe('the log', () => {
  test('is not touched, and tells of her under both numbers', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      const line = { action: 'student.read', what: 'Elevsidan', because: 'mentor', at };
      const { counting, statements } = withLines(tx);
      record(counting, { ...line, actor: { personId: id('johan') }, subjects: [second] });
      record(counting, { ...line, actor: { personId: id('maria') }, subjects: [id('nora')] });
      for (const statement of statements) await statement.execute(tx.q);
      const lines = async () => (await tx.client.query('select * from audit.entry order by chain, seq')).rows;
      const before = await lines();
      await merge(tx, second);
      expect(await lines()).toEqual(before);
      const readers = (await readersOf(tx, id('nora'), { limit: 10 })).map((each) => each.name);
      expect(readers).toEqual(expect.arrayContaining(['Johan Wester', 'Maria Holm']));
      const found = await readLog(tx, { subjects: [id('nora')], among: [id('nora')] }, { page: 1, size: 10 });
      expect(found.entries.flatMap((each) => each.subjects)).toEqual(
        expect.arrayContaining([second, id('nora')]),
      );
      expect((await namesOf(tx, [second])).get(second)).toBe('Nora Lindgren');
      await part(tx);
      const parted = (await readersOf(tx, id('nora'), { limit: 10 })).map((each) => each.name);
      expect(parted).not.toContain('Johan Wester');
    });
  });

  test('has a line for the merge and one for the parting', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      const { counting, statements } = withLines(tx);
      await merge(counting, second);
      await part(counting);
      for (const statement of statements) await statement.execute(tx.q);
      const { rows } = await tx.client.query(
        'select action, subjects, because from audit.entry where actor_id = $1 order by seq',
        [id('lars')],
      );
      const line = { subjects: [id('nora'), second], because: 'administrator' };
      expect(rows).toEqual([
        { ...line, action: 'person.merge' },
        { ...line, action: 'person.part' },
      ]);
    });
  });
});

/** The transaction with the lines of the log set apart: they are otherwise written with its COMMIT, which never comes here. */
function withLines(tx: Tx): { counting: Tx; statements: RawBuilder<unknown>[] } {
  const statements: RawBuilder<unknown>[] = [];
  return { counting: { ...tx, withCommit: (statement) => void statements.push(statement) }, statements };
}

describe('nothing is done', () => {
  test('twice, on a second click', async () => {
    await within(async (tx) => {
      const first = await asked(tx, await secondNora(tx, ekdala));
      expect(await mergePersons(tx, first, lars())).toMatchObject({ ok: true, repeated: false });
      const before = await everyRow(tx);
      expect(await mergePersons(tx, first, lars())).toMatchObject({ ok: true, repeated: true });
      expect(await everyRow(tx)).toEqual(before);
      const number = await latestMerge(tx);
      expect(await partPersons(tx, number, lars())).toEqual({ ok: true, repeated: false });
      expect(await partPersons(tx, number, lars())).toEqual({ ok: true, repeated: true });
    });
  });

  test('when the page is old: somebody has changed one of them, or has said that they are two', async () => {
    await within(async (tx) => {
      const shown = await asked(tx, await secondNora(tx, ekdala));
      await tx.client.query('savepoint before');
      await tx.client.query(`update people.person set version = version + 1 where person_id = $1`, [
        shown.goes,
      ]);
      expect(await mergePersons(tx, shown, lars())).toEqual({ ok: false, why: 'changed' });
      await tx.client.query('rollback to savepoint before');
      await tellApart(tx, { one: shown.goes, other: shown.stays, by: id('lars'), at });
      expect(await mergePersons(tx, shown, lars())).toEqual({ ok: false, why: 'changed' });
    });
  });

  test('with a form of before, when they have been merged and parted', async () => {
    await within(async (tx) => {
      const shown = await asked(tx, await secondNora(tx, ekdala));
      await mergePersons(tx, shown, lars());
      await part(tx);
      expect(await mergePersons(tx, shown, lars())).toEqual({ ok: false, why: 'changed' });
    });
  });

  test('by an administrator of another unit', async () => {
    await within(async (tx) => {
      const second = await secondNora(tx, ekdala);
      const shown = await asked(tx, second);
      const of = (unit: string): Doer => ({ ...lars(), reach: [ekdala.units.get(unit)!] });
      expect(await mergePersons(tx, shown, of('ekdala'))).toEqual({ ok: false, why: 'refused' });
      expect(await mergePersons(tx, shown, of('hamn'))).toEqual({ ok: false, why: 'changed' });
      await mergePersons(tx, shown, lars());
      expect(await partPersons(tx, await latestMerge(tx), of('ekdala'))).toEqual({
        ok: false,
        why: 'refused',
      });
    });
  });

  test('with two who are not proposed', async () => {
    await within(async (tx) => {
      const { rows } = await tx.client.query<{ id: number; version: number }>(
        'select person_id as id, version from people.person where person_id = any($1) order by 1',
        [[id('nora'), id('yusuf')]],
      );
      const [one, other] = rows as [(typeof rows)[0], (typeof rows)[0]];
      const two = {
        stays: one!.id,
        goes: other!.id,
        versions: { stays: one!.version, goes: other!.version },
      };
      expect(await mergePersons(tx, two, lars())).toEqual({ ok: false, why: 'changed' });
    });
  });

  test('while files are being read in', async () => {
    await within(async (tx) => {
      const shown = await asked(tx, await secondNora(tx, ekdala));
      await withOrganiser(db, ekdala.organiser, async (reading) => {
        await reading.client.query(`select pg_advisory_xact_lock(hashtext('import'), $1)`, [tx.organiser]);
        expect(await mergePersons(tx, shown, lars())).toEqual({ ok: false, why: 'busy' });
      });
      expect(await mergePersons(tx, shown, lars())).toMatchObject({ ok: true });
    });
  });
});

test('who was merged last is parted first', async () => {
  await within(async (tx) => {
    const second = await secondNora(tx, ekdala);
    const number = ekdala.cast.students.find((each) => each.key === 'nora')!.civicNumber!;
    await tx.client.query(
      `insert into people.person (organiser_id, given_name, family_name, civic_number) values ($1, 'Nora', 'Lindgren', $2)`,
      [tx.organiser, `${number.slice(0, 8)}TF21`],
    );
    const { rows } = await tx.client.query('select max(person_id) as id from people.person');
    const before = await everyRow(tx);
    await merge(tx, second);
    const first = await latestMerge(tx);
    await merge(tx, rows[0].id);
    expect(await partPersons(tx, first, lars())).toEqual({ ok: false, why: 'later-first' });
    await part(tx);
    expect(await partPersons(tx, first, lars())).toMatchObject({ ok: true });
    const after = await everyRow(tx);
    for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows]);
  });
});

test('one into another into a third: the numbers of all lead to the last, and they are parted in order', async () => {
  await within(async (tx) => {
    const second = await secondNora(tx, ekdala);
    const nora = id('nora');
    // Nora's own number is not there yet: the two with TF numbers are merged first.
    const number = ekdala.cast.students.find((each) => each.key === 'nora')!.civicNumber!;
    const third = await tx.client.query(
      `insert into people.person (organiser_id, given_name, family_name, civic_number)
       values ($1, 'Nora', 'Lindgren', $2) returning person_id as id`,
      [tx.organiser, `${number.slice(0, 8)}TF21`],
    );
    const pairs = await likelyDoubles(tx, null, today);
    const provisional = pairs.find(
      (each) => each.stays.personId === second && each.goes.personId === third.rows[0].id,
    )!;
    await mergePersons(
      tx,
      {
        stays: second,
        goes: third.rows[0].id,
        versions: { stays: provisional.stays.version, goes: provisional.goes.version },
      },
      lars(),
    );
    await merge(tx, second);
    expect((await namesOf(tx, [third.rows[0].id, second])).size).toBe(2);
    const merges = await mergesDone(tx, { most: 5 });
    expect(merges.map((each) => each.intoId)).toEqual([nora, nora]);
    await part(tx);
    expect((await mergesDone(tx, { most: 5 })).find((each) => each.partedAt === null)?.intoId).toBe(second);
  });
});

test('a set of changes whose rows a merge has moved says so, until the two are parted', async () => {
  await within(async (tx) => {
    const changeSet = await nextChangeSet(tx);
    const second = await secondNora(tx, ekdala);
    const written = { name: 'grades.grade', key: ['student_id', 'course_code', 'graded_on', 'trial'] };
    await writeKept(
      { ...tx, changeSet },
      written,
      `update grades.grade set value = 'C' where organiser_id = $1 and student_id = $2`,
      [tx.organiser, second],
    );
    const other = await nextChangeSet(tx);
    await writeKept(
      { ...tx, changeSet: other },
      written,
      `update grades.grade set value = 'C' where organiser_id = $1 and student_id = $2`,
      [tx.organiser, id('viktor')],
    );
    expect(await mergeInTheWay(tx, changeSet)).toBeUndefined();
    await merge(tx, second);
    expect(await mergeInTheWay(tx, changeSet)).toBe('merged');
    expect(await mergeInTheWay(tx, other)).toBeUndefined();
    await part(tx);
    expect(await mergeInTheWay(tx, changeSet)).toBeUndefined();
  });
});

test('so does one that wrote about somebody who was merged then and is parted now', async () => {
  await within(async (tx) => {
    const second = await secondNora(tx, ekdala);
    await merge(tx, second);
    const write = async (student: number) => {
      const changeSet = await nextChangeSet(tx);
      await writeKept(
        { ...tx, changeSet },
        { name: 'grades.grade', key: ['student_id', 'course_code', 'graded_on', 'trial'] },
        `update grades.grade set value = 'C' where organiser_id = $1 and student_id = $2`,
        [tx.organiser, student],
      );
      return changeSet;
    };
    const [hers, another] = [await write(id('nora')), await write(id('elin'))];
    expect(await mergeInTheWay(tx, hers)).toBeUndefined();
    await part(tx);
    expect(await mergeInTheWay(tx, hers)).toBe('parted');
    expect(await mergeInTheWay(tx, another)).toBeUndefined();
    expect(await mergeInTheWay(tx, await write(id('nora')))).toBeUndefined();
  });
});

test('so does one that inserted lessons that a merge has moved, or that gave way', async () => {
  await within(async (tx) => {
    const second = await secondNora(tx, ekdala);
    const [moved, asideSet] = [await nextChangeSet(tx), await nextChangeSet(tx)];
    const inserted = (set: number, minute: number) =>
      tx.client.query(
        'update attendance.lesson set change_set = $1 where student_id = $2 and day = $3 and start_minute = $4',
        [set, second, day, minute],
      );
    await inserted(moved, 13 * 60);
    await inserted(asideSet, 8 * 60);
    await merge(tx, second);
    expect(await mergeInTheWay(tx, moved)).toBe('merged');
    expect(await mergeInTheWay(tx, asideSet)).toBe('merged');
    expect(await mergeInTheWay(tx, asideSet + 1_000)).toBeUndefined();
    await part(tx);
    const { rows } = await tx.client.query(
      'select start_minute, change_set from attendance.lesson where student_id = $1 and change_set is not null order by 1',
      [second],
    );
    expect(rows).toEqual([
      { start_minute: 480, change_set: asideSet },
      { start_minute: 780, change_set: moved },
    ]);
  });
});

test('the stricter protection of the two holds after the merge', async () => {
  await within(async (tx) => {
    const second = await secondNora(tx, ekdala);
    await tx.client.query(`update people.person set protection = 'confidential' where person_id = $1`, [
      second,
    ]);
    await merge(tx, second);
    expect((await namesOf(tx, [id('nora')])).get(id('nora'))).toBe('Skyddade uppgifter');
    expect((await mergesDone(tx, { most: 1 }))[0]).toMatchObject({
      goneName: 'Skyddade uppgifter',
      intoName: 'Skyddade uppgifter',
    });
    await part(tx);
    expect((await namesOf(tx, [id('nora')])).get(id('nora'))).toBe('Nora Lindgren');
  });
});

test('two clicks at the same moment merge once', async () => {
  const copy = await withOrganiser(db, ekdala.organiser, async (tx) => {
    const { rows } = await tx.client.query<{ id: number }>(
      `insert into people.person (organiser_id, given_name, family_name, civic_number)
       select organiser_id, given_name, family_name, left(civic_number, 8) || 'TF29' from people.person where person_id = $1
       returning person_id as id`,
      [id('yusuf')],
    );
    return asked(tx, rows[0]!.id);
  });
  const click = () => withOrganiser(db, ekdala.organiser, (tx) => mergePersons(tx, copy, lars()));
  const answers = await Promise.all([click(), click()]);
  expect(answers.map((each) => each.ok && each.repeated).toSorted()).toEqual([false, true]);
});
