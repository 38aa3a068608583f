import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Actor, becauseCode, relationsTo, type Why, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { insertTalk } from '../store.ts';
import { checkTalk, type FieldProblem, type Outcome, type TalkDraft } from '../talk.ts';

/** What came of the wish to write down a talk. */
export type RecordedTalk =
  | {
      readonly ok: true;
      readonly talkId: number;
      readonly repeated: boolean;
      readonly heldOn: LocalDate;
      readonly outcome: Outcome;
    }
  | { readonly ok: false; readonly refused: Why }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Who writes, about whom, on what day and at what time. */
export interface RecordTalk {
  readonly actor: Actor;
  readonly studentId: number;
  readonly draft: TalkDraft;
  readonly today: LocalDate;
  readonly now: Date;
}

const savedBefore: FieldProblem = {
  field: 'requestKey',
  says: 'Ett samtal är redan sparat från det här formuläret, med annat innehåll. Spara igen om det här är ett samtal till.',
};

/**
 * Writes down a talk with a student and logs who wrote and why she could. Refuses whoever has no duty towards the
 * student, and a draft with something missing (all of it said). The same form sent twice is one talk; sent again with
 * something else in it, it is refused, since nothing of it would be kept.
 */
export async function recordTalk(
  tx: Tx,
  { actor, studentId, draft, today, now }: RecordTalk,
): Promise<RecordedTalk> {
  const why = whyMay(actor, 'talk.record', await relationsTo(tx, actor, studentId, today));
  if (!why.allowed) return { ok: false, refused: why };
  const talk = checkTalk(draft, today);
  if ('length' in talk) return { ok: false, problems: talk };
  const { talkId, repeated, differs } = await insertTalk(tx, { ...talk, studentId, heldBy: actor.personId });
  if (differs) return { ok: false, problems: [savedBefore] };
  if (!repeated) {
    record(tx, {
      actor,
      action: 'talk.record',
      what: 'Samtal',
      because: becauseCode(why.because),
      subjects: [studentId],
      detail: { talk: talkId },
      at: now,
    });
  }
  return { ok: true, talkId, repeated, heldOn: talk.heldOn, outcome: talk.outcome };
}
