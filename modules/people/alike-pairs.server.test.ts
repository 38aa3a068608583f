import { beforeAll, expect, test } from 'vitest';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, type Tx, withOrganiser } from '../../platform/server/db.ts';
import { createOrganiser, ensureUnits } from '../organisation/index.ts';
import {
  alikePairs,
  enrolStudent,
  ensureGroup,
  giveDuty,
  joinGroup,
  type NewPerson,
  registerPerson,
  tellApart,
} from './index.ts';

const { db } = await testDatabase();
const number = testCivicNumber('2009-09-08');
const otherNumber = testCivicNumber('2009-09-08', 1);
const temporary = `${number.slice(0, 8)}TF20`;
let organiser = 0;
let units: readonly number[] = [];

beforeAll(async () => {
  const demo = { kind: 'municipality', isDemonstration: false } as const;
  organiser = await dangerouslyAcrossOrganisers(db, (tx) => createOrganiser(tx, { name: 'Ekdala', ...demo }));
  const known = await withOrganiser(db, organiser, (tx) =>
    ensureUnits(tx, [
      { code: '12345678', name: 'Norra' },
      { code: '12345679', name: 'Södra' },
    ]),
  );
  units = [...known.values()];
});

type Who = Partial<NewPerson> & { unit?: number; className?: string; works?: boolean };

/** Whether two such persons, alone at the organiser, are found; the transaction is taken back. */
async function found(one: Who, other: Who, within: readonly number[] | null = null, apart = false) {
  const answers: boolean[] = [];
  const back = new Error('taken back');
  await withOrganiser(db, organiser, async (tx) => {
    const [a, b] = [await register(tx, one), await register(tx, other)];
    if (apart) await tellApart(tx, { one: b, other: a, by: a, at: new Date() });
    const pairs = await alikePairs(tx, { most: 10, onlyUnits: within });
    if (pairs.length > 0) expect(pairs).toEqual([{ one: a, other: b }]);
    answers.push(pairs.length === 1);
    throw back;
  }).catch((error) => {
    if (error !== back) throw error;
  });
  return answers[0];
}

async function register(tx: Tx, { unit = 0, className, works = false, ...person }: Who): Promise<number> {
  const id = await registerPerson(tx, {
    givenName: 'Nora',
    familyName: 'Lindgren',
    protection: 'none',
    ...person,
  });
  const unitId = units[unit]!;
  const starts = '2026-08-17';
  const enrolment = { unitId, starts, schoolForm: 'GY', programmeCode: null, yearOfStudy: 1 };
  if (works) await giveDuty(tx, { personId: id, role: 'mentor', unitId, starts });
  else await enrolStudent(tx, { studentId: id, ...enrolment });
  if (className) {
    const groupId = await ensureGroup(tx, { unitId, kind: 'class', name: className });
    await joinGroup(tx, { studentId: id, groupId, starts });
  }
  return id;
}

const mail = { email: 'nora@exempel.se' };

test.each<[string, Who, Who]>([
  ['a TF number and a personnummer of one day', { civicNumber: temporary }, { civicNumber: number }],
  [
    'a samordningsnummer and a personnummer',
    { civicNumber: number },
    { civicNumber: `${number.slice(0, 6)}${Number(number.slice(6, 8)) + 60}${number.slice(8)}` },
  ],
  [
    'the same, with the name spelled otherwise',
    { civicNumber: temporary, givenName: 'Nóra-Karin' },
    { civicNumber: number },
  ],
  [
    'the same, with the parts of the name in the other order',
    { civicNumber: temporary, givenName: 'Lindgren', familyName: 'Nora' },
    { civicNumber: number },
  ],
  ['ten digits in two centuries', { civicNumber: number }, { civicNumber: `19${number.slice(2)}` }],
  [
    'one address in two cases',
    { civicNumber: number, ...mail },
    { civicNumber: otherNumber, email: 'Nora@Exempel.se' },
  ],
  ['an address that is a log-in name', mail, { federatedName: 'NORA@exempel.se' }],
  ['one class, and one without number', { className: 'NA1', civicNumber: number }, { className: 'NA1' }],
  ['one workplace, and one without number', { works: true, federatedName: 'n@skola.se' }, { works: true }],
])('%s: they are found', async (_, one, other) => {
  expect(await found(one, other)).toBe(true);
  expect(await found(other, one)).toBe(true);
});

test.each<[string, Who, Who]>([
  ['two personnummer of one day', { civicNumber: number }, { civicNumber: otherNumber }],
  ['another name', { civicNumber: temporary, givenName: 'Alva' }, { civicNumber: number }],
  ['an address that siblings share', { ...mail, givenName: 'Alva' }, mail],
  ['one name in two classes', { className: 'NA1', civicNumber: number }, { className: 'NA2' }],
  ['one name at two workplaces', { works: true }, { works: true, unit: 1 }],
])('%s: they are not', async (_, one, other) => {
  expect(await found(one, other)).toBe(false);
});

test('those who have been told apart are not found, whichever was named first', async () => {
  expect(await found({ civicNumber: temporary }, { civicNumber: number }, null, true)).toBe(false);
});

test('within units only those are found who have both been there', async () => {
  const [north, south] = units as [number, number];
  const pair = [{ civicNumber: temporary }, { civicNumber: number, unit: 1 }] as const;
  expect(await found(...pair, [north, south])).toBe(true);
  expect(await found(...pair, [north])).toBe(false);
  expect(await found({ civicNumber: temporary }, { civicNumber: number }, [north])).toBe(true);
});

test('an address that five have is nobody’s own', async () => {
  for (const [more, expected] of [
    [2, 1],
    [3, 0],
  ] as const) {
    const pairs: number[] = [];
    const back = new Error('taken back');
    await withOrganiser(db, organiser, async (tx) => {
      await register(tx, { ...mail, civicNumber: number });
      await register(tx, mail);
      for (let nth = 0; nth < more; nth += 1)
        await registerPerson(tx, {
          givenName: `Elev${nth}`,
          familyName: 'Annan',
          protection: 'none',
          ...mail,
        });
      pairs.push((await alikePairs(tx, { most: 50, onlyUnits: null })).length);
      throw back;
    }).catch((error) => {
      if (error !== back) throw error;
    });
    expect(pairs).toEqual([expected]);
  }
});
