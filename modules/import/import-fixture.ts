import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { addDays } from '../../platform/local-date.ts';
import { type Database, dangerouslyAcrossOrganisers } from '../../platform/server/db.ts';
import { createOrganiser } from '../organisation/index.ts';
import { refreshSignals } from '../signals/index.ts';
import { type ImportOptions, runImport } from './commands/run-import.ts';
import type { ImportFile } from './reading/opened-file.ts';

/** The day on which the tests' imports are run. */
export const on = '2026-11-22';

/** A small school in files: so many students, one unit, two classes. */
export interface SmallSchool {
  readonly students: readonly string[];
  elever(change?: (cells: Record<string, string>, index: number) => Record<string, string> | null): string;
  /** Four lessons a day for everybody on the days given. */
  narvaro(
    days: readonly string[],
    change?: (cells: Record<string, string>, index: number) => Record<string, string> | null,
  ): string;
}

/** A school of `count` students born from 2008 on. */
export function smallSchool(count: number): SmallSchool {
  const students = Array.from({ length: count }, (_, index) =>
    testCivicNumber(addDays('2008-01-01', Math.floor(index / 40) * 30), index % 40),
  );
  return {
    students,
    elever: (change = (cells) => cells) =>
      csv(students.map((civic, index) => change(studentCells(civic, index), index))),
    narvaro: (days, change = (cells) => cells) => {
      const lessons = days.flatMap((day) => [0, 1, 2, 3].map((lesson) => ({ day, lesson })));
      const rows = lessons.flatMap(({ day, lesson }) =>
        students.map((civic) => lessonCells(civic, day, lesson)),
      );
      return csv(rows.map((cells, index) => change(cells, index)));
    },
  };
}

function studentCells(civic: string, index: number): Record<string, string> {
  return {
    'Person-ID': `E${index}`,
    Personnummer: civic,
    Förnamn: `Förnamn${index}`,
    Efternamn: 'Åström',
    Skolform: 'GY',
    Skolenhetskod: '12345678',
    Årskurs: '1',
    Studievägskod: 'NA25',
    Klass: `NA25${'AB'[index % 2]}`,
    Startdatum: '2026-08-17',
    Mentor: `Larsson ${['Kim', 'Ali'][index % 2]}`,
  };
}

function lessonCells(civic: string, day: string, lesson: number): Record<string, string> {
  return {
    Personnummer: civic,
    Datum: day,
    Starttid: `0${8 + lesson}:10`.slice(-5),
    Ämnesgrupp: `GRUPP${lesson}`,
    Kurskod: 'MATE1000X',
    Lektionsminuter: '60',
    'Närvaro (min)': '60',
    'Giltig frånvaro (min)': '0',
    'Ogiltig frånvaro (min)': '0',
    Rapporterad: 'Ja',
  };
}

/** Rows as a file; null leaves a row out. */
export function csv(rows: readonly (Record<string, string> | null)[]): string {
  const there = rows.filter((row) => row !== null);
  const headings = Object.keys(there[0]!);
  return `${[headings, ...there.map((row) => headings.map((heading) => row[heading] ?? ''))].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

/** `count` school days from a Monday. */
export function schoolDays(monday: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    addDays(monday, Math.floor(index / 5) * 7 + (index % 5)),
  );
}

/** A folder for a test's files, removed by `clean`. */
export function fileFolder(): {
  put(name: string, content: string | Buffer): ImportFile;
  path: string;
  clean(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'fullfolj-import-'));
  mkdirSync(path, { recursive: true });
  return {
    path,
    put(name, content) {
      writeFileSync(join(path, name), content);
      return { path: join(path, name), name };
    },
    clean: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A new organiser without anything in it. */
export async function emptyOrganiser(db: Database, name: string): Promise<{ id: number; name: string }> {
  const id = await dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name, kind: 'municipality', isDemonstration: false }),
  );
  return { id, name };
}

/** Imports as the command line does. */
export function importer(db: Database, organiser: { id: number; name: string }) {
  return (files: readonly ImportFile[], more: Partial<ImportOptions> = {}) =>
    runImport(db, {
      organiser,
      files,
      dryRun: false,
      actor: null,
      acceptLargeChange: false,
      on,
      now: () => new Date(`${on}T07:00:00Z`),
      refreshSignals,
      into: null,
      onlyUnits: null,
      ...more,
    });
}

/** Everything that is stored for an organiser, except the log and the list of runs. */
export async function storedOf(db: Database, organiser: number): Promise<Record<string, string>> {
  return dangerouslyAcrossOrganisers(db, async ({ client }) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('organisation', 'people', 'attendance', 'grades', 'signals') and c.relkind in ('r', 'p') and not c.relispartition
       order by 1`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
         from (select to_jsonb(t) - 'computed_at' - 'updated_at' as t from ${name} t where organiser_id = $1) t`,
        [organiser],
      );
      digests[name] = rows[0].digest;
    }
    return digests;
  });
}
