import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Action, type Actor, becauseCode, relationsTo, type Why, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { type ConcernDraft, type ConcernProblem, checkConcern } from '../concern.ts';
import { insertConcern } from '../store.ts';

/** What came of it. */
export type RaisedConcern =
  | { readonly ok: true; readonly repeated: boolean }
  | { readonly ok: false; readonly refused: Why }
  | { readonly ok: false; readonly problems: readonly ConcernProblem[] };

/** Who raises what about whom, and when. */
export interface RaiseConcern {
  readonly actor: Actor;
  readonly studentId: number;
  readonly draft: ConcernDraft;
  readonly today: LocalDate;
  readonly now: Date;
}

const savedBefore: ConcernProblem = {
  field: 'requestKey',
  says: 'Det här formuläret är redan skickat, med annat innehåll. Skicka igen om det är något mer du vill säga.',
};

/**
 * A concern of an adult, or the student's own wish to talk (signal S17). The student's own words can only be raised by
 * the student, an adult's only by an adult with a duty towards the student.
 */
export async function raiseConcern(
  tx: Tx,
  { actor, studentId, draft, today, now }: RaiseConcern,
): Promise<RaisedConcern> {
  const action: Action = draft.kind === 'staff-concern' ? 'concern.raise' : 'wish.raise';
  const why = whyMay(actor, action, await relationsTo(tx, actor, studentId, today));
  if (!why.allowed) return { ok: false, refused: why };
  const concern = checkConcern(draft);
  if ('length' in concern) return { ok: false, problems: concern };
  const { repeated, differs } = await insertConcern(tx, {
    ...concern,
    studentId,
    raisedBy: actor.personId,
    raisedOn: today,
  });
  if (differs) return { ok: false, problems: [savedBefore] };
  if (!repeated) {
    record(tx, {
      actor,
      action,
      what: draft.kind === 'staff-concern' ? 'Oro' : 'Elevens önskan att prata',
      because: becauseCode(why.because),
      subjects: [studentId],
      at: now,
    });
  }
  return { ok: true, repeated };
}
