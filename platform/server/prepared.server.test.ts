import { expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, together } from './db.ts';
import { prepared } from './prepared.ts';

const { db } = await testDatabase();

const named = prepared((q, names: readonly string[], most: number) =>
  q
    .selectFrom('organisation.organiser')
    .select('name')
    .where((where) => where('name', '=', where.fn.any(where.val(names as string[]))))
    .orderBy('name')
    .limit(most),
);

test('a query that is built once answers each time for its own arguments', async () => {
  await db.pool.query(`insert into organisation.organiser (name) values ('Ek'), ('Björk'), ('Alm')`);
  const answers = await dangerouslyAcrossOrganisers(db, (tx) =>
    together(tx, [
      () => named(tx, ['Ek', 'Alm'], 5),
      () => named(tx, ['Björk'], 5),
      () => named(tx, ['Ek', 'Alm', 'Björk'], 1),
      () => named(tx, [], 5),
    ]),
  );
  expect(answers.map((rows) => rows.map((row) => row.name))).toEqual([['Alm', 'Ek'], ['Björk'], ['Alm'], []]);
});
