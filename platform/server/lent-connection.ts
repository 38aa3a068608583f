import type { Socket } from 'node:net';
import type pg from 'pg';

/** A connection while one transaction has it. */
export interface LentConnection {
  /** What the transaction asks with. Once it has ended, every question is refused: it would run as the owner, or in somebody else's transaction. */
  readonly client: pg.PoolClient;
  /**
   * Asks what the transaction begins with, without waiting: the first question leaves in the same packet. A failure is
   * thrown where the answer is awaited; until then each question after it fails too.
   */
  begin(statement: string): Promise<unknown>;
  /** Asks what ends the transaction: also after `end`. */
  ask(question: string | pg.QueryConfig): Promise<pg.QueryResult>;
  /** Lets questions go out without waiting for the answers before, until what it answers is called. */
  pipelined(): () => void;
  /** Refuses whatever is asked from now on. */
  end(): void;
  /** Gives the connection back to its pool; a broken one is closed. */
  giveBack(broken: Error | undefined): void;
}

type Pipelined = pg.PoolClient & { pipeline: boolean; connection?: { stream: Socket } };
type Query = (...question: unknown[]) => unknown;
const lent = new WeakMap<pg.PoolClient, LentConnection>();

/** The connection behind a transaction's client. */
export function lentAs(client: pg.PoolClient): LentConnection {
  const found = lent.get(client);
  if (!found) throw new TypeError('this client is not a transaction’s');
  return found;
}

/**
 * Lends a pool's connection to one transaction. A connection that dies meanwhile fails the questions under way and those
 * after; without a listener of its own it would end the process.
 */
export function lend(of: pg.PoolClient): LentConnection {
  const line = pipelineOf(of as Pipelined);
  const died = (): void => undefined;
  of.on('error', died);
  let over = false;
  let begun = (): void => undefined;
  const query: Query = (...question) => {
    if (over) throw new Error('a question was asked although the transaction is over');
    // COPY takes the connection for itself: it waits for the beginning to be answered.
    if (isStream(question[0])) begun();
    return line.query(...question);
  };
  const client = new Proxy(of, {
    get: (target, property) => (property === 'query' ? query : Reflect.get(target, property, target)),
  });
  const connection: LentConnection = {
    client,
    begin(statement) {
      begun = line.hold();
      const answer = Promise.resolve(line.query(statement)).finally(begun);
      answer.catch(() => undefined);
      return answer;
    },
    ask: (question) => line.query(question) as Promise<pg.QueryResult>,
    pipelined: line.hold,
    end: () => {
      over = true;
    },
    giveBack: (broken) => {
      of.off('error', died);
      of.release(broken);
    },
  };
  lent.set(client, connection);
  return connection;
}

function isStream(question: unknown): boolean {
  return typeof question === 'object' && question !== null && 'submit' in question;
}

/**
 * Questions in a row on one connection. The driver hands answers to the wrong question when it is told to stop sending
 * ahead while more than one is unanswered: so it is told no earlier.
 */
function pipelineOf(client: Pipelined) {
  let holders = 0;
  let unanswered = 0;
  const settle = (): void => {
    if (holders > 0) client.pipeline = true;
    else if (unanswered <= 1) client.pipeline = false;
  };
  const answered = (): void => {
    unanswered -= 1;
    settle();
  };
  return {
    query(...question: unknown[]): unknown {
      const answer = (client.query as Query)(...question);
      if (!(answer instanceof Promise)) return answer;
      unanswered += 1;
      answer.then(answered, answered);
      return answer;
    },
    /** All that is asked in this turn leaves in one packet: each would otherwise be a write, and a wake-up of the database. */
    hold(): () => void {
      holders += 1;
      settle();
      const stream = client.connection?.stream;
      stream?.cork();
      setImmediate(() => stream?.uncork());
      let held = true;
      return () => {
        if (held) holders -= 1;
        held = false;
        settle();
      };
    },
  };
}
