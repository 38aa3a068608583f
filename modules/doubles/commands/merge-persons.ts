import type { LocalDate } from '../../../platform/local-date.ts';
import { nextChangeSet } from '../../../platform/server/change-set.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Actor } from '../../access/index.ts';
import { moveAttendance } from '../../attendance/index.ts';
import { record } from '../../audit/index.ts';
import { moveConcerns } from '../../concerns/index.ts';
import { moveTalks } from '../../coordination/index.ts';
import { moveGrades } from '../../grades/index.ts';
import { moveLogIns } from '../../identity/index.ts';
import {
  joinPersons,
  type MovePerson,
  mergedInto,
  movePerson,
  recordMerge,
  storedPersons,
} from '../../people/index.ts';
import { moveRoutines } from '../../rule-book/index.ts';
import { moveSignals } from '../../signals/index.ts';
import { computeAnew, importsKeptOut, type LaterRows, oneAtATime } from '../kept.ts';
import { proposalOf } from '../queries/likely-doubles.ts';
import type { Reach } from '../rules/reach.ts';

/** Who does it, how far they may, and when. */
export interface Doer {
  readonly actor: Pick<Actor, 'personId'>;
  /** The code of the reason that they may. */
  readonly because: string;
  readonly reach: Reach;
  readonly on: LocalDate;
  readonly at: Date;
  /** What modules below this one move besides. */
  readonly later?: LaterRows | undefined;
}

/** The two as the page showed them: which stays, and the version of each. */
export interface AskedMerge extends MovePerson {
  readonly versions: Readonly<Record<keyof MovePerson, number>>;
}

/**
 * What came of it. `busy`: files are being read in. `changed`: the two are not as the page showed them any more, and
 * nothing was done. `refused`: not by this person.
 */
export type Merged =
  | { readonly ok: true; readonly stays: number; readonly repeated: boolean }
  | { readonly ok: false; readonly why: 'busy' | 'changed' | 'refused' };

/**
 * Makes one of two persons who are proposed as one, as one set of changes: every module gives the rows of the one that
 * goes to the one that stays, and the signals are computed anew. The same again is answered as done. Nothing in the log
 * changes.
 */
export async function mergePersons(tx: Tx, asked: AskedMerge, doer: Doer): Promise<Merged> {
  const { stays, goes } = asked;
  await oneAtATime(tx);
  if ((await mergedInto(tx, goes)) === stays) return { ok: true, stays, repeated: true };
  if (!(await importsKeptOut(tx))) return { ok: false, why: 'busy' };
  const stored = await storedPersons(tx, [stays, goes]);
  const asShown = (['stays', 'goes'] as const).every(
    (each) => stored.get(asked[each])?.version === asked.versions[each],
  );
  if (!asShown) return { ok: false, why: 'changed' };
  const proposal = await proposalOf(tx, { one: stays, other: goes }, doer.reach, doer.on);
  if (proposal?.stays.personId !== stays) return { ok: false, why: 'changed' };
  if (proposal.outOfReach) return { ok: false, why: 'refused' };
  const changeSet = await nextChangeSet(tx);
  await moveAll({ ...tx, changeSet }, changeSet, { stays, goes }, doer.later);
  const mergeId = await recordMerge(tx, {
    stays,
    goes,
    changeSet,
    by: doer.actor.personId,
    at: doer.at,
  });
  await computeAnew(tx, [stays], doer.on);
  record(tx, {
    actor: doer.actor,
    action: 'person.merge',
    what: 'Två personer som är en',
    because: doer.because,
    subjects: [stays, goes],
    detail: { merge: mergeId, stays, goes },
    at: doer.at,
  });
  return { ok: true, stays, repeated: false };
}

/** The person last: the database refuses to take her away while anything still names her. */
async function moveAll(
  tx: Tx,
  changeSet: number,
  ids: MovePerson,
  later: LaterRows | undefined,
): Promise<void> {
  await moveAttendance(tx, changeSet, ids);
  for (const move of [moveGrades, moveTalks, moveConcerns, moveSignals, moveRoutines, moveLogIns])
    await move(tx, ids);
  await later?.move(tx, ids);
  await movePerson(tx, ids);
  await joinPersons(tx, ids);
}
