import { addDays, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { refreshStatistics } from '../../../platform/server/refresh-statistics.ts';
import { monthsBetween, type StagedLessons } from '../lesson-stage.ts';
import * as store from '../store-lessons.ts';
import {
  type ChangedWeek,
  removeEmptyWeeks,
  touchedMondays,
  touchedStudents,
  touchMoreWeeks,
  touchWeeks,
} from '../store-weeks.ts';
import { refreshWeeks } from './refresh-weeks.ts';

/** What became of the staged lessons. Every staged row is counted in exactly one of the first four. */
export interface MergedLessons {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The rows' numbers (as given to the stage) of lessons that stand several times with different content: none of them is read in. */
  readonly contradicting: readonly number[];
  /** Students with a lesson that was created or updated. */
  readonly students: readonly number[];
  /** How many of their weeks were computed anew. */
  readonly weeks: number;
  /** Those of them that stood before and changed most. */
  readonly changedWeeks: readonly ChangedWeek[];
}

/**
 * Merges staged lessons into attendance and computes the weeks they touch, inside the caller's transaction: afterwards
 * either all of it stands or nothing. A lesson is known by student, day, start and activity. Lessons that are not
 * staged are left alone; those to be taken away go first, and one that stood is counted as updated. Two merges of one
 * organiser wait for each other. `on` is today: what lies after it is planned.
 */
export async function mergeLessons(tx: Tx, staged: StagedLessons, on: LocalDate): Promise<MergedLessons> {
  const removing = staged.removals.length > 0;
  if (staged.count === 0 && !removing) return { ...nothingMerged, students: [], weeks: 0, changedWeeks: [] };
  await store.lockAttendance(tx);
  await tx.client.query('analyze lesson_stage');
  await store.planForMany(tx, staged.count);
  const removed = removing ? await store.removeLessons(tx, staged.removals) : [];
  const merged = staged.count > 0 ? await mergeStaged(tx, staged, on) : nothingMerged;
  if (staged.count === 0) await touchWeeks(tx, 'lesson_removed');
  else if (removing) await touchMoreWeeks(tx, 'lesson_removed');
  const { weeks, changed } = await refreshWeeks(tx, await touchedMondays(tx));
  if (removing) {
    await removeEmptyWeeks(tx);
    await store.findNewest(tx, on);
  }
  await store.planAsUsual(tx);
  return {
    ...merged,
    updated: merged.updated + removed.length,
    unchanged: merged.unchanged + staged.removals.length - removed.length,
    students: await touchedStudents(tx),
    weeks,
    changedWeeks: changed,
  };
}

const nothingMerged: Merged = { created: 0, updated: 0, unchanged: 0, contradicting: [] };

async function mergeStaged(tx: Tx, staged: StagedLessons, on: LocalDate): Promise<Merged> {
  const months = monthsBetween(staged.from, staged.to);
  for (const month of months) await store.ensureMonth(tx, month);
  const ids = {
    activities: await store.activityIds(tx, staged.activities),
    reasons: await store.reasonIds(tx, staged.reasons),
  };
  const period = { from: mondayOf(staged.from), to: addDays(mondayOf(staged.to), 6) };
  const merged = (await store.lessonsExist(tx, period))
    ? await mergeIntoExisting(tx, staged, ids)
    : await insertAll(tx, staged, ids);
  await store.noteNewest(tx, on);
  await refreshStatistics(tx, merged.created, await store.neverAnalyzed(tx, months));
  return merged;
}

type Merged = Pick<MergedLessons, 'created' | 'updated' | 'unchanged' | 'contradicting'>;

/**
 * Nothing stands in the period, so nothing has to be compared. That the file holds no lesson twice is found out by
 * inserting: looking first would cost a second sort of everything.
 */
async function insertAll(tx: Tx, staged: StagedLessons, ids: store.StageIds): Promise<Merged> {
  await tx.client.query('savepoint insert_all');
  let created = await store.insertStaged(tx, ids);
  let contradicting: readonly number[] = [];
  if (created < staged.count) {
    await tx.client.query('rollback to savepoint insert_all');
    contradicting = await store.removeContradicting(tx, 'lesson_stage');
    created = await store.insertStaged(tx, ids);
  }
  await touchWeeks(tx, 'lesson_stage');
  return { created, updated: 0, unchanged: staged.count - created - contradicting.length, contradicting };
}

async function mergeIntoExisting(tx: Tx, staged: StagedLessons, ids: store.StageIds): Promise<Merged> {
  await store.findChanges(tx, staged, ids);
  const contradicting = await store.removeContradicting(tx, 'lesson_change');
  const updated = await store.updateChanged(tx);
  const created = await store.insertChanged(tx);
  await touchWeeks(tx, 'lesson_change');
  return {
    created,
    updated,
    unchanged: staged.count - created - updated - contradicting.length,
    contradicting,
  };
}
