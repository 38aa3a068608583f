import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, type Tx, withOrganiser } from '../../platform/server/db.ts';
import { createOrganiser, ensureUnits } from '../organisation/index.ts';
import { registerStaff } from './commands/register-staff.ts';
import { enrolStudent, registerPerson } from './store.ts';

const { db } = await testDatabase();
const organiser = await dangerouslyAcrossOrganisers(db, (tx) =>
  createOrganiser(tx, { name: 'Provkommun', kind: 'municipality', isDemonstration: false }),
);
const inIt = <T>(work: (tx: Tx) => Promise<T>) => withOrganiser(db, organiser, work);
const kim = {
  givenName: 'Kim',
  familyName: 'Larsson',
  federatedName: 'kim@skola.example',
  role: 'mentor' as const,
  unitId: null,
  title: null,
  starts: '2026-11-23',
};

describe('somebody who works at the school', () => {
  test('is found by name when a file of students already brought her, and can then log in', async () => {
    const known = await inIt((tx) =>
      registerPerson(tx, { givenName: 'Kim', familyName: 'Larsson', protection: 'none' }),
    );
    expect(await inIt((tx) => registerStaff(tx, kim))).toEqual({
      ok: true,
      personId: known,
      became: 'found',
    });
    const row = await inIt((tx) =>
      tx.q
        .selectFrom('people.person')
        .select('federated_name')
        .where('person_id', '=', known)
        .executeTakeFirst(),
    );
    expect(row).toEqual({ federated_name: 'kim@skola.example' });
  });
  test('has the duty once however often it is said', async () => {
    await inIt((tx) => registerStaff(tx, kim));
    const duties = await inIt((tx) => tx.q.selectFrom('people.duty').select('role').execute());
    expect(duties).toEqual([{ role: 'mentor' }]);
  });
  test('never takes over the log-in of somebody else', async () => {
    const other = { ...kim, givenName: 'Mika', federatedName: 'KIM@skola.example' };
    expect(await inIt((tx) => registerStaff(tx, other))).toEqual({ ok: false, why: 'log-in-taken' });
  });
  test('is not guessed at among two of the same name', async () => {
    await inIt((tx) => registerPerson(tx, { givenName: 'Kim', familyName: 'Larsson', protection: 'none' }));
    expect(await inIt((tx) => registerStaff(tx, kim))).toEqual({ ok: false, why: 'several-with-the-name' });
  });
  test('is never a student of the same name', async () => {
    const became = await inIt(async (tx) => {
      const name = { givenName: 'Nora', familyName: 'Lindgren', protection: 'none' } as const;
      const studentId = await registerPerson(tx, name);
      const unitId = (await ensureUnits(tx, [{ code: '99000101' }])).get('99000101')!;
      const going = { schoolForm: 'GY', programmeCode: null, yearOfStudy: 1, starts: '2026-08-18' };
      await enrolStudent(tx, { studentId, unitId, ...going });
      const staff = { ...kim, ...name, federatedName: 'nora@skola.example' };
      return { studentId, answer: await registerStaff(tx, staff) };
    });
    expect(became.answer).toMatchObject({ ok: true, became: 'created' });
    expect(became.answer).not.toMatchObject({ personId: became.studentId });
  });
});
