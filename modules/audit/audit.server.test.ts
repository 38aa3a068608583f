import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, withOrganiser } from '../../platform/server/db.ts';
import { createOrganiser } from '../organisation/index.ts';
import { registerPerson } from '../people/index.ts';
import { type AuditEntry, readersOf, readLog, record, verifyChain } from './index.ts';

const { db } = await testDatabase();
let ekdala = 0;
let norra = 0;
let maria = 0;
let nora = 0;

beforeAll(async () => {
  const demo = { kind: 'municipality', isDemonstration: false } as const;
  ekdala = await dangerouslyAcrossOrganisers(db, (tx) => createOrganiser(tx, { name: 'Ekdala', ...demo }));
  norra = await dangerouslyAcrossOrganisers(db, (tx) => createOrganiser(tx, { name: 'Norra', ...demo }));
  await withOrganiser(db, ekdala, async (tx) => {
    maria = await registerPerson(tx, { givenName: 'Maria', familyName: 'Holm', protection: 'none' });
    nora = await registerPerson(tx, { givenName: 'Nora', familyName: 'Lindgren', protection: 'none' });
  });
});

function entry(more: Partial<AuditEntry> = {}): AuditEntry {
  const what = { action: 'student.read', what: 'Elevsidan', because: 'mentor' };
  return {
    actor: { personId: maria },
    ...what,
    subjects: [nora],
    at: new Date('2026-11-23T06:58:00.123Z'),
    ...more,
  };
}

test('a line that is written can be read, and the chain holds', async () => {
  await withOrganiser(db, ekdala, (tx) =>
    record(tx, entry({ detail: { page: 1, sets: ['b', 'a'], å: null } })),
  );
  await withOrganiser(db, ekdala, (tx) => record(tx, entry({ actor: null, what: 'Nattens genomgång' })));
  const report = await withOrganiser(db, ekdala, verifyChain);
  expect(report).toMatchObject({ entries: 2, broken: [] });
  expect(report.heads).toHaveLength(2);
  const log = await withOrganiser(db, ekdala, (tx) => readLog(tx, {}, { page: 1, size: 10 }));
  expect(log.entries.map((line) => line.actorName).toSorted()).toEqual(['Maria Holm', 'Systemet']);
});

test('many at the same time queue for the chain and break nothing', async () => {
  const actors = Array.from({ length: 40 }, (_, index) => ({ personId: index % 5 }));
  await Promise.all(
    actors.map((actor) => withOrganiser(db, norra, (tx) => record(tx, entry({ actor, subjects: [] })))),
  );
  expect(await withOrganiser(db, norra, verifyChain)).toMatchObject({ entries: 40, broken: [] });
});

test('a line of a transaction that fails is not there, and leaves no gap', async () => {
  const before = (await withOrganiser(db, ekdala, verifyChain)).entries;
  const failing = withOrganiser(db, ekdala, async (tx) => {
    record(tx, entry());
    throw new Error('the fact was not saved');
  });
  await expect(failing).rejects.toThrow('the fact was not saved');
  expect(await withOrganiser(db, ekdala, verifyChain)).toMatchObject({ entries: before, broken: [] });
});

test('a fact whose line cannot be written is not saved either', async () => {
  const tooLarge = 2 ** 40;
  const failing = withOrganiser(db, ekdala, async (tx) => {
    await registerPerson(tx, { givenName: 'Ingen', familyName: 'Alls', protection: 'none' });
    record(tx, entry({ subjects: [tooLarge] }));
  });
  await expect(failing).rejects.toThrow('out of range');
  const saved = await withOrganiser(db, ekdala, (tx) =>
    tx.client.query(`select count(*) as n from people.person where given_name = 'Ingen'`),
  );
  expect(saved.rows).toEqual([{ n: 0 }]);
});

test('a line is written by the application within its organiser, never by the database’s owner', async () => {
  const failing = withOrganiser(db, ekdala, (tx) => record({ ...tx, organiser: norra }, entry()));
  await expect(failing).rejects.toThrow('row-level security');
});

test('an organiser reads its own log only', async () => {
  const theirs = await withOrganiser(db, norra, (tx) => readersOf(tx, nora, { limit: 10 }));
  expect(theirs).toEqual([]);
  const ours = await withOrganiser(db, ekdala, (tx) => readersOf(tx, nora, { limit: 10 }));
  expect(ours.map((reader) => [reader.name, reader.because])).toContainEqual(['Maria Holm', 'mentor']);
});

test('the log is filtered by person, action and Swedish day, and a page is cut out of it', async () => {
  const find = (filter: Parameters<typeof readLog>[1]) =>
    withOrganiser(db, ekdala, (tx) => readLog(tx, filter, { page: 1, size: 1 }));
  await withOrganiser(db, ekdala, (tx) =>
    record(
      tx,
      entry({ at: new Date('2026-11-23T23:30:00Z'), action: 'student.export', subjects: [nora, maria] }),
    ),
  );
  expect(await find({ from: '2026-11-24', to: '2026-11-24' })).toMatchObject({ total: 1 });
  expect(await find({ action: 'student.export', to: '2026-11-23' })).toMatchObject({ total: 0 });
  expect(await find({ actors: [maria], subjects: [nora, maria] })).toMatchObject({
    total: 2,
    entries: [{ action: 'student.export' }],
  });
  expect((await find({ action: 'student.export', among: [nora] })).entries[0]?.subjects).toEqual([nora]);
});

test.each([
  ['change', 'update audit.entry set because = $1'],
  ['remove', 'delete from audit.entry where because <> $1'],
])('a request cannot %s what is written', async (_, statement) => {
  const tampering = withOrganiser(db, ekdala, (tx) => tx.client.query(statement, ['x']));
  await expect(tampering).rejects.toThrow('permission denied');
});

test.each([
  ['changed', sql`update audit.entry set because = 'leads-unit' where seq = 1`],
  [
    'missing',
    sql`delete from audit.entry where seq = 1 and chain in (select chain from audit.entry where seq = 2)`,
  ],
  [
    'end',
    sql`delete from audit.entry e where seq = (select max(seq) from audit.entry x where x.chain = e.chain)`,
  ],
])('the database’s owner who tampers is found out: %s', async (why, tampering) => {
  const report = await dangerouslyAcrossOrganisers(db, async (tx) => {
    const all = { ...tx, organiser: norra };
    await sql`savepoint before`.execute(tx.q);
    await tampering.execute(tx.q);
    const found = await verifyChain(all);
    await sql`rollback to savepoint before`.execute(tx.q);
    return found;
  });
  expect(report.broken.map((link) => link.why)).toContain(why);
});
