import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { record } from '../../audit/index.ts';
import { type ProtectedIdentity, withProtectedIdentity } from '../../people/index.ts';
import { whyMay } from '../access.ts';
import type { Actor } from '../actor.ts';
import { type Because, becauseCode } from '../because.ts';
import { relationsTo } from '../queries/relations-to.ts';

/** The purposes for which the identity may be opened. Chosen from a list: free text would put personal data in the log. */
export const openingReasons = ['contact-guardian', 'handover', 'authority', 'roster', 'emergency'] as const;

/** One of the purposes. */
export type OpeningReason = (typeof openingReasons)[number];

/** The answer to somebody who asked to see who a protected student is. */
export type OpenedIdentity =
  | { readonly ok: true; readonly identity: ProtectedIdentity; readonly because: Because }
  | { readonly ok: false; readonly because: Because | { readonly code: 'no-reason-given' } };

/**
 * Shows once who a student with a protected identity is, to those whose duty it is (the principal and the administrator
 * of the unit), for a stated purpose, logged in the same transaction: what is not logged is not shown.
 */
export async function openProtectedIdentity(
  tx: Tx,
  actor: Actor,
  asked: { readonly studentId: number; readonly reason: string; readonly on: LocalDate; readonly at: Date },
): Promise<OpenedIdentity> {
  const subject = await relationsTo(tx, actor, asked.studentId, asked.on);
  const { allowed, because } = whyMay(actor, 'identity.open-protected', subject);
  if (!allowed) return { ok: false, because };
  if (!isOpeningReason(asked.reason)) return { ok: false, because: { code: 'no-reason-given' } };
  const identity = await withProtectedIdentity(tx, asked.studentId);
  if (!identity) return { ok: false, because: { code: 'no-relation' } };
  record(tx, {
    actor,
    action: 'identity.open-protected',
    what: 'Skyddade uppgifter',
    because: becauseCode(because),
    subjects: [asked.studentId],
    detail: { reason: asked.reason },
    at: asked.at,
  });
  return { ok: true, identity, because };
}

function isOpeningReason(text: string): text is OpeningReason {
  return (openingReasons as readonly string[]).includes(text);
}
