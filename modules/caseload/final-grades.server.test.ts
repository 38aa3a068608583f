import { beforeAll, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { loadCast } from '../../fixtures/load-cast.ts';
import type { RegisteredOrganiser } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { loadActor } from '../access/index.ts';
import { finalGradesOf, registerFinalGrades } from '../grades/index.ts';
import { studentFile } from './queries/student-file.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;
let norra: RegisteredOrganiser;

beforeAll(async () => {
  const organisers = await loadCast(db, cast(today));
  ekdala = organisers.find((each) => each.cast.key === 'ekdala')!;
  norra = organisers.find((each) => each !== ekdala)!;
  await withOrganiser(db, ekdala.organiser, (tx) =>
    registerFinalGrades(tx, [
      {
        ...{ row: 0, studentId: ekdala.persons.get('nora')!, takenOn: '2025-06-13', unitCode: '99000999' },
        grades: [{ subject: 'MA', language: null, value: 'F', isPass: false }],
      },
    ]),
  );
});

/** What somebody sees on Nora's page. */
async function seenBy(person: string) {
  return withOrganiser(db, ekdala.organiser, async (tx) => {
    const actor = (await loadActor(tx, ekdala.persons.get(person)!, today))!;
    return studentFile(tx, actor, ekdala.persons.get('nora')!, today);
  });
}

test('final grades of year 9 are seen by those who see the whole page: mentor, health team, principal', async () => {
  for (const person of ['maria', 'petra', 'helena'])
    expect((await seenBy(person))?.finalGrades).toEqual([
      { subject: 'MA', language: null, value: 'F', isPass: false },
    ]);
});

test('not by a teacher of hers, an administrator, or a mentor of others', async () => {
  for (const person of ['tobias', 'camilla', 'johan']) expect(await seenBy(person)).toBeUndefined();
});

test('and never by another organiser', async () => {
  const nora = ekdala.persons.get('nora')!;
  expect(await withOrganiser(db, norra.organiser, (tx) => finalGradesOf(tx, nora))).toEqual([]);
});
