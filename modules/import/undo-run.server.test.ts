import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { refreshSignals } from '../signals/index.ts';
import { forgetOldRuns, undoableDays } from './commands/forget-old-runs.ts';
import { undoRun } from './commands/undo-run.ts';
import {
  csv,
  emptyOrganiser,
  fileFolder,
  importer,
  on,
  schoolDays,
  smallSchool,
  storedOf,
} from './import-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

const school = smallSchool(12);
const week = schoolDays('2026-11-09', 5);
const day = (offset: number) => new Date(Date.parse(`${on}T07:00:00Z`) + offset * 86_400_000);

let made = 0;
async function schoolOfOwn() {
  made += 1;
  const organiser = await emptyOrganiser(db, `Organisation ${made}`);
  const run = importer(db, organiser);
  const read = async (files: Record<string, string>) => {
    const report = await run(
      Object.entries(files).map(([name, text]) => folder.put(`${made}-${name}`, text)),
      { acceptLargeChange: true },
    );
    expect(report.state).toBe('done');
    return report.runId!;
  };
  const undo = (runId: number) =>
    undoRun(db, { organiser: organiser.id, runId, actor: null, on, now: () => day(0), refreshSignals });
  return { organiser, read, undo, state: () => stateOf(organiser.id) };
}

/**
 * What is stored, but for lists of names that cost nothing to keep (groups and reasons of lessons). Of the signals those
 * that are on: one that was shown meanwhile stays as one that is over, since somebody may have seen it.
 */
async function stateOf(organiser: number) {
  const stored = await storedOf(db, organiser);
  for (const name of ['attendance.activity', 'attendance.reason', 'signals.evaluation', 'signals.signal'])
    delete stored[name];
  const on = await withOrganiser(db, organiser, ({ client }) =>
    client.query(
      `select student_id, signal, since, level, state from signals.signal
       where organiser_id = $1 and until is null order by 1, 2, 3`,
      [organiser],
    ),
  );
  return { ...stored, signalsOn: on.rows };
}

const grades = (value: string, day = '2026-06-10') =>
  csv(
    school.students.map((civic) => ({
      Personnummer: civic,
      Kurskod: 'MATE1000X',
      Betyg: value,
      Betygsdatum: day,
    })),
  );

describe('undoing a run as a whole', () => {
  it('leaves nothing of a first run behind', async () => {
    const { read, undo, state } = await schoolOfOwn();
    const empty = await state();
    const first = await read({
      'elever.csv': school.elever(),
      'narvaro.csv': school.narvaro(week),
      'betyg.csv': grades('C'),
    });
    expect(await undo(first)).toEqual({ undone: true, persons: 14 });
    expect(await state()).toEqual(empty);
  });

  it('keeps nothing of the persons that its files told of: no refused rows, no differences, no missing students', async () => {
    const { organiser, read, undo } = await schoolOfOwn();
    await read({ 'elever.csv': school.elever() });
    const second = await read({
      'elever.csv': school.elever((cells, index) =>
        index === 0 ? null : { ...cells, Klass: 'TE25A', Efternamn: index === 1 ? '' : cells.Efternamn! },
      ),
    });
    const kept = async () => {
      const tables = ['refused_row', 'difference', 'missing_student'];
      return withOrganiser(db, organiser.id, ({ client }) =>
        Promise.all(
          tables.map(async (table) => {
            const rows = await client.query(`select from imports.${table} where run_id = $1`, [second]);
            return rows.rowCount;
          }),
        ),
      );
    };
    expect((await kept()).every((count) => count! > 0)).toBe(true);
    expect(await undo(second)).toMatchObject({ undone: true });
    expect(await kept()).toEqual([0, 0, 0]);
  });

  it('gives back classes, names, mentors, minutes, grades and removed lessons as they were', async () => {
    const { read, undo, state } = await schoolOfOwn();
    await read({
      'elever.csv': school.elever(),
      'narvaro.csv': school.narvaro(week),
      'betyg.csv': grades('C'),
    });
    const before = await state();
    const second = await read({
      'elever.csv': school.elever((cells, index) => ({
        ...cells,
        Klass: 'NA25C',
        Efternamn: index === 3 ? 'Öberg' : cells['Efternamn']!,
        Mentor: 'Nyholm Vera',
        'Ta bort': index === 5 ? 'Ja' : '',
      })),
      'narvaro.csv': school.narvaro(week, (cells, index) => ({
        ...cells,
        'Närvaro (min)': index % 3 === 0 ? '20' : '60',
        'Ogiltig frånvaro (min)': index % 3 === 0 ? '40' : '0',
        'Ta bort': index % 7 === 0 ? 'Ja' : '',
      })),
      'betyg.csv': grades('E'),
    });
    expect(await state()).not.toEqual(before);
    expect(await undo(second)).toEqual({ undone: true, persons: 13 });
    expect(await state()).toEqual(before);
  });

  it('takes away weeks of which no lesson is left, and gives them back', async () => {
    const { organiser, read, undo, state } = await schoolOfOwn();
    await read({ 'elever.csv': school.elever(), 'narvaro.csv': school.narvaro(week) });
    const before = await state();
    const gone = await read({
      'narvaro.csv': school.narvaro(week, (cells) => ({ ...cells, 'Ta bort': 'Ja' })),
    });
    const weeks = await withOrganiser(db, organiser.id, (tx) =>
      tx.client.query('select from attendance.week where organiser_id = $1', [organiser.id]),
    );
    expect(weeks.rowCount).toBe(0);
    await undo(gone);
    expect(await state()).toEqual(before);
  });

  it('undoes runs in the opposite order only, and each once', async () => {
    const { read, undo, state } = await schoolOfOwn();
    const first = await read({ 'elever.csv': school.elever() });
    const before = await state();
    const second = await read({ 'narvaro.csv': school.narvaro(week) });
    expect(await undo(first)).toEqual({ undone: false, because: 'later-run', laterRun: second });
    expect(await undo(second)).toMatchObject({ undone: true });
    expect(await state()).toEqual(before);
    expect(await undo(second)).toEqual({ undone: false, because: 'nothing' });
    expect(await undo(first)).toMatchObject({ undone: true });
  });

  it('does not take away a student somebody has talked with since, and then undoes nothing', async () => {
    const { organiser, read, undo, state } = await schoolOfOwn();
    const first = await read({ 'elever.csv': school.elever(), 'narvaro.csv': school.narvaro(week) });
    await withOrganiser(db, organiser.id, async ({ client }) => {
      await client.query(
        `insert into coordination.talk (organiser_id, request_key, student_id, held_on, held_by, outcome, next_step)
         select $1, gen_random_uuid(), p.person_id, $2, m.mentor_id, 'fine', 'none'
         from people.person p join people.mentorship m on m.organiser_id = p.organiser_id and m.student_id = p.person_id
         where p.organiser_id = $1 and p.source_id = 'E0'`,
        [organiser.id, on],
      );
    });
    const before = await state();
    expect(await undo(first)).toEqual({ undone: false, because: 'in-use' });
    expect(await state()).toEqual(before);
  });

  it.each([
    [undoableDays - 1, true],
    [undoableDays + 1, false],
  ])('after %i days a run can be undone: %s', async (days, can) => {
    const { organiser, read, undo } = await schoolOfOwn();
    const run = await read({ 'elever.csv': school.elever() });
    await withOrganiser(db, organiser.id, async (tx) => {
      await tx.client.query('update imports.run set finished_at = $2 where organiser_id = $1', [
        organiser.id,
        day(0),
      ]);
      await forgetOldRuns(tx, day(days));
    });
    expect(await undo(run)).toEqual(
      can ? { undone: true, persons: 14 } : { undone: false, because: 'too-old' },
    );
  });

  it('undone after any change to any rows, everything is as it was', async () => {
    const { read, undo, state } = await schoolOfOwn();
    await read({
      'elever.csv': school.elever(),
      'narvaro.csv': school.narvaro(week),
      'betyg.csv': grades('C'),
    });
    const before = await state();
    const pick = fc.array(fc.nat({ max: 5 }), { minLength: 240, maxLength: 240 });
    await fc.assert(
      fc.asyncProperty(pick, pick, async (roster, lessons) => {
        const run = await read({
          'elever.csv': school.elever((cells, index) => changedStudent(cells, roster[index]!)),
          'narvaro.csv': school.narvaro(week, (cells, index) => changedLesson(cells, lessons[index]!)),
        });
        expect(await undo(run)).toMatchObject({ undone: true });
        expect(await state()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });
});

function changedStudent(cells: Record<string, string>, how: number): Record<string, string> {
  const changes: readonly Record<string, string>[] = [
    {},
    { Klass: 'TE25A' },
    { Efternamn: 'Ek' },
    { Mentor: 'Ny Mentor' },
    { 'Ta bort': 'Ja' },
    { Skolenhetskod: '87654321' },
  ];
  return { 'Ta bort': '', ...cells, ...changes[how] };
}

function changedLesson(cells: Record<string, string>, how: number): Record<string, string> {
  const changes: readonly Record<string, string>[] = [
    {},
    { 'Ta bort': 'Ja' },
    { Rapporterad: 'Nej', 'Närvaro (min)': '0' },
    { 'Närvaro (min)': '0', 'Giltig frånvaro (min)': '60' },
    { Ämnesgrupp: 'NY' },
    { Starttid: '15:10' },
  ];
  return { 'Ta bort': '', ...cells, ...changes[how] };
}
