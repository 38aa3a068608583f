import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { expect, inject, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import {
  closeDatabase,
  type Database,
  dangerouslyAcrossOrganisers,
  openDatabase,
  type Tx,
  together,
  withOrganiser,
} from './db.ts';

const { db: many, url } = await testDatabase();

/** One connection, so that what one transaction leaves behind the next one meets. */
async function onOneConnection<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(url, 1);
  return work(db).finally(() => closeDatabase(db));
}

type Asking = Pick<Tx, 'client'>;
const ask = (tx: Asking, question: string): Promise<string> =>
  tx.client.query<{ n: string }>(`select ${question} as n`).then((answer) => answer.rows[0]!.n);
const addOrganiser = (tx: Asking, name: string): Promise<unknown> =>
  tx.client.query("insert into organisation.organiser (name, kind) values ($1, 'municipality')", [name]);
const isThere = async (name: string): Promise<boolean> => {
  const found = await many.pool.query('select from organisation.organiser where name = $1', [name]);
  return found.rowCount === 1;
};
const endConnection = (process: string): Promise<unknown> =>
  many.pool.query('select pg_terminate_backend($1)', [process]);
/** Whose transaction the connection believes to be in; the owner's, and none, when it was left clean. */
const leftBehind = async (db: Database): Promise<unknown> => {
  const found = await db.pool.query(
    "select current_user = session_user as clean, coalesce(current_setting('fullfolj.organiser', true), '') as organiser",
  );
  return found.rows[0];
};
/** What a connection that is gone is answered with depends on which end is heard first. */
const lost = /connection|ECONNRESET|EPIPE/i;
const clean = { clean: true, organiser: '' };

test('a connection that dies between two questions ends its transaction and nothing else', async () => {
  await onOneConnection(async (db) => {
    const dying = withOrganiser(db, 1, async (tx) => {
      const [process] = [await ask(tx, 'pg_backend_pid()')];
      await endConnection(process);
      while ((await many.pool.query('select from pg_stat_activity where pid = $1', [process])).rowCount)
        await nextTurn();
      await nextTurn();
      return ask(tx, '1');
    });
    await expect(dying).rejects.toThrow(lost);
    expect(await leftBehind(db)).toEqual(clean);
  });
});

test('a connection that dies during a question ends its transaction and nothing else', async () => {
  await onOneConnection(async (db) => {
    const dying = dangerouslyAcrossOrganisers(db, async (tx) => {
      await addOrganiser(tx, 'Dör på mitten');
      const process = await ask(tx, 'pg_backend_pid()');
      await Promise.all([ask(tx, 'pg_sleep(30)'), endConnection(process)]);
    });
    await expect(dying).rejects.toThrow(lost);
    expect(await isThere('Dör på mitten')).toBe(false);
    expect(await leftBehind(db)).toEqual(clean);
  });
});

test.each([
  ['is done', async (): Promise<void> => undefined],
  ['was taken back', (): Promise<void> => Promise.reject(new Error('taken back'))],
] as const)('a question asked after the transaction %s is refused', async (_, ending) => {
  await onOneConnection(async (db) => {
    const kept: Omit<Tx, 'organiser'>[] = [];
    await dangerouslyAcrossOrganisers(db, async (tx): Promise<void> => {
      kept.push(tx);
      await ending();
    }).catch(() => undefined);
    const late = kept[0]!;
    expect(() => late.client.query('select 1')).toThrow('the transaction is over');
    await expect(sql`select 1`.execute(late.q)).rejects.toThrow('the transaction is over');
    await expect(addOrganiserByKysely(late, 'Efter')).rejects.toThrow('the transaction is over');
    expect(await isThere('Efter')).toBe(false);
  });
});

const addOrganiserByKysely = (tx: Omit<Tx, 'organiser'>, name: string): Promise<unknown> =>
  tx.q.insertInto('organisation.organiser').values({ name, kind: 'municipality' }).execute();

test('a branch that goes on after another has failed writes nothing', async () => {
  let goOn = (): void => undefined;
  const waited = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let slow: Promise<unknown> = Promise.resolve();
  const failing = dangerouslyAcrossOrganisers(many, async (tx) => {
    slow = ask(tx, '1')
      .then(() => waited)
      .then(() => addOrganiser(tx, 'Efter felet'));
    slow.catch(() => undefined);
    await Promise.all([slow, ask(tx, '1 / 0')]);
  });
  await expect(failing).rejects.toThrow('division by zero');
  goOn();
  await expect(slow).rejects.toThrow('the transaction is over');
  expect(await isThere('Efter felet')).toBe(false);
});

test('a question that nobody waited for is part of the transaction it was asked in', async () => {
  await onOneConnection(async (db) => {
    await dangerouslyAcrossOrganisers(db, async (tx) => {
      void addOrganiser(tx, 'Ingen väntade');
    });
    expect(await isThere('Ingen väntade')).toBe(true);
    const failing = dangerouslyAcrossOrganisers(db, async (tx) => {
      await addOrganiser(tx, 'Ingen väntade på felet');
      ask(tx, '1 / 0').catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await isThere('Ingen väntade på felet')).toBe(false);
    expect(await leftBehind(db)).toEqual(clean);
  });
});

test('questions asked side by side at the very beginning are each answered with their own rows', async () => {
  const chain = async (tx: Asking, name: string): Promise<string[]> => [
    await ask(tx, `'${name}1'`),
    await ask(tx, `'${name}2'`),
    await ask(tx, `'${name}3'`),
  ];
  const answers = await dangerouslyAcrossOrganisers(many, (tx) =>
    Promise.all(['a', 'b', 'c'].map((name) => chain(tx, name))),
  );
  expect(answers).toEqual([
    ['a1', 'a2', 'a3'],
    ['b1', 'b2', 'b3'],
    ['c1', 'c2', 'c3'],
  ]);
});

test('an act that fails before its transaction has begun leaves nothing behind', async () => {
  await onOneConnection(async (db) => {
    const failing = withOrganiser(db, 7, () => {
      throw new Error('at once');
    });
    await expect(failing).rejects.toThrow('at once');
    expect(await leftBehind(db)).toEqual(clean);
  });
});

test('where the role of requests cannot be taken nothing is asked and nothing written', async () => {
  await asSuperuser(
    `drop role if exists obehorig; create role obehorig login password 'x';
     grant usage on schema organisation to obehorig; grant insert, select on organisation.organiser to obehorig`,
  );
  const address = Object.assign(new URL(url), { username: 'obehorig', password: 'x' });
  const db = openDatabase(address.href, 1);
  const writing = withOrganiser(db, 1, (tx) => addOrganiser(tx, 'Utan roll'));
  await expect(writing).rejects.toThrow();
  await closeDatabase(db);
  expect(await isThere('Utan roll')).toBe(false);
  await asSuperuser('drop owned by obehorig; drop role obehorig');
});

async function asSuperuser(statements: string): Promise<void> {
  const address = Object.assign(new URL(inject('testServer').superuserUrl), {
    pathname: new URL(url).pathname,
  });
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query(statements).finally(() => client.end());
}

test('a failure that is swallowed takes everything back and says so', async () => {
  const swallowing = dangerouslyAcrossOrganisers(many, async (tx) => {
    await addOrganiser(tx, 'Svalt fel');
    await ask(tx, '1 / 0').catch(() => undefined);
  });
  await expect(swallowing).rejects.toThrow('rolled back');
  expect(await isThere('Svalt fel')).toBe(false);
});

test('when the last statement fails nothing is kept, and the connection can be used again', async () => {
  await onOneConnection(async (db) => {
    const failing = dangerouslyAcrossOrganisers(db, async (tx) => {
      await addOrganiser(tx, 'Sista felet');
      tx.withCommit(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(await isThere('Sista felet')).toBe(false);
    expect(await leftBehind(db)).toEqual(clean);
  });
});

test('a question that cannot even be put does not hold up what is copied after it', async () => {
  const copied = await dangerouslyAcrossOrganisers(many, async (tx) => {
    const unasked = (): Promise<unknown> => {
      throw new Error('not put');
    };
    await expect(together(tx, [() => ask(tx, '1'), unasked])).rejects.toThrow('not put');
    return text(tx.client.query(copyTo('copy (select 42) to stdout')));
  });
  expect(copied.trim()).toBe('42');
});

test('rows may be copied by the first question of a transaction', async () => {
  const copied = await withOrganiser(many, 1, (tx) =>
    text(tx.client.query(copyTo('copy (select current_user) to stdout'))),
  );
  expect(copied.trim()).toBe('fullfolj_app');
});
