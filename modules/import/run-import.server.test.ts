import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { projectRoot } from '../../platform/server/project-root.ts';
import { attendanceTotals, type LessonFact, weekFacts } from '../attendance/index.ts';
import {
  csv,
  emptyOrganiser,
  fileFolder,
  importer,
  schoolDays,
  smallSchool,
  storedOf,
} from './import-fixture.ts';
import type { ImportReport } from './report.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

let made = 0;
async function newOrganiser() {
  made += 1;
  const organiser = await emptyOrganiser(db, `Organisation ${made}`);
  return { organiser, run: importer(db, organiser) };
}

const school = smallSchool(12);
const week = schoolDays('2026-11-16', 5);
const counts = ({ kinds }: ImportReport) =>
  Object.fromEntries(
    Object.entries(kinds)
      .map(
        ([kind, { created, updated, unchanged, refused }]) =>
          [kind, [created, updated, unchanged, refused.length]] as const,
      )
      .filter(([, figures]) => figures.some((figure) => figure > 0)),
  );

const stored = (organiser: number) => storedOf(db, organiser);

describe('reading a school in', () => {
  it('reads the sample files, and the same files again change nothing', async () => {
    const { organiser, run } = await newOrganiser();
    const names = [
      'betyg.csv',
      'elever.csv',
      'narvaro.csv',
      'narvaro_summa.csv',
      'kaa.csv',
      'stod.csv',
      'studieplan.csv',
    ];
    const files = names.map((name) => ({ path: join(projectRoot(), 'fixtures', 'files', name) }));
    const first = await run(files);
    expect(first.state).toBe('done');
    expect(counts(first)).toEqual({
      elever: [10, 0, 0, 0],
      narvaro: [5, 0, 0, 0],
      narvaro_summa: [2, 0, 0, 0],
      betyg: [3, 0, 0, 0],
    });
    const before = await stored(organiser.id);
    expect(counts(await run(files))).toEqual({
      elever: [0, 0, 10, 0],
      narvaro: [0, 0, 5, 0],
      narvaro_summa: [0, 0, 2, 0],
      betyg: [0, 0, 3, 0],
    });
    expect(await stored(organiser.id)).toEqual(before);
  });

  it('says of files it cannot read what they are, and reads the others', async () => {
    const { run } = await newOrganiser();
    copyFileSync(join(projectRoot(), 'fixtures', 'files', 'kaa.csv'), join(folder.path, 'kaa.csv'));
    const report = await run([
      folder.put('elever.csv', school.elever()),
      folder.put('facit.json', '{"a": 1}'),
      folder.put('bild.png', Buffer.from([0x89, 0x50, 0, 0])),
      { path: join(folder.path, 'kaa.csv') },
      folder.put('nastan.csv', 'Personnummer;Datum;Starttid\n1;2;3\n'),
    ]);
    expect(report.state).toBe('done');
    expect(report.files.map((file) => [file.file, file.kind, file.says])).toEqual([
      ['elever.csv', 'elever', null],
      ['facit.json', null, expect.stringContaining('inga rubriker')],
      ['bild.png', null, expect.stringContaining('ingen textfil')],
      ['kaa.csv', null, expect.stringContaining('aktivitetsansvar')],
      ['nastan.csv', null, expect.stringContaining('Lektionsminuter eller Sluttid')],
    ]);
    expect(report.kinds.narvaro.warnings).toMatchObject([{ code: 'file-not-read' }]);
  });

  it('reads students before lessons whatever the files are called', async () => {
    const { run } = await newOrganiser();
    const report = await run([
      folder.put('a.csv', school.narvaro(week)),
      folder.put('b.csv', school.elever()),
    ]);
    expect(counts(report)).toEqual({ elever: [12, 0, 0, 0], narvaro: [240, 0, 0, 0] });
  });

  it('gives the same rows whatever the encoding, separator, spelling of numbers and order of columns', async () => {
    const { organiser, run } = await newOrganiser();
    const files = (spell: Spelling) => [
      folder.put('elever.csv', spelled(school.elever(), spell)),
      folder.put('narvaro.csv', spelled(school.narvaro(week.slice(0, 1)), spell)),
    ];
    await run(files(plain));
    const before = await stored(organiser.id);
    await fc.assert(
      fc.asyncProperty(spelling, async (spell) => {
        const report = await run(files(spell));
        expect(counts(report)).toEqual({ elever: [0, 0, 12, 0], narvaro: [0, 0, 48, 0] });
        expect(await stored(organiser.id)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });
});

interface Spelling {
  readonly encoding: string;
  readonly separator: string;
  readonly civic: number;
  readonly order: number;
  readonly upper: boolean;
}

const plain: Spelling = { encoding: 'utf-8', separator: ';', civic: 0, order: 0, upper: false };
const spelling = fc.record({
  encoding: fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'),
  separator: fc.constantFrom(';', ',', '\t'),
  civic: fc.integer({ min: 0, max: 3 }),
  order: fc.integer({ min: 0, max: 8 }),
  upper: fc.boolean(),
});
const civicSpellings = [
  (n: string) => n,
  (n: string) => `${n.slice(0, 8)}-${n.slice(8)}`,
  (n: string) => `${n.slice(2, 8)}-${n.slice(8)}`,
  (n: string) => n.slice(2),
];

function spelled(text: string, { encoding, separator, civic, order, upper }: Spelling): Buffer {
  const lines = text
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));
  const at = lines[0]!.indexOf('Personnummer');
  const turned = lines.map((cells, index) => {
    const changed = cells.map((cell, column) =>
      index > 0 && column === at ? civicSpellings[civic]!(cell) : cell,
    );
    const named = index === 0 && upper ? changed.map((cell) => cell.toUpperCase()) : changed;
    return [...named.slice(order), ...named.slice(0, order)].join(separator);
  });
  return iconv.encode(turned.join('\n'), encoding, { addBOM: encoding === 'utf-16le' });
}

describe('a second file', () => {
  it('counts new, changed and unchanged lessons row by row, and computes the touched weeks only', async () => {
    const { run } = await newOrganiser();
    await run([
      folder.put('elever.csv', school.elever()),
      folder.put('narvaro.csv', school.narvaro(schoolDays('2026-11-09', 10))),
    ]);
    const changed = school.narvaro(schoolDays('2026-11-16', 10), (cells, index) =>
      index < 3 ? { ...cells, 'Närvaro (min)': '0', 'Ogiltig frånvaro (min)': '60' } : cells,
    );
    const report = await run([folder.put('narvaro.csv', changed)]);
    expect(counts(report)).toEqual({ narvaro: [240, 3, 237, 0] });
    expect(report).toMatchObject({ students: 12, weeks: 12 + 3 });
  });

  it('deletes nothing because a row is missing', async () => {
    const { organiser, run } = await newOrganiser();
    await run([folder.put('elever.csv', school.elever()), folder.put('narvaro.csv', school.narvaro(week))]);
    const before = await stored(organiser.id);
    const fewer = [
      folder.put(
        'elever.csv',
        school.elever((cells, index) => (index > 4 ? null : cells)),
      ),
      folder.put(
        'narvaro.csv',
        school.narvaro(week, (cells, index) => (index > 4 ? null : cells)),
      ),
    ];
    expect(counts(await run(fewer))).toEqual({ elever: [0, 0, 5, 0], narvaro: [0, 0, 5, 0] });
    expect(await stored(organiser.id)).toEqual(before);
  });

  it('refuses a lesson that stands twice with different content, and takes the same row twice for one', async () => {
    for (const before of [true, false]) {
      const { run } = await newOrganiser();
      const elever = folder.put('elever.csv', school.elever());
      if (before) await run([elever, folder.put('narvaro.csv', school.narvaro(['2026-11-16']))]);
      const lines = school.narvaro(['2026-11-16', '2026-11-17']).trim().split('\r\n');
      const absent = lines[1]!.replace(';60;60;0;0;Ja', ';60;0;0;60;Ja');
      const absentNew = lines[49]!.replace(';60;60;0;0;Ja', ';60;0;0;60;Ja');
      const file = folder.put('narvaro.csv', [...lines, absent, absentNew, lines[2], lines[50]].join('\n'));
      const report = await run([elever, file]);
      expect(counts(report).narvaro).toEqual(before ? [47, 0, 49, 4] : [94, 0, 2, 4]);
      expect(report.kinds.narvaro.refused.map(({ row, code }) => [row, code])).toEqual(
        [2, 50, 98, 99].map((row) => [row, 'lesson-twice']),
      );
    }
  });

  it('keeps every week equal to what its lessons say, whatever was changed', async () => {
    const { organiser, run } = await newOrganiser();
    const absent = (share: number) => (cells: Record<string, string>, index: number) =>
      index % share === 0 ? { ...cells, 'Närvaro (min)': '0', 'Giltig frånvaro (min)': '60' } : cells;
    await run([
      folder.put('elever.csv', school.elever()),
      folder.put('narvaro.csv', school.narvaro(schoolDays('2026-10-26', 10), absent(13))),
    ]);
    await run([folder.put('narvaro.csv', school.narvaro(schoolDays('2026-11-02', 7), absent(11)))]);
    await withOrganiser(db, organiser.id, async ({ client }) => {
      const { rows: lessons } = await client.query(
        `select student_id, day, start_minute as "startMinute", minutes, valid as "validMinutes", invalid as "invalidMinutes",
           other as "otherMinutes", late as "lateMinutes", reported, reason_id is not null or valid > 0 as "reasonKnown",
           activity_id as "activityId", (day - (extract(isodow from day)::int - 1))::text as monday
         from attendance.lesson order by student_id, day, start_minute`,
      );
      const { rows: weeks } = await client.query('select * from attendance.week order by student_id, monday');
      const groups = Map.groupBy(
        lessons as (LessonFact & { student_id: number; monday: string })[],
        (lesson) => `${lesson.student_id}|${lesson.monday}`,
      );
      expect(weeks).toHaveLength(groups.size);
      for (const stored of weeks) {
        const facts = weekFacts(stored.monday, groups.get(`${stored.student_id}|${stored.monday}`)!);
        expect(stored).toMatchObject({
          lessons: facts.lessons,
          absent_lessons: facts.absentLessons,
          valid_minutes: facts.validMinutes,
          episodes_started: facts.episodesStarted,
          ends_absent: facts.endsAbsent,
          reported_days: facts.reportedDays,
        });
      }
    });
  });
});

describe('what stops and asks', () => {
  it('stops when many students would end, changes nothing, and goes on when a person has said yes', async () => {
    const { organiser, run } = await newOrganiser();
    await run([folder.put('elever.csv', school.elever())]);
    const before = await stored(organiser.id);
    const file = folder.put(
      'elever.csv',
      school.elever((cells, index) =>
        index < 6 ? { ...cells, 'Ta bort': 'Ja' } : { ...cells, 'Ta bort': '' },
      ),
    );
    const stopped = await run([file]);
    expect(stopped.state).toBe('stopped');
    expect(stopped.checks.filter((check) => check.stops)).toMatchObject([
      { code: 'ended', says: '12345678: 6 av 12 elever avslutas.' },
    ]);
    expect(await stored(organiser.id)).toEqual(before);
    expect(counts(await run([file], { acceptLargeChange: true }))).toEqual({ elever: [0, 6, 6, 0] });
  });

  it('never takes the protection off a student without asking', async () => {
    const { run } = await newOrganiser();
    await run([
      folder.put(
        'elever.csv',
        school.elever((cells, index) => ({
          ...cells,
          Sekretessmarkering: index === 0 ? 'Sekretessmarkering' : '',
        })),
      ),
    ]);
    const report = await run([
      folder.put(
        'elever.csv',
        school.elever((cells) => ({ ...cells, Sekretessmarkering: '' })),
      ),
    ]);
    expect(report.state).toBe('stopped');
    expect(report.checks.filter((check) => check.stops)).toMatchObject([{ code: 'unprotected' }]);
  });

  it('stops at three times the usual absence and at many more lessons than usual', async () => {
    const many = smallSchool(60);
    const { run } = await newOrganiser();
    const weeks = schoolDays('2026-10-05', 25);
    const some = many.narvaro(weeks, (cells, index) =>
      index % 20 === 0 ? { ...cells, 'Närvaro (min)': '0', 'Ogiltig frånvaro (min)': '60' } : cells,
    );
    expect(
      (await run([folder.put('elever.csv', many.elever()), folder.put('narvaro.csv', some)])).state,
    ).toBe('done');
    const absent = many.narvaro(week, (cells, index) =>
      index % 4 === 0 ? { ...cells, 'Närvaro (min)': '0', 'Ogiltig frånvaro (min)': '60' } : cells,
    );
    const first = await run([folder.put('narvaro.csv', absent)]);
    expect(first.checks.filter((check) => check.stops).map((check) => check.code)).toEqual(['absence']);
    const lines = many.narvaro(week).trim().split('\r\n');
    const doubled = [...lines, ...lines.slice(1).map((line) => line.replace(':10;GRUPP', ':40;EXTRA'))].join(
      '\n',
    );
    const second = await run([folder.put('narvaro.csv', doubled)]);
    expect(second.checks.filter((check) => check.stops).map((check) => check.code)).toEqual(['lessons']);
    expect((await run([folder.put('narvaro.csv', many.narvaro(week))])).state).toBe('done');
  });

  it('stops when more than a tenth of the rows cannot be read', async () => {
    const many = smallSchool(60);
    const { run } = await newOrganiser();
    const bad = many.elever((cells, index) =>
      index % 2 === 0 ? { ...cells, Skolenhetskod: 'Ekdala' } : cells,
    );
    const report = await run([folder.put('elever.csv', bad)]);
    expect(report.state).toBe('stopped');
    expect(report.kinds.elever.refused).toHaveLength(30);
    expect(report.kinds.elever.refused[0]).toEqual({
      file: 'elever.csv',
      row: 2,
      column: 'Skolenhetskod',
      code: 'unit-unknown',
      says: expect.stringContaining('åtta siffror'),
    });
  });
});

describe('a file that turns out to be broken further down', () => {
  it('ends the run, changes nothing, says which file it was, and leaves the database usable', async () => {
    const { organiser, run } = await newOrganiser();
    const elever = folder.put('elever.csv', school.elever());
    await run([elever]);
    const before = await stored(organiser.id);
    const broken = `${school.narvaro(week)}"${'x'.repeat(1_200_000)}`;
    const report = await run([folder.put('narvaro.csv', broken)]);
    expect(report.state).toBe('failed');
    expect(report.files).toMatchObject([
      { file: 'narvaro.csv', kind: null, says: expect.stringContaining('citattecken') },
    ]);
    expect(await stored(organiser.id)).toEqual(before);
    expect((await run([folder.put('narvaro.csv', school.narvaro(week))])).state).toBe('done');
  });
});

describe('a dry run', () => {
  it('counts like the real one and changes nothing', async () => {
    const { organiser, run } = await newOrganiser();
    const files = () => [
      folder.put('elever.csv', school.elever()),
      folder.put('narvaro.csv', school.narvaro(week)),
    ];
    const before = await stored(organiser.id);
    const preview = await run(files(), { dryRun: true });
    expect(preview).toMatchObject({ state: 'preview', runId: null });
    expect(await stored(organiser.id)).toEqual(before);
    expect(counts(await run(files()))).toEqual(counts(preview));
  });

  it('makes no organiser either', async () => {
    const { run } = await newOrganiser();
    const report = await run([folder.put('elever.csv', school.elever())], {
      dryRun: true,
      organiser: { create: 'Ny huvudman' },
    });
    expect(counts(report)).toEqual({ elever: [12, 0, 0, 0] });
    const { rows } = await db.pool.query(`select from organisation.organiser where name = 'Ny huvudman'`);
    expect(rows).toHaveLength(0);
  });
});

describe('what is written down', () => {
  it('keeps the run with its refused rows and their cells, and logs it', async () => {
    const { organiser, run } = await newOrganiser();
    const file = folder.put(
      'elever.csv',
      school.elever((cells, index) => (index === 3 ? { ...cells, Efternamn: '' } : cells)),
    );
    const report = await run([file]);
    await withOrganiser(db, organiser.id, async ({ client }) => {
      const refused = await client.query('select * from imports.refused_row');
      expect(refused.rows).toMatchObject([
        {
          run_id: report.runId,
          file: 'elever.csv',
          row: 5,
          column: 'Efternamn',
          code: 'family-name-missing',
        },
      ]);
      expect(JSON.parse(refused.rows[0].content)).toContain('Förnamn3');
      const log = await client.query(`select detail from audit.entry where action = 'import.run'`);
      expect(log.rows).toMatchObject([{ detail: { run: report.runId, state: 'done', 'elever-refused': 1 } }]);
    });
  });
});

describe('totals of periods', () => {
  it('stand in for lessons only where there are none, and are never counted twice', async () => {
    const { organiser, run } = await newOrganiser();
    const total = (civic: string, from: string, to: string, course: string, minutes: string) => ({
      Personnummer: civic,
      Från: from,
      Till: to,
      Kurskod: course,
      'Undv. tid': minutes,
      'GF min': '0',
      'F min': '10',
      'Ej reg tid': '50',
    });
    const [one, two] = school.students as [string, string];
    const report = await run([
      folder.put('elever.csv', school.elever()),
      folder.put(
        'narvaro.csv',
        school.narvaro(['2026-11-16'], (cells, index) => (index === 0 ? cells : null)),
      ),
      folder.put(
        'summa.csv',
        csv([
          total(one, '2026-11-01', '2026-11-30', '', '1000'),
          total(two, '2026-11-01', '2026-11-30', '', '1000'),
          total(two, '2026-11-01', '2026-11-30', 'MATE1000X', '400'),
          total(two, '2026-11-02', '2026-11-08', '', '200'),
          total(two, '2026-10-01', '2026-11-30', '', '9000'),
        ]),
      ),
    ]);
    expect(counts(report).narvaro_summa).toEqual([5, 0, 0, 0]);
    const totals = await withOrganiser(db, organiser.id, (tx) =>
      attendanceTotals(tx, '2026-11-01', '2026-11-30'),
    );
    expect(
      totals
        .map(({ offered, reported, invalid }) => [offered, reported, invalid])
        .toSorted((a, b) => a[0]! - b[0]!),
    ).toEqual([
      [60, 60, 0],
      [1000, 500, 10],
    ]);
  });
});
