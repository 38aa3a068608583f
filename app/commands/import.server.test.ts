import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { projectRoot } from '../../platform/server/project-root.ts';
import { runCommandLine } from '../command-line.ts';

const { db, url } = await testDatabase();
const samples = join(projectRoot(), 'fixtures', 'files');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Runs the command line; what it printed on each stream, and its exit code. */
async function fullfolj(...args: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCommandLine(args, {
    out: (text) => void out.push(text),
    say: (line) => void said.push(line),
    progress: () => undefined,
    env: { DATABASE_URL: url },
    stopping: new AbortController().signal,
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

function newFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fullfolj-command-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const organisers = async () =>
  (await db.pool.query('select name, is_demonstration from organisation.organiser order by name')).rows;

describe('import from the command line', () => {
  test('a dry run into an empty database shows everything and leaves it empty', async () => {
    const { code, out } = await fullfolj('import', 'files', samples, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('Elever: 10 nya, 0 ändrade, 0 oförändrade, 0 stoppade');
    expect(out).toContain('Inget är ändrat.');
    expect(await organisers()).toEqual([]);
  });

  test('prints one document with four kinds, each with exactly five keys, and nothing else', async () => {
    const { code, out } = await fullfolj('import', 'files', samples, '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report.state).toBe('done');
    for (const kind of ['elever', 'narvaro', 'narvaro_summa', 'betyg']) {
      expect(Object.keys(report[kind])).toEqual(['created', 'updated', 'unchanged', 'refused', 'warnings']);
    }
    expect(report.elever).toMatchObject({ created: 10, updated: 0, unchanged: 0, refused: [] });
  });

  test('has made the organiser, and no demonstration', async () => {
    expect(await organisers()).toEqual([{ name: 'Min organisation', is_demonstration: false }]);
  });

  test('takes the only organiser there is, and tells a refused row by file, row, column, code and sentence', async () => {
    const folder = newFolder({
      'lektioner.csv':
        'Personnummer;Datum;Starttid;Lektionsminuter;Ogiltig frånvaro (min);Rapporterad\r\n201008312389;2026-11-17;08:10;60;0;Ja\r\n201008312389;2026-11-17;09:10;60;61;Ja\r\n',
    });
    const { out } = await fullfolj('import', 'files', folder, '--json');
    expect(JSON.parse(out).narvaro).toEqual({
      created: 1,
      updated: 0,
      unchanged: 0,
      refused: [
        {
          file: 'lektioner.csv',
          row: 3,
          column: 'Ogiltig frånvaro (min)',
          code: 'absence-exceeds-lesson',
          says: 'Frånvaron är längre än lektionen. Rätta minuterna.',
        },
      ],
      warnings: [],
    });
  });

  test('reads a file as somebody has said on the page, and says so', async () => {
    await db.pool.query(
      `insert into imports.column_mapping
         (organiser_id, signature, kind, headings, columns, day_order, in_hours, source, set_by)
       select organiser_id, repeat('0', 64), 'narvaro', array['Nr', 'När', 'Kl', 'Tid', 'Borta'],
         '["civic", "day", "start", "minutes", "invalid"]', 'day-first', true, 'Klassboken', min(person_id)
       from people.person group by organiser_id`,
    );
    const folder = newFolder({
      'klassboken.csv': 'Nr;När;Kl;Tid;Borta\r\n201008312389;18/11/2026;08:10;1,5;0,5\r\n',
    });
    const { code, out } = await fullfolj('import', 'files', folder);
    expect(code).toBe(0);
    expect(out).toContain('Närvaro per lektion: 1 nya');
    expect(out).toContain('klassboken.csv: kolumnerna lästes som de är sparade på sidan Import.');
    const { rows } = await db.pool.query(
      `select minutes, invalid, attended from attendance.lesson where day = '2026-11-18' and start_minute = 490`,
    );
    expect(rows).toEqual([{ minutes: 90, invalid: 30, attended: 60 }]);
  });

  test('takes a file by itself, and a link to one', async () => {
    const folder = newFolder({});
    symlinkSync(join(samples, 'elever.csv'), join(folder, 'elever.csv'));
    for (const path of [folder, join(samples, 'elever.csv')]) {
      expect(JSON.parse((await fullfolj('import', 'files', path, '--json')).out).elever.unchanged).toBe(10);
    }
  });

  test('makes a second organiser when it is named, and then asks which one is meant', async () => {
    const named = await fullfolj('import', 'files', samples, '--organiser', 'Norra', '--json');
    expect(JSON.parse(named.out)).toMatchObject({ state: 'done', organiser: 'Norra' });
    const guess = await fullfolj('import', 'files', samples);
    expect(guess.code).toBe(1);
    expect(guess.said).toContain('"Min organisation", "Norra"');
    const again = await fullfolj('import', 'files', samples, '--organiser', 'norra', '--json');
    expect(JSON.parse(again.out).elever.unchanged).toBe(10);
    expect(await organisers()).toHaveLength(2);
  });

  test('stops at an improbable change with exit code 1, and goes on when told to', async () => {
    const lines = 'Personnummer;Förnamn;Efternamn;Skolenhetskod;Ta bort\n'.concat(
      ...['201008312389', '200909082380', '200907132393', '201008032383', '200902102383'].map(
        (civic) => `${civic};A;B;12345678;Ja\n`,
      ),
    );
    const folder = newFolder({ 'elever.csv': lines });
    const stopped = await fullfolj('import', 'files', folder, '--organiser', 'Norra');
    expect(stopped.code).toBe(1);
    expect(stopped.out).toContain('5 av 10 elever avslutas.');
    expect(stopped.out).toContain('--accept-large-change');
    const accepted = await fullfolj(
      'import',
      'files',
      folder,
      '--organiser',
      'Norra',
      '--accept-large-change',
    );
    expect(accepted.code).toBe(0);
  });

  test('says in words when there is nothing it can read, when the folder is empty or not there', async () => {
    const unread = await fullfolj(
      'import',
      'files',
      newFolder({ 'facit.json': '{}' }),
      '--organiser',
      'Norra',
    );
    expect([unread.code, unread.out]).toEqual([
      1,
      expect.stringContaining('facit.json: Filen har inga rubriker'),
    ]);
    expect((await fullfolj('import', 'files', newFolder({}))).said).toContain('Mappen är tom.');
    expect((await fullfolj('import', 'files', '/finns/inte')).said).toContain('finns inte.');
    expect((await fullfolj('import', 'files')).said).toContain('Vilken mapp?');
  });

  test('gives its help when called without a subcommand or with one that is not there', async () => {
    for (const args of [['import'], ['import', 'oneroster']]) {
      const { code, said } = await fullfolj(...args);
      expect(code).toBe(2);
      expect(said).toContain('./fullfolj import files MAPP');
    }
  });
});

describe('attendance from the command line', () => {
  test('prints the minutes of the files, a student a row, sorted by number', async () => {
    const { out } = await fullfolj(
      'attendance',
      '--from',
      '2026-11-16',
      '--to',
      '2026-11-16',
      '--organiser',
      'Norra',
      '--json',
    );
    expect(JSON.parse(out)).toEqual([
      { student: '200902102383', offered: 60, reported: 0, attended: 0, valid: 0, invalid: 0, other: 0 },
      { student: '200907132393', offered: 80, reported: 80, attended: 65, valid: 0, invalid: 15, other: 0 },
      { student: '200909082380', offered: 80, reported: 80, attended: 0, valid: 0, invalid: 80, other: 0 },
      { student: '201008032383', offered: 80, reported: 80, attended: 0, valid: 80, invalid: 0, other: 0 },
      { student: '201008312389', offered: 80, reported: 80, attended: 80, valid: 0, invalid: 0, other: 0 },
    ]);
  });

  test('takes totals of periods for those without lessons', async () => {
    const { out } = await fullfolj(
      'attendance',
      '--from',
      '2026-10-01',
      '--to',
      '2026-10-31',
      '--organiser',
      'Norra',
      '--json',
    );
    expect(JSON.parse(out)).toEqual([
      {
        student: '200909082380',
        offered: 4340,
        reported: 4188,
        attended: 2604,
        valid: 434,
        invalid: 1302,
        other: 0,
      },
      {
        student: '201008312389',
        offered: 4340,
        reported: 4253,
        attended: 4100,
        valid: 160,
        invalid: 80,
        other: 0,
      },
    ]);
  });

  test('asks for two days in their order', async () => {
    expect((await fullfolj('attendance', '--from', '2026-10-01')).said).toContain(
      'Skriv första och sista dagen',
    );
    const turned = await fullfolj('attendance', '--from', '2026-10-02', '--to', '2026-10-01');
    expect([turned.code, turned.said]).toEqual([1, expect.stringContaining('Byt plats')]);
  });
});
