import type { Tx } from '../../../platform/server/db.ts';
import type { ProtectedIdentity } from '../../people/index.ts';
import type { Actor } from '../actor.ts';
import type { Because } from '../because.ts';

/** The answer to somebody who asked to see who a protected student is. */
export type OpenedIdentity =
  | { readonly ok: true; readonly identity: ProtectedIdentity }
  | { readonly ok: false; readonly because: Because | { readonly code: 'no-reason-given' } };

/**
 * Shows once who a student with a protected identity is, to those whose duty it is, with a stated reason, logged in
 * the same transaction.
 */
export async function openProtectedIdentity(
  _tx: Tx,
  _actor: Actor,
  _asked: { readonly studentId: number; readonly reason: string; readonly at: Date },
): Promise<OpenedIdentity> {
  throw new Error('not written yet');
}
