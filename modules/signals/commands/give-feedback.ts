import { isLocalDate, type LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Actor, becauseCode, relationsTo, type Why, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { type SignalId, signalIds } from '../rules/index.ts';
import { insertFeedback } from '../store.ts';

/** Why a signal does not hold: fixed words, so that they can be counted per rule. */
export const feedbackReasons = ['wrong-data', 'already-known', 'not-relevant', 'other'] as const;

/** Who says so, of what. */
export interface GiveFeedback {
  readonly actor: Actor;
  readonly studentId: number;
  readonly signal: string;
  readonly since: string;
  readonly reason: string;
  readonly requestKey: string;
  readonly today: LocalDate;
  readonly now: Date;
}

/** What came of it. */
export type GivenFeedback =
  | { readonly ok: true }
  | { readonly ok: false; readonly refused: Why }
  | { readonly ok: false; readonly problems: readonly { field: string; says: string }[] };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const usedBefore = {
  field: 'requestKey',
  says: 'Formuläret är redan skickat, med ett annat svar. Svara igen.',
};

/** "Stämmer inte": the signal rests until it clears or worsens, and the reason counts towards the rule's precision. */
export async function giveFeedback(tx: Tx, given: GiveFeedback): Promise<GivenFeedback> {
  const { actor, studentId, today, now } = given;
  const why = whyMay(actor, 'signal.feedback', await relationsTo(tx, actor, studentId, today));
  if (!why.allowed) return { ok: false, refused: why };
  const problems = problemsOf(given);
  if (problems.length > 0) return { ok: false, problems };
  const { repeated, differs } = await insertFeedback(tx, {
    requestKey: given.requestKey,
    studentId,
    signal: given.signal as SignalId,
    since: given.since,
    reason: given.reason,
    givenBy: actor.personId,
    givenOn: today,
  });
  if (differs) return { ok: false, problems: [usedBefore] };
  if (!repeated) {
    record(tx, {
      actor,
      action: 'signal.feedback',
      what: `Signal ${given.signal} stämmer inte`,
      because: becauseCode(why.because),
      subjects: [studentId],
      at: now,
    });
  }
  return { ok: true };
}

function problemsOf(given: GiveFeedback): { field: string; says: string }[] {
  const problems: { field: string; says: string }[] = [];
  if (!uuid.test(given.requestKey))
    problems.push({ field: 'requestKey', says: 'Formuläret är för gammalt. Ladda om sidan och svara igen.' });
  if (!(signalIds as readonly string[]).includes(given.signal) || !isLocalDate(given.since))
    problems.push({ field: 'signal', says: 'Signalen finns inte längre. Ladda om sidan.' });
  if (!(feedbackReasons as readonly string[]).includes(given.reason))
    problems.push({ field: 'reason', says: 'Välj varför signalen inte stämmer.' });
  return problems;
}
