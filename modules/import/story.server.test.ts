import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { csv, emptyOrganiser, fileFolder, importer, schoolDays, smallSchool } from './import-fixture.ts';
import { missingFile } from './pages/missing-file.ts';
import { differencesOf } from './queries/differences.ts';
import { missingOf, missingRows } from './queries/missing-students.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

const school = smallSchool(12);
const on = '2026-11-22';
const week = schoolDays('2026-11-09', 5);
type Change = Parameters<typeof school.elever>[0];

let made = 0;
/** An organiser of its own with the small school read in, and how to read more in. */
async function schoolReadIn() {
  made += 1;
  const organiser = await emptyOrganiser(db, `Organisation ${made}`);
  const run = importer(db, organiser);
  const read = (files: Record<string, string>, more = {}) =>
    run(
      Object.entries(files).map(([name, text]) => folder.put(name, text)),
      { acceptLargeChange: true, ...more },
    );
  const first = await read({ 'elever.csv': school.elever() });
  /** What is told of a run, to somebody of all units or of some. */
  const told = (runId: number | null, units: readonly number[] | null = null) =>
    withOrganiser(db, organiser.id, async (tx) => ({
      differences: await differencesOf(tx, runId!, units),
      missing: await missingOf(tx, runId!, units, 50),
    }));
  return { organiser, run, read, first, told };
}

/** One student's row changed, all others as they were. */
const only = (student: number, cells: Record<string, string>): Change => {
  return (row, index) => (index === student ? { ...row, ...cells } : { ...row, 'Ta bort': '' });
};

const brief = (
  differences: Awaited<ReturnType<Awaited<ReturnType<typeof schoolReadIn>>['told']>>['differences'],
) => differences.map(({ kind, name, before, after }) => [kind, name, before, after]);

describe('what a run changes about students', () => {
  it('is nothing to tell in a first import: there was nobody before', async () => {
    const { first, told } = await schoolReadIn();
    expect(first.story).toEqual({ isFirst: true, counts: {}, missing: [], weeks: [] });
    expect(await told(first.runId)).toEqual({ differences: [], missing: [] });
  });

  it('is nothing when the same file comes again', async () => {
    const { read } = await schoolReadIn();
    const again = await read({ 'elever.csv': school.elever() });
    expect(again.story).toMatchObject({ isFirst: false, counts: {} });
  });

  it('is kept with the run, most serious first, with where it stands in the file', async () => {
    const { read, told } = await schoolReadIn();
    const file = school.elever((row, index) => {
      const change = [
        { Klass: 'NA25B', Studievägskod: 'SA25' },
        { 'Ta bort': 'Ja' },
        { Efternamn: 'Öberg', Mentor: 'Larsson Ali' },
      ][index];
      return { 'Ta bort': '', ...row, ...change };
    });
    const { runId, story } = await read({ 'elever.csv': file });
    const { differences } = await told(runId);
    expect(brief(differences)).toEqual([
      ['ended', 'Förnamn1 Åström', null, on],
      ['programme', 'Förnamn0 Åström', 'NA25', 'SA25'],
      ['name', 'Förnamn2 Öberg', 'Förnamn2 Åström', 'Förnamn2 Öberg'],
      ['class', 'Förnamn0 Åström', 'NA25A', 'NA25B'],
      ['mentor', 'Förnamn2 Öberg', 'Kim Larsson', 'Ali Larsson'],
    ]);
    expect(differences.map(({ row, file }) => [row, file])).toEqual(
      [3, 2, 4, 2, 4].map((row) => [row, 'elever.csv']),
    );
    expect(story.counts).toEqual({ ended: 1, programme: 1, name: 1, class: 1, mentor: 1 });
  });

  it('is five of a kind, and a count of all', async () => {
    const { read, told } = await schoolReadIn();
    const { runId, story } = await read({
      'elever.csv': school.elever((row) => ({ ...row, Klass: 'NA25C' })),
    });
    expect(story.counts).toEqual({ class: 12 });
    expect((await told(runId)).differences).toHaveLength(5);
  });

  it('names neither a protected student nor what would place one, before the run and after', async () => {
    const { read, told } = await schoolReadIn();
    const hidden = only(0, { Sekretessmarkering: 'Ja', Klass: 'NA25B', Efternamn: 'Hemlig' });
    const withColumn = school.elever((row, index) => ({ Sekretessmarkering: '', ...hidden!(row, index)! }));
    const gained = await read({ 'elever.csv': withColumn });
    const lost = await read({ 'elever.csv': school.elever((row) => ({ ...row, Sekretessmarkering: '' })) });
    for (const { runId } of [gained, lost]) {
      const { differences } = await told(runId);
      expect(differences.length).toBeGreaterThan(1);
      for (const each of differences)
        expect(each).toMatchObject({
          name: 'Skyddade uppgifter',
          className: null,
          unit: null,
          before: null,
          after: null,
        });
    }
    expect((await told(gained.runId)).differences[0]?.kind).toBe('protection-gained');
    expect((await told(lost.runId)).differences[0]?.kind).toBe('protection-lost');
    const { rows } = await db.pool.query(
      `select from imports.difference where before ~ 'Hemlig' or after ~ 'Hemlig'`,
    );
    expect(rows).toEqual([]);
  });

  it('has no name for a student whom a preview would make, and none is left of the preview', async () => {
    const { organiser, read, told } = await schoolReadIn();
    const runId = await begunRun(organiser.id);
    const more = smallSchool(13).elever();
    await read({ 'elever.csv': more }, { dryRun: true, into: runId });
    expect((await told(runId)).differences).toMatchObject([
      { kind: 'new-student', name: null, className: null, after: 'NA25A', row: 14 },
    ]);
    const { runId: real } = await read({ 'elever.csv': more });
    expect((await told(real)).differences).toMatchObject([{ kind: 'new-student', name: 'Förnamn12 Åström' }]);
  });

  it('tells of grades that are lost, gained and taken away', async () => {
    const { read, told } = await schoolReadIn();
    const grades = (values: readonly string[], removed = -1) =>
      csv(
        values.map((value, index) => ({
          Personnummer: school.students[index]!,
          Kurskod: 'MATE1000X',
          'Kurs/nivå': 'Matematik nivå 1',
          Betyg: value,
          Betygsdatum: '2026-06-11',
          'Ta bort': index === removed ? 'Ja' : '',
        })),
      );
    await read({ 'betyg.csv': grades(['A', 'F', 'C', 'D']) });
    const { runId } = await read({ 'betyg.csv': grades(['F', 'E', 'B', 'D'], 3) });
    const { differences } = await told(runId);
    expect(differences.map(({ kind, what, before, after, row }) => [kind, what, before, after, row])).toEqual(
      [
        ['grade-removed', 'Matematik nivå 1', 'D', null, 5],
        ['grade-lost', 'Matematik nivå 1', 'A', 'F', 2],
        ['grade-gained', 'Matematik nivå 1', 'F', 'E', 3],
        ['grade-changed', 'Matematik nivå 1', 'C', 'B', 4],
      ],
    );
    expect(differences.every((each) => each.className !== null)).toBe(true);
  });
});

describe('what a run changes about weeks', () => {
  /** The first student's first lessons of the week absent, so many minutes in all. */
  const absent = (minutes: number) => {
    let left = minutes;
    return school.narvaro(week, (cells) => {
      if (cells.Personnummer !== school.students[0]) return cells;
      const away = Math.min(60, left);
      left -= away;
      return { ...cells, 'Närvaro (min)': String(60 - away), 'Ogiltig frånvaro (min)': String(away) };
    });
  };

  it('is told from two hours of absence in a week that was known', async () => {
    for (const [minutes, seen] of [
      [119, []],
      [120, [['absence', '0', '120']]],
      [121, [['absence', '0', '121']]],
    ] as const) {
      const { read, told } = await schoolReadIn();
      await read({ 'narvaro.csv': absent(0) });
      const { runId } = await read({ 'narvaro.csv': absent(minutes) });
      const { differences } = await told(runId);
      expect(differences.map(({ kind, before, after }) => [kind, before, after])).toEqual(seen);
    }
  });

  it('is not told when lessons that were not there before explain it', async () => {
    const { read, told } = await schoolReadIn();
    const known = school.narvaro(week.slice(0, 2));
    const rest = school.narvaro(week.slice(2), (cells) => ({
      ...cells,
      'Närvaro (min)': '0',
      'Giltig frånvaro (min)': '60',
    }));
    await read({ 'narvaro.csv': known });
    const { runId } = await read({ 'narvaro.csv': rest });
    expect((await told(runId)).differences).toEqual([]);
  });

  it('is told, the largest first, with how many weeks there are in all', async () => {
    const { read, told } = await schoolReadIn();
    await read({ 'narvaro.csv': absent(0) });
    const everybody = school.narvaro(week, (cells, index) => {
      const away = index % 12 === 3 || Math.floor(index / 12) % 5 === 0;
      return away ? { ...cells, 'Närvaro (min)': '0', 'Giltig frånvaro (min)': '60' } : cells;
    });
    const { runId, story } = await read({ 'narvaro.csv': everybody });
    expect(story.counts).toEqual({ absence: 12 });
    const { differences } = await told(runId);
    expect(differences).toHaveLength(5);
    expect(differences[0]).toMatchObject({ name: 'Förnamn3 Åström', what: '2026-11-09', after: '1200' });
  });

  it('tells of lessons that are taken away, also all of a week', async () => {
    const { read, told } = await schoolReadIn();
    await read({ 'narvaro.csv': absent(0) });
    const { runId } = await read({
      'narvaro.csv': school.narvaro(week, (cells) => {
        const taken = cells.Personnummer === school.students[0] && cells.Datum === week[0];
        const all = cells.Personnummer === school.students[1];
        return taken || all ? { ...cells, 'Ta bort': 'Ja' } : { ...cells, 'Ta bort': '' };
      }),
    });
    expect(brief((await told(runId)).differences)).toEqual([
      ['lessons-removed', 'Förnamn1 Åström', '20', '0'],
      ['lessons-removed', 'Förnamn0 Åström', '20', '16'],
    ]);
  });
});

describe('who is missing in the files', () => {
  it('is told by name and class, and nothing happens to them', async () => {
    const { read, told } = await schoolReadIn();
    const { runId, kinds, story } = await read({
      'elever.csv': school.elever((row, index) => (index === 4 ? null : row)),
    });
    expect(kinds.elever).toMatchObject({ updated: 0, unchanged: 11 });
    expect(story.missing).toMatchObject([{ unit: '12345678', enrolled: 12, named: 11, missing: 1 }]);
    expect((await told(runId)).missing).toMatchObject([{ name: 'Förnamn4 Åström', className: 'NA25A' }]);
  });

  it('is not somebody whose row is refused', async () => {
    const { read, told } = await schoolReadIn();
    const { runId, kinds } = await read({
      'elever.csv': school.elever((row, index) => ({
        ...row,
        ...(index === 4 ? { Efternamn: '' } : index === 5 ? { 'Person-ID': '', Efternamn: '' } : {}),
      })),
    });
    expect(kinds.elever.refused).toHaveLength(2);
    expect((await told(runId)).missing).toEqual([]);
  });

  it('is compared within the classes of a file that holds one class', async () => {
    const { read, told } = await schoolReadIn();
    const { runId, story } = await read({
      'elever.csv': school.elever((row, index) => (index % 2 === 0 && index > 1 ? row : null)),
    });
    expect(story.missing).toMatchObject([{ compared: 'classes', classes: ['NA25A'], named: 5, missing: 1 }]);
    expect((await told(runId)).missing.map((each) => each.name)).toEqual(['Förnamn0 Åström']);
  });

  it('comes as a file of our own format, in which Ja ends those who have left and an empty cell changes nobody', async () => {
    const { organiser, read } = await schoolReadIn();
    const { runId } = await read({ 'elever.csv': school.elever((row, index) => (index < 3 ? null : row)) });
    const rows = await withOrganiser(db, organiser.id, (tx) => missingRows(tx, runId!, null, on));
    const file = missingFile(rows);
    expect(file.split('\r\n')[0]).toBe(
      '\ufeffPerson-ID;Personnummer;Förnamn;Efternamn;Skolform;Skolenhetskod;Årskurs;Studievägskod;Klass;Startdatum;Ta bort',
    );
    const untouched = await read({ 'saknas.csv': file });
    expect(untouched.kinds.elever).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: [] });
    const [headings, first, ...others] = file.split('\r\n');
    const left = await read({ 'saknas.csv': [headings, `${first}Ja`, ...others].join('\r\n') });
    expect(left.kinds.elever).toMatchObject({ updated: 1, unchanged: 2, refused: [] });
    expect(left.story.counts).toEqual({ ended: 1 });
  });

  it('never has a protected student in the file, and not by name on the page', async () => {
    const { organiser, read, told } = await schoolReadIn();
    const marked = (row: Record<string, string>, index: number) => ({
      ...row,
      Sekretessmarkering: index === 0 ? 'Ja' : '',
    });
    await read({ 'elever.csv': school.elever(marked) });
    const { runId } = await read({
      'elever.csv': school.elever((row, index) => (index < 2 ? null : marked(row, index))),
    });
    const { missing } = await told(runId);
    expect(missing.map(({ name, className, unit }) => [name, className, unit])).toEqual([
      ['Skyddade uppgifter', null, null],
      ['Förnamn1 Åström', 'NA25B', '12345678'],
    ]);
    const rows = await withOrganiser(db, organiser.id, (tx) => missingRows(tx, runId!, null, on));
    expect(rows.map((row) => row.givenName)).toEqual(['Förnamn1']);
  });
});

describe('weeks of which the files hold far less than stands here', () => {
  it('are told, and nothing happens to the lessons', async () => {
    const { read } = await schoolReadIn();
    await read({ 'narvaro.csv': school.narvaro(week) });
    const { kinds, story } = await read({
      'narvaro.csv': school.narvaro(week, (cells, index) => (index % 12 < 4 && index > 11 ? null : cells)),
    });
    expect(kinds.narvaro).toMatchObject({ created: 0, updated: 0 });
    expect(story.weeks).toEqual([
      { unit: '12345678', monday: '2026-11-09', inFiles: 9_840, here: 14_400, isPart: false },
    ]);
    const same = await read({ 'narvaro.csv': school.narvaro(week) });
    expect(same.story.weeks).toEqual([]);
  });

  it('are not told of a file with one student’s lessons, all of them', async () => {
    const { read } = await schoolReadIn();
    await read({ 'narvaro.csv': school.narvaro(week) });
    const { story } = await read({
      'narvaro.csv': school.narvaro(week, (cells, index) => (index % 12 === 0 ? cells : null)),
    });
    expect(story.weeks).toEqual([]);
  });
});

describe('a run over several units', () => {
  const two = (change: Change = (row) => row) =>
    school.elever((row, index) =>
      change({ ...row, Skolenhetskod: index < 6 ? '12345678' : '87654321' }, index),
    );

  it('is told to an administrator of one unit as far as that unit goes', async () => {
    const { organiser, read, told } = await schoolReadIn();
    await read({ 'elever.csv': two() });
    const { runId } = await read({
      'elever.csv': two((row, index) =>
        index % 6 === 0 ? { ...row, Klass: 'XX' } : index % 6 === 1 ? null : row,
      ),
    });
    const { rows } = await db.pool.query(
      `select unit_id as id from organisation.school_unit where organiser_id = $1 and code = '87654321'`,
      [organiser.id],
    );
    const all = await told(runId);
    expect(all.differences.map((each) => each.name)).toEqual(['Förnamn0 Åström', 'Förnamn6 Åström']);
    const own = await told(runId, [rows[0].id]);
    expect(own.differences.map((each) => each.name)).toEqual(['Förnamn6 Åström']);
    expect(own.missing.map((each) => each.name)).toEqual(['Förnamn7 Åström']);
    expect(await told(runId, [])).toEqual({ differences: [], missing: [] });
  });

  it('stops for the one unit that loses too many, and says which', async () => {
    const large = smallSchool(80);
    const { run } = await schoolReadIn();
    const rows = (leaving: number) =>
      large.elever((row, index) => ({
        ...row,
        'Ta bort': index < leaving ? 'Ja' : '',
        Skolenhetskod: index < 20 ? '11111111' : '22222222',
      }));
    expect((await run([folder.put('elever.csv', rows(0))])).state).toBe('done');
    const at = await run([folder.put('elever.csv', rows(4))], { dryRun: true });
    expect(at.checks.filter((check) => check.stops)).toEqual([]);
    const above = await run([folder.put('elever.csv', rows(5))]);
    expect(above.state).toBe('stopped');
    expect(above.checks.filter((check) => check.stops)).toMatchObject([
      { code: 'ended', says: '11111111: 5 av 20 elever avslutas.' },
    ]);
  });

  it('is not seen by another organiser', async () => {
    const { read } = await schoolReadIn();
    const { runId } = await read({ 'elever.csv': school.elever(only(0, { Klass: 'NA25C' })) });
    const other = await emptyOrganiser(db, `Annan organisation ${made}`);
    await withOrganiser(db, other.id, async (tx) => {
      expect(await differencesOf(tx, runId!, null)).toEqual([]);
      const { rows } = await tx.client.query(
        'select from imports.difference union all select from imports.missing_student',
      );
      expect(rows).toEqual([]);
    });
  });
});

async function begunRun(organiser: number): Promise<number> {
  const { rows } = await db.pool.query(
    `insert into imports.run (organiser_id, source, state) values ($1, 'elever.csv', 'preview') returning run_id`,
    [organiser],
  );
  return rows[0].run_id;
}
