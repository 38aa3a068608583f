import type { Tx } from '../../../platform/server/db.ts';
import { undoChanges } from '../../../platform/server/undo-changes.ts';
import { takeAttendanceBack } from '../../attendance/index.ts';
import { record } from '../../audit/index.ts';
import { countVersionsUp, lockMerge, markParted, mergesDone, wholePersons } from '../../people/index.ts';
import { computeAnew, importsKeptOut, keptTables, oneAtATime } from '../kept.ts';
import { outOfReach } from '../rules/reach.ts';
import type { Doer } from './merge-persons.ts';

/**
 * What came of parting. `later-first`: somebody else has been merged into the same person since, and is parted first.
 * `in-use`: what would come back has been taken by something since, such as a log-in name.
 */
export type Parted =
  | { readonly ok: true; readonly repeated: boolean }
  | { readonly ok: false; readonly why: 'unknown' | 'busy' | 'later-first' | 'in-use' | 'refused' };

/**
 * Parts two persons who were merged: what moved goes back, as it is today. What has been written since the merge stays
 * with the one that stayed. The same again is answered as done.
 */
export async function partPersons(tx: Tx, mergeId: number, doer: Doer): Promise<Parted> {
  await oneAtATime(tx);
  const merge = await lockMerge(tx, mergeId);
  if (merge === undefined) return { ok: false, why: 'unknown' };
  if (merge === 'parted') return { ok: true, repeated: true };
  const [shown] = await mergesDone(tx, { most: 1, mergeId });
  const { stays, goes, changeSet } = merge;
  const persons = await wholePersons(tx, [stays], doer.on);
  const stayed = persons.get(stays);
  if (!shown || !stayed) return { ok: false, why: 'unknown' };
  if (shown.isMasked ? doer.reach !== null : outOfReach(doer.reach, [stayed]))
    return { ok: false, why: 'refused' };
  if (!shown.isLatest) return { ok: false, why: 'later-first' };
  if (!(await importsKeptOut(tx))) return { ok: false, why: 'busy' };
  const undone = await undoChanges(tx, changeSet, [...keptTables, ...(doer.later?.tables ?? [])]);
  if (!undone.undone) return { ok: false, why: 'in-use' };
  await takeAttendanceBack(tx, changeSet, { stays, goes });
  await markParted(tx, mergeId, { by: doer.actor.personId, at: doer.at });
  await countVersionsUp(tx, [stays, goes]);
  await computeAnew(tx, [stays, goes], doer.on);
  record(tx, {
    actor: doer.actor,
    action: 'person.part',
    what: 'Två personer som var ihopslagna',
    because: doer.because,
    subjects: [stays, goes],
    detail: { merge: mergeId, stays, goes },
    at: doer.at,
  });
  return { ok: true, repeated: false };
}
