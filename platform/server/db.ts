import { type CompiledQuery, Kysely, PostgresDialect, type RawBuilder } from 'kysely';
import pg from 'pg';
import type { DB } from '../../database/types.ts';
import { type LentConnection, lend, lentAs } from './lent-connection.ts';
import { statementNamer } from './statement-name.ts';

/** Days stay days ('YYYY-MM-DD') and never become instants; 64-bit counts and numerics become numbers. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(1182 as never, (text: string) => text.slice(1, -1).split(',').filter(Boolean));

/** A pool of connections to one PostgreSQL database. */
export interface Database {
  readonly pool: pg.Pool;
  readonly url: string;
}

/** One transaction inside one organiser: the only way to its rows. */
export interface Tx {
  /** Typed queries. */
  readonly q: Kysely<DB>;
  /** The connection itself, for COPY and hand-written statements. */
  readonly client: pg.PoolClient;
  readonly organiser: number;
  /** The set of changes that this transaction's writes belong to, where they are kept to be undone (change-set.ts). */
  readonly changeSet?: number;
  /**
   * Sends a last statement in one packet with the COMMIT and before it: what must be held as short as can be, as the end
   * of the log. When it fails nothing is committed.
   */
  readonly withCommit: (statement: RawBuilder<unknown>) => void;
}

/** Opens a pool; `max` connections, 10 unless told. Nothing is connected before the first use. */
export function openDatabase(url: string, max = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'fullfolj',
    idleTimeoutMillis: 60_000,
  });
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return { pool, url };
}

/** Ends all connections after the queries under way. */
export async function closeDatabase(db: Database): Promise<void> {
  await db.pool.end();
}

/**
 * Runs `work` in one transaction as the application role, locked to one organiser by row-level security.
 * `SET LOCAL` is used rather than `set_config()`, which a distributed database does not pass on.
 * Commits when `work` answers, rolls back when it throws.
 */
export async function withOrganiser<T>(
  db: Database,
  organiser: number,
  work: (tx: Tx) => Promise<T> | T,
): Promise<T> {
  if (!Number.isInteger(organiser)) throw new TypeError('organiser must be an integer');
  const role = `SET LOCAL ROLE fullfolj_app; SET LOCAL fullfolj.organiser = '${organiser}'`;
  return transaction(db, `BEGIN; ${role}`, (tx) => work({ ...tx, organiser }));
}

/**
 * Runs `work` as the database's owner, past row-level security: for the operator's commands (making an organiser,
 * finding whose session a cookie names), never for what a person asked for.
 */
export async function dangerouslyAcrossOrganisers<T>(
  db: Database,
  work: (tx: Omit<Tx, 'organiser'>) => Promise<T>,
): Promise<T> {
  return transaction(db, 'BEGIN', work);
}

/**
 * Asks several questions of one transaction at once: they are written to the connection without waiting for each other's
 * answers, so that a page of twelve questions costs one round trip instead of twelve. The questions must not depend on
 * each other, and COPY cannot be among them. When one fails the others do too, and the first failure is thrown.
 */
export async function together<const Questions extends readonly (() => Promise<unknown>)[]>(
  tx: Pick<Tx, 'client'>,
  questions: Questions,
): Promise<{ -readonly [Index in keyof Questions]: Awaited<ReturnType<Questions[Index]>> }> {
  return allAtOnce(lentAs(tx.client), questions) as never;
}

/** All are answered before this is, also when one fails: nothing of it is under way afterwards. */
async function allAtOnce<T>(
  connection: LentConnection,
  questions: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const letGo = connection.pipelined();
  const answers = await Promise.allSettled(questions.map(async (ask) => ask()));
  letGo();
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
  return answers.map((answer) => (answer as PromiseFulfilledResult<T>).value);
}

/**
 * BEGIN leaves with the first question and COMMIT with the last: two round trips less for each request. Whatever is still
 * asked when `work` has answered or thrown is refused, so that nothing runs outside the transaction and its role.
 */
async function transaction<T>(
  db: Database,
  begin: string,
  work: (tx: Omit<Tx, 'organiser'>) => Promise<T> | T,
): Promise<T> {
  const connection = lend(await db.pool.connect());
  let broken: Error | undefined;
  try {
    const beginning = connection.begin(begin);
    const q = typed(connection.client);
    const last: RawBuilder<unknown>[] = [];
    const { client } = connection;
    const answer = await work({ q, client, withCommit: (statement) => last.push(statement) });
    connection.end();
    await beginning;
    await commit(
      connection,
      last.map((statement) => statement.compile(q)),
    );
    return answer;
  } catch (error) {
    connection.end();
    await connection.ask('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    connection.giveBack(broken);
  }
}

/** Sends the last statements and COMMIT in one packet, in this order: nothing may be waited for between them. */
async function commit(connection: LentConnection, last: readonly CompiledQuery[]): Promise<void> {
  const texts = last.map((statement) => statement.sql);
  const statements = last.map(({ sql: text, parameters }, index) => {
    const name = texts.indexOf(text) === index ? statementNamer(text) : undefined;
    return { text, values: [...parameters], ...(name ? { name } : {}) };
  });
  const questions = [...statements, { text: 'COMMIT' }];
  const answers = await allAtOnce(
    connection,
    questions.map((question) => () => connection.ask(question)),
  );
  // What failed inside and was not thrown on makes the database answer COMMIT with a rollback.
  if (answers.at(-1)?.command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
}

/** Kysely over one connection that already is inside its transaction; statements are prepared once per connection. */
function typed(client: pg.PoolClient): Kysely<DB> {
  const underWay = new Set<string>();
  const named = {
    query: async (text: string, values?: readonly unknown[]) => {
      // The same statement twice in one `together` would be prepared twice under one name: the second goes unnamed.
      const name = statementNamer(text);
      const alone = name !== undefined && !underWay.has(name);
      if (alone) underWay.add(name);
      try {
        return await client.query({ text, values: values as unknown[], ...(alone ? { name } : {}) });
      } finally {
        if (alone) underWay.delete(name);
      }
    },
    release: () => undefined,
  };
  const pool = { connect: async () => named, end: async () => undefined };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as never }) });
}
