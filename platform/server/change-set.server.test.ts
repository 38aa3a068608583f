import { expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { type KeptTable, nextChangeSet, writeKept } from './change-set.ts';
import { dangerouslyAcrossOrganisers, type Tx, withOrganiser } from './db.ts';
import { moveRows } from './move-rows.ts';
import { undoChanges } from './undo-changes.ts';

const { db } = await testDatabase();
const unit: KeptTable = { name: 'organisation.school_unit', key: ['unit_id'] };
const group: KeptTable = { name: 'people.student_group', key: ['group_id'] };

const organiser = await dangerouslyAcrossOrganisers(db, async (tx) => {
  const { rows } = await tx.client.query<{ id: number }>(
    `insert into organisation.organiser (name) values ('Exempelkommun') returning organiser_id as id`,
  );
  return rows[0]!.id;
});

/** Writes inside one set of changes; answers the set's number. */
async function asOneSet(work: (tx: Tx) => Promise<unknown>): Promise<number> {
  return withOrganiser(db, organiser, async (tx) => {
    const changeSet = await nextChangeSet(tx);
    await work({ ...tx, changeSet });
    return changeSet;
  });
}

const write =
  (statement: string, table = unit) =>
  (tx: Tx) =>
    writeKept(tx, table, statement, []);
const addUnit = (code: string, name: string) =>
  write(
    `insert into organisation.school_unit (organiser_id, code, name) values (${organiser}, '${code}', '${name}')`,
  );
const units = () =>
  withOrganiser(db, organiser, async (tx) => {
    const { rows } = await tx.client.query<{ said: string }>(
      `select code || ' ' || name as said from organisation.school_unit order by code`,
    );
    return rows.map((row) => row.said);
  });
const breaks = async () =>
  (
    await withOrganiser(db, organiser, (tx) =>
      tx.client.query('select unit_id from organisation.school_break'),
    )
  ).rows;
const undo = (set: number) => withOrganiser(db, organiser, (tx) => undoChanges(tx, set, [unit, group]));

test('what a set inserted goes, what it changed is as it was, what it deleted comes back', async () => {
  await asOneSet(addUnit('10000001', 'Norra'));
  await asOneSet(addUnit('10000002', 'Södra'));
  const set = await asOneSet(async (tx) => {
    await addUnit('10000003', 'Ny')(tx);
    await write(`update organisation.school_unit set name = 'Norr' where code = '10000001'`)(tx);
    await write(`update organisation.school_unit set name = 'Norrt' where code = '10000001'`)(tx);
    await write(`delete from organisation.school_unit where code = '10000002'`)(tx);
    await write(`update organisation.school_unit set name = 'Nyare' where code = '10000003'`)(tx);
  });
  expect(await units()).toEqual(['10000001 Norrt', '10000003 Nyare']);
  expect(await undo(set)).toEqual({ undone: true });
  expect(await units()).toEqual(['10000001 Norra', '10000002 Södra']);
});

test('a column that somebody has put right since stays right', async () => {
  const set = await asOneSet(
    write(`update organisation.school_unit set code = '10000009' where code = '10000001'`),
  );
  await asOneSet(
    write(`update organisation.school_unit set name = 'Norra gymnasiet' where code = '10000009'`),
  );
  await undo(set);
  expect(await units()).toContain('10000001 Norra gymnasiet');
});

test('a row that others refer to is not taken away, and then nothing of the set is undone', async () => {
  const set = await asOneSet(async (tx) => {
    await addUnit('10000004', 'Använd')(tx);
    await write(`update organisation.school_unit set name = 'Ändrad' where code = '10000002'`)(tx);
  });
  await withOrganiser(db, organiser, (tx) =>
    tx.client.query(
      `insert into people.student_group (organiser_id, unit_id, kind, name)
       select organiser_id, unit_id, 'class', 'NA1' from organisation.school_unit where code = '10000004'`,
    ),
  );
  const before = await units();
  expect(await undo(set)).toEqual({ undone: false, because: 'in-use' });
  expect(await units()).toEqual(before);
});

test('a row that may stay stays when others refer to it, and the rest of the set is undone', async () => {
  const set = await asOneSet(async (tx) => {
    await addUnit('10000007', 'Bunden')(tx);
    await addUnit('10000008', 'Lös')(tx);
  });
  await withOrganiser(db, organiser, (tx) =>
    tx.client.query(
      `insert into people.student_group (organiser_id, unit_id, kind, name)
       select organiser_id, unit_id, 'class', 'NA1' from organisation.school_unit where code = '10000007'`,
    ),
  );
  const tables = [{ ...unit, mayStay: true }];
  expect(await withOrganiser(db, organiser, (tx) => undoChanges(tx, set, tables))).toEqual({ undone: true });
  expect(await units()).toContain('10000007 Bunden');
  expect(await units()).not.toContain('10000008 Lös');
});

test('deleted and inserted again within one set, a row is as it was before the set', async () => {
  await asOneSet(addUnit('10000005', 'Först'));
  const set = await asOneSet(async (tx) => {
    await write(`delete from organisation.school_unit where code = '10000005'`)(tx);
    await write(
      `insert into organisation.school_unit (organiser_id, unit_id, code, name) overriding system value
       values (${organiser}, 900000, '10000005', 'Sedan')`,
    )(tx);
  });
  await undo(set);
  expect(await units()).toContain('10000005 Först');
});

test('what a changed row took over from a deleted one, it gives back before that one returns', async () => {
  await asOneSet(addUnit('10000017', 'Går'));
  await asOneSet(addUnit('10000018', 'Stannar'));
  const before = await units();
  const set = await asOneSet(async (tx) => {
    await write(`delete from organisation.school_unit where code = '10000017'`)(tx);
    await write(`update organisation.school_unit set code = '10000017' where code = '10000018'`)(tx);
  });
  expect(await undo(set)).toEqual({ undone: true });
  expect(await units()).toEqual(before);
});

test('a row does not come back where another has taken its code since, and then nothing is undone', async () => {
  const set = await asOneSet(write(`delete from organisation.school_unit where code = '10000017'`));
  await asOneSet(addUnit('10000017', 'Någon annan'));
  const before = await units();
  expect(await undo(set)).toEqual({ undone: false, because: 'in-use' });
  expect(await units()).toEqual(before);
});

test('moved rows name the other thing instead, and undone they name the first again', async () => {
  const breakTable = { name: 'organisation.school_break', key: ['break_id'] };
  await asOneSet((tx) =>
    writeKept(
      tx,
      breakTable,
      `insert into organisation.school_break (organiser_id, unit_id, starts, ends, name)
       values (${organiser}, 1, '2026-10-26', '2026-10-30', 'Höstlov')`,
      [],
    ),
  );
  const set = await asOneSet((tx) => moveRows(tx, breakTable, { column: 'unit_id', from: 1, to: 2 }));
  expect(await breaks()).toEqual([{ unit_id: 2 }]);
  await withOrganiser(db, organiser, (tx) => undoChanges(tx, set, [breakTable]));
  expect(await breaks()).toEqual([{ unit_id: 1 }]);
});

test('outside a set nothing is kept', async () => {
  await withOrganiser(db, organiser, addUnit('10000006', 'Fri'));
  const { rows } = await db.pool.query(
    `select count(*)::int as count from platform.change where key ->> 'code' = '10000006'`,
  );
  expect(rows[0].count).toBe(0);
});
