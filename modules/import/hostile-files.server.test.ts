import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { latestLessonDay } from '../attendance/index.ts';
import { csv, emptyOrganiser, fileFolder, importer } from './import-fixture.ts';
import type { ImportReport } from './report.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

let made = 0;
async function newOrganiser() {
  made += 1;
  return importer(db, await emptyOrganiser(db, `Organisation ${made}`));
}

/** Letters that no index can press together. */
const noise = (length: number): string =>
  Array.from({ length }, (_, at) =>
    String.fromCharCode(97 + ((Math.imul(at ^ 0x9e3779b9, 0x85ebca6b) >>> 24) % 26)),
  ).join('');
const file = (name: string, cells: Record<string, string>) => folder.put(`${name}.csv`, csv([cells]));
const created = ({ kinds }: ImportReport) =>
  [kinds.elever, kinds.narvaro, kinds.narvaro_summa, kinds.betyg].map((kind) => kind.created);

const student = {
  'Person-ID': 'X1',
  Förnamn: 'Eva',
  Efternamn: 'Ek',
  Skolenhetskod: '12345678',
};
const lesson = {
  'Person-ID': 'X1',
  Datum: '2026-11-16',
  Starttid: '08:00',
  Lektionsminuter: '60',
  'Närvaro (min)': '60',
};
const grade = { 'Person-ID': 'X1', Kurskod: 'MATMAT01b', Betyg: 'A', Betygsdatum: '2026-06-01' };
const period = {
  'Person-ID': 'X1',
  Från: '2026-10-01',
  Till: '2026-10-31',
  'Undv. tid': '9',
  'GF min': '1',
  'F min': '1',
};

describe('a text that no name and no code is as long as', () => {
  it.each([
    ['elever', student, 'Person-ID'],
    ['elever', student, 'Förnamn'],
    ['elever', student, 'Klass'],
    ['elever', student, 'Ämnesgrupper'],
    ['elever', student, 'Mentor'],
    ['elever', student, 'Federationsanvändarnamn'],
    ['narvaro', lesson, 'Kurskod'],
    ['narvaro', lesson, 'Ämnesgrupp'],
    ['narvaro', lesson, 'Lektions-ID'],
    ['narvaro', lesson, 'Frånvaroanledning'],
    ['betyg', grade, 'Kurskod'],
    ['narvaro_summa', period, 'Kurskod'],
  ] as const)('is refused in %s %#, with its column', async (kind, cells, column) => {
    const run = await newOrganiser();
    await run([file('student', student)]);
    const report = await run([file('sent', { ...cells, [column]: noise(20_000) })]);
    expect(report.kinds[kind].refused).toMatchObject([{ column, code: 'text-too-long', row: 2 }]);
    expect(created(report)).toEqual([0, 0, 0, 0]);
  });

  it('is no list of many groups; and the longest that is allowed is kept wherever it stands', async () => {
    const run = await newOrganiser();
    const longest = noise(800);
    const Ämnesgrupper = Array.from({ length: 300 }, (_, at) => `SVE${at}`).join(', ');
    const names = { Förnamn: longest, Mellannamn: longest, Efternamn: longest };
    const rows = { ...student, ...names, Klass: longest, Mentor: longest, Ämnesgrupper };
    expect(created(await run([file('student', rows)]))).toEqual([1, 0, 0, 0]);
    const codes = { Kurskod: longest, Ämnesgrupp: longest };
    const told = { ...lesson, ...codes, 'Lektions-ID': longest, Frånvaroanledning: longest };
    expect(created(await run([file('lesson', told)]))).toEqual([0, 1, 0, 0]);
    expect(created(await run([file('period', { ...period, ...codes })]))).toEqual([0, 0, 1, 0]);
    expect(created(await run([file('grade', { ...grade, Kurskod: longest })]))).toEqual([0, 0, 0, 1]);
  });
});

it('files of which none can be read leave nothing behind, not even an organiser', async () => {
  const run = await newOrganiser();
  const letter = folder.put('brev.txt', 'Hej!\nDet här är ett brev.\n');
  const report = await run([letter], { organiser: { create: 'Felskriven kommun' } });
  expect(report).toMatchObject({ state: 'failed', runId: null });
  const found = await db.pool.query("select from organisation.organiser where name = 'Felskriven kommun'");
  expect(found.rowCount).toBe(0);
});

it('leave that is granted for days to come does not make the figures newer than they are', async () => {
  const organiser = await emptyOrganiser(db, 'Planerad ledighet');
  const run = importer(db, organiser);
  await run([file('student', student)]);
  await run([file('lesson', lesson)]);
  const leave = { ...lesson, Datum: '2026-12-14', 'Närvaro (min)': '0', 'Giltig frånvaro (min)': '60' };
  expect(created(await run([file('leave', leave)]))).toEqual([0, 1, 0, 0]);
  expect(await withOrganiser(db, organiser.id, latestLessonDay)).toBe('2026-11-16');
});
