import { expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, together } from './db.ts';

const { db } = await testDatabase();
const ask =
  (text: string) => (tx: { client: { query: (text: string) => Promise<{ rows: { n: number }[] }> } }) =>
    tx.client.query(text).then((answer) => answer.rows[0]!.n);

test('questions asked together are each answered with their own answer, nested ones too', async () => {
  const answers = await dangerouslyAcrossOrganisers(db, (tx) =>
    together(tx, [
      () => ask('select 1 as n')(tx),
      () => together(tx, [() => ask('select 2 as n')(tx), () => ask('select 3 as n')(tx)]),
      () => ask('select 4 as n')(tx),
    ]),
  );
  expect(answers).toEqual([1, [2, 3], 4]);
});

test('the same statement may be asked twice together', async () => {
  const names = await dangerouslyAcrossOrganisers(db, (tx) => {
    const organisers = () =>
      tx.q.selectFrom('organisation.organiser').select('name').where('name', '<>', 'x').execute();
    return together(tx, [organisers, organisers, organisers]);
  });
  expect(names).toEqual([[], [], []]);
});

test('one question that fails fails all of them, and the connection can be used again', async () => {
  const failing = dangerouslyAcrossOrganisers(db, (tx) =>
    together(tx, [
      () => ask('select 1 as n')(tx),
      () => ask('select 1 / 0 as n')(tx),
      () => ask('select 2 as n')(tx),
    ]),
  );
  await expect(failing).rejects.toThrow('division by zero');
  expect(await dangerouslyAcrossOrganisers(db, (tx) => ask('select 5 as n')(tx))).toBe(5);
});
