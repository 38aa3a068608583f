import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { loadActor } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { organiserOf } from '../../organisation/index.ts';
import { type Claimed, personOfSubject } from '../queries/person-of-subject.ts';
import { bindSubject, endSession, type LogInMethod, startSession } from '../store.ts';

/** Somebody is in, with the secret of the new session; or not, and why. */
export type Entered =
  | { readonly ok: true; readonly secret: string }
  | { readonly ok: false; readonly why: 'unknown-person' | 'name-taken' | 'no-duty' | 'not-a-demonstration' };

/** When it happens, and the session that the browser came with, which is ended: a session is never taken over by a log-in. */
export interface Entering {
  readonly at: Date;
  readonly on: LocalDate;
  readonly earlierSecret: string | undefined;
}

/** Lets in whom the log-in service means. Who is not known here is refused, and that is logged. */
export async function enterBySubject(tx: Tx, claimed: Claimed, entering: Entering): Promise<Entered> {
  const found = await personOfSubject(tx, claimed);
  if (found.personId === null) return refuse(tx, found.why, null, entering);
  const entered = await enter(tx, found.personId, 'openid-connect', entering);
  if (entered.ok && !found.bound)
    await bindSubject(tx, { issuer: claimed.issuer, subject: claimed.subject, personId: found.personId });
  return entered;
}

/** Lets somebody in as one of the cast; only where the organiser is a demonstration. */
export async function enterAsCast(tx: Tx, personId: number, entering: Entering): Promise<Entered> {
  const { isDemonstration } = await organiserOf(tx);
  if (!isDemonstration) return { ok: false, why: 'not-a-demonstration' };
  return enter(tx, personId, 'demonstration', entering);
}

async function enter(tx: Tx, personId: number, how: LogInMethod, entering: Entering): Promise<Entered> {
  const actor = await loadActor(tx, personId, entering.on);
  if (!actor) return refuse(tx, 'unknown-person', null, entering);
  const concerned = actor.duties.length > 0 || actor.isStudent || actor.isGuardian;
  if (!concerned) return refuse(tx, 'no-duty', personId, entering);
  if (entering.earlierSecret !== undefined) await endSession(tx, entering.earlierSecret);
  const secret = await startSession(tx, { personId, how, at: entering.at });
  record(tx, {
    actor,
    action: 'session.start',
    what: 'Inloggning',
    because: 'log-in',
    subjects: [],
    detail: { how },
    at: entering.at,
  });
  return { ok: true, secret };
}

async function refuse(
  tx: Tx,
  why: 'unknown-person' | 'name-taken' | 'no-duty',
  personId: number | null,
  { at }: Entering,
): Promise<Entered> {
  record(tx, {
    actor: personId === null ? null : { personId },
    action: 'session.refused',
    what: 'Inloggning',
    because: 'log-in',
    subjects: [],
    detail: { why },
    at,
  });
  return { ok: false, why };
}
