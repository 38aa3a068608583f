import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/server/db.ts';
import { forgetActor } from './recent-actors.ts';
import { absoluteMs, idleMs, type SessionTimes } from './rules/session-life.ts';

/** How somebody proved who they are. */
export type LogInMethod = 'openid-connect' | 'demonstration';

/** A session as it stands in the database. */
export interface StoredSession extends SessionTimes {
  readonly personId: number;
  readonly how: LogInMethod;
}

/** The database keeps the hash only: whoever reads the table can use no session. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Begins a session and answers its secret, 32 random bytes that nobody had before. Sessions that are over are cleared away. */
export async function startSession(
  tx: Tx,
  session: { readonly personId: number; readonly how: LogInMethod; readonly at: Date },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const { at } = session;
  await tx.q
    .deleteFrom('identity.session')
    .where('organiser_id', '=', tx.organiser)
    .where((eb) =>
      eb.or([eb('expires_at', '<=', at), eb('last_seen_at', '<=', new Date(at.getTime() - idleMs))]),
    )
    .execute();
  await tx.q
    .insertInto('identity.session')
    .values({
      organiser_id: tx.organiser,
      token_hash: hashOf(secret),
      person_id: session.personId,
      how: session.how,
      created_at: at,
      last_seen_at: at,
      expires_at: new Date(at.getTime() + absoluteMs),
    })
    .execute();
  return secret;
}

/** The session with this secret, whether it still holds or not; undefined when there is none. */
export async function findSession(tx: Tx, secret: string): Promise<StoredSession | undefined> {
  const row = await tx.q
    .selectFrom('identity.session')
    .select(['person_id as personId', 'how', 'expires_at as expiresAt', 'last_seen_at as lastSeenAt'])
    .where('organiser_id', '=', tx.organiser)
    .where('token_hash', '=', hashOf(secret))
    .executeTakeFirst();
  return row && { ...row, how: row.how as LogInMethod };
}

/** Writes down that the session was used. */
export async function touchSession(tx: Tx, secret: string, at: Date): Promise<void> {
  await tx.q
    .updateTable('identity.session')
    .set({ last_seen_at: at })
    .where('organiser_id', '=', tx.organiser)
    .where('token_hash', '=', hashOf(secret))
    .execute();
}

/** Ends the session at once; nothing when there is none. */
export async function endSession(tx: Tx, secret: string): Promise<void> {
  forgetActor(secret);
  await tx.q
    .deleteFrom('identity.session')
    .where('organiser_id', '=', tx.organiser)
    .where('token_hash', '=', hashOf(secret))
    .execute();
}

/** Ends all sessions of a person. */
export async function endSessionsOf(tx: Tx, personId: number): Promise<void> {
  await tx.q
    .deleteFrom('identity.session')
    .where('organiser_id', '=', tx.organiser)
    .where('person_id', '=', personId)
    .execute();
}

/** Binds somebody at the log-in service to a person, for all times to come. */
export async function bindSubject(
  tx: Tx,
  bound: { readonly issuer: string; readonly subject: string; readonly personId: number },
): Promise<void> {
  await tx.q
    .insertInto('identity.subject')
    .values({
      organiser_id: tx.organiser,
      issuer: bound.issuer,
      subject: bound.subject,
      person_id: bound.personId,
    })
    .execute();
}
