import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { record } from '../../modules/audit/index.ts';
import { createOrganiser } from '../../modules/organisation/index.ts';
import { dangerouslyAcrossOrganisers, withOrganiser } from '../../platform/server/db.ts';
import { run } from './audit.ts';

const { db, url } = await testDatabase();

beforeAll(async () => {
  for (const name of ['Ekdala', 'Norra']) {
    const organiser = await dangerouslyAcrossOrganisers(db, (tx) =>
      createOrganiser(tx, { name, kind: 'municipality', isDemonstration: false }),
    );
    const line = {
      action: 'student.read',
      what: 'Elevsidan',
      because: 'mentor',
      subjects: [],
      at: new Date(0),
    };
    for (const personId of [1, 1, 2])
      await withOrganiser(db, organiser, (tx) => record(tx, { ...line, actor: { personId } }));
  }
});

/** Runs the command as the command line would; what it printed, and its exit code. */
async function audit(...args: string[]) {
  const out: string[] = [];
  const env = { DATABASE_URL: url };
  const quiet = { say: () => undefined, progress: () => undefined, stopping: new AbortController().signal };
  const code = await run(args, { ...quiet, env, out: (text) => out.push(text) });
  return { code, out: out.join('\n') };
}

test('says for each organiser that the chain is whole', async () => {
  expect(await audit('verify')).toEqual({
    code: 0,
    out: 'Ekdala: kedjan är hel, 3 poster.\nNorra: kedjan är hel, 3 poster.',
  });
});

test('finds a line that somebody with the database has changed, and answers 1', async () => {
  await dangerouslyAcrossOrganisers(db, ({ client }) =>
    client.query(`update audit.entry set because = 'x' where seq = 1 and chain = 1
      and organiser_id = (select organiser_id from organisation.organiser where name = 'Norra')`),
  );
  const { code, out } = await audit('verify', '--organiser', 'Norra', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([
    {
      organiser: 'Norra',
      entries: 3,
      broken: [{ chain: 1, seq: 1, why: 'changed' }],
      heads: [
        { chain: 1, seq: 2 },
        { chain: 2, seq: 1 },
      ],
    },
  ]);
  expect((await audit('verify', '--organiser', 'Ekdala')).code).toBe(0);
});

test('refuses what it does not know', async () => {
  await expect(audit()).rejects.toThrow('audit verify');
  await expect(audit('verify', '--organiser', 'Okänd')).rejects.toThrow('ingen huvudman');
});
