import type { Tx } from '../../../platform/server/db.ts';
import { record } from '../../audit/index.ts';
import { endSession, findSession, type LogInMethod } from '../store.ts';

/** Ends the session on the server and answers how it was begun; undefined when there was none. */
export async function leave(tx: Tx, secret: string, at: Date): Promise<LogInMethod | undefined> {
  const session = await findSession(tx, secret);
  if (!session) return undefined;
  await endSession(tx, secret);
  record(tx, {
    actor: session,
    action: 'session.end',
    what: 'Utloggning',
    because: 'log-in',
    subjects: [],
    at,
  });
  return session.how;
}
