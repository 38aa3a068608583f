import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, type Tx, withOrganiser } from '../../platform/server/db.ts';
import {
  createOrganiser,
  declareBreak,
  declareSchoolYear,
  ensureUnits,
  listOrganisers,
  organiserOf,
  schoolCalendar,
  units,
} from './index.ts';

const { db } = await testDatabase();
let ekdala = 0;
let norra = 0;

beforeAll(async () => {
  const made = (name: string, kind: 'municipality' | 'independent') =>
    dangerouslyAcrossOrganisers(db, (tx) => createOrganiser(tx, { name, kind, isDemonstration: false }));
  ekdala = await made('Ekdala kommun', 'municipality');
  norra = await made('Stiftelsen Norra Fria', 'independent');
});

const within = <T>(organiser: number, work: (tx: Tx) => Promise<T>) => withOrganiser(db, organiser, work);

test('an organiser sees itself and no other', async () => {
  expect(await within(ekdala, organiserOf)).toMatchObject({ name: 'Ekdala kommun', kind: 'municipality' });
  expect(await within(ekdala, listOrganisers)).toHaveLength(1);
  expect(await dangerouslyAcrossOrganisers(db, listOrganisers)).toHaveLength(2);
});

test('a request cannot make an organiser', async () => {
  const made = within(ekdala, (tx) =>
    createOrganiser(tx, { name: 'Ny', kind: 'region', isDemonstration: true }),
  );
  await expect(made).rejects.toThrow('permission denied');
});

test('a school unit that a file names is made once, and named when somebody tells its name', async () => {
  const first = await within(ekdala, (tx) =>
    ensureUnits(tx, [{ code: '99000101' }, { code: '99000102', name: 'Hamn' }]),
  );
  const again = await within(ekdala, (tx) =>
    ensureUnits(tx, [
      { code: '99000101', name: 'Ekdalagymnasiet' },
      { code: '99000102' },
      { code: '99000102' },
    ]),
  );
  expect(again).toEqual(first);
  expect((await within(ekdala, units)).map(({ name }) => name)).toEqual(['Ekdalagymnasiet', 'Hamn']);
  expect(await within(norra, units)).toEqual([]);
  expect(await within(ekdala, (tx) => ensureUnits(tx, []))).toEqual(new Map());
});

test('the school calendar says what was declared, once each, for the organiser or one unit', async () => {
  const autumn = { starts: '2026-10-26', ends: '2026-10-30', name: 'Höstlov' };
  await within(ekdala, async (tx) => {
    const unitId = (await units(tx))[0]!.unitId;
    await declareSchoolYear(tx, { starts: '2026-08-18', ends: '2027-06-10' });
    await declareSchoolYear(tx, { starts: '2026-08-18', ends: '2027-06-11' });
    await declareBreak(tx, autumn);
    await declareBreak(tx, autumn);
    await declareBreak(tx, { ...autumn, unitId });
    expect(await schoolCalendar(tx)).toEqual({
      years: [{ starts: '2026-08-18', ends: '2027-06-11' }],
      breaks: [
        { ...autumn, unitId: null },
        { ...autumn, unitId },
      ],
    });
  });
  expect(await within(norra, schoolCalendar)).toEqual({ years: [], breaks: [] });
});
