import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, type Tx, withOrganiser } from '../../../platform/server/db.ts';
import { createOrganiser } from '../../organisation/index.ts';
import { type Answers, directly, recently } from './answers-of.ts';

const { db } = await testDatabase();
let ekdala = 0;
let norra = 0;

beforeAll(async () => {
  const made = { kind: 'municipality', isDemonstration: false } as const;
  await dangerouslyAcrossOrganisers(db, async (tx) => {
    ekdala = await createOrganiser(tx, { name: 'Ekdala', ...made });
    norra = await createOrganiser(tx, { name: 'Norra', ...made });
  });
});

/** An answer that is never the same twice, unless it is a kept one. */
function moment(answers: Answers, organiser = ekdala, about = 'everybody'): Promise<string> {
  return withOrganiser(db, organiser, async (tx: Tx) => {
    const rows = await answers.rows(
      tx,
      sql<{ at: string }>`select clock_timestamp()::text || ${about} as at`,
    );
    return rows[0]!.at;
  });
}

test('the same question is answered once for all who ask it in the same while', async () => {
  const answers = recently(60_000);
  const all = await Promise.all([moment(answers), moment(answers), moment(answers)]);
  expect(new Set([...all, await moment(answers)]).size).toBe(1);
});

test('another value or another organiser is another question', async () => {
  const answers = recently(60_000);
  const first = await moment(answers);
  expect(await moment(answers, ekdala, 'somebody')).not.toBe(first);
  expect(await moment(answers, norra)).not.toBe(first);
});

test('when the while is over the database is asked again', async () => {
  const answers = recently(0);
  expect(await moment(answers)).not.toBe(await moment(answers));
  expect(await moment(directly)).not.toBe(await moment(directly));
});

test('an answer that failed is not kept', async () => {
  const answers = recently(60_000);
  const divide = (by: number) =>
    withOrganiser(db, ekdala, (tx) =>
      answers.rows(
        tx,
        sql`select 1 / (select count(*) - 1 + ${by}::integer from organisation.school_unit where false)`,
      ),
    );
  await expect(divide(1)).rejects.toThrow('division by zero');
  await expect(divide(1)).rejects.toThrow('division by zero');
  await expect(divide(2)).resolves.toHaveLength(1);
});
