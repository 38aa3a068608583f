import type { Tx } from '../../../platform/server/db.ts';
import type { UnitWeekSums } from '../queries/stored-sums.ts';
import { unitsOfStudents } from '../queries/units-of-students.ts';
import { weekPresence } from '../queries/week-presence.ts';
import type { ImportReport, StoryReport } from '../report.ts';
import { type MissingWeek, missingWeeks } from '../rules/missing-lessons.ts';
import {
  countDifferences,
  type Difference,
  type DifferenceCounts,
  tellingDifferences,
} from '../rules/telling-differences.ts';
import type { MissingThere, RosterResult } from './read-roster.ts';
import type { StepResult } from './step.ts';

/** What a run tells of itself besides its figures. */
export interface RunStory {
  /** Nobody was there before: there is nothing to hold it against. */
  readonly isFirst: boolean;
  /** The most telling differences, most serious first. */
  readonly differences: readonly Difference[];
  /** How many there are of each kind, told or not. */
  readonly counts: DifferenceCounts;
  readonly missing: readonly MissingThere[];
  /** Weeks of which the files hold far less than stands here. */
  readonly weeks: readonly MissingWeek[];
}

/** A story of a run that came to nothing. */
export const untold: RunStory = { isFirst: false, differences: [], counts: {}, missing: [], weeks: [] };

/** The story without persons, as the report has it. */
export function storyReport({ isFirst, counts, missing, weeks }: RunStory): StoryReport {
  return {
    isFirst,
    counts,
    weeks,
    missing: missing.map((unit) => ({ ...unit, missing: unit.missing.length })),
  };
}

/** Gathers what the steps of a run have to tell. */
export interface StoryTeller {
  add(result: StepResult | RosterResult): void;
  /** The story, when all has been read. */
  told(tx: Tx, isFirst: boolean, lessons: ReadLessonsOf): Promise<RunStory>;
}

/** Which lessons the run has read: from when to when, and their minutes. */
interface ReadLessonsOf {
  readonly period: ImportReport['period'];
  readonly sums: readonly UnitWeekSums[];
}

/** Begins a story. */
export function storyTeller(): StoryTeller {
  let differences: readonly Difference[] = [];
  let alike: DifferenceCounts = {};
  let missing: readonly MissingThere[] = [];
  return {
    add(result) {
      differences = [...differences, ...result.differences];
      alike = { ...alike, ...result.alike };
      if ('missing' in result) missing = result.missing;
    },
    async told(tx, isFirst, { period, sums }) {
      if (isFirst) return { ...untold, isFirst };
      const chosen = await withUnits(tx, tellingDifferences(differences));
      const weeks = period ? missingWeeks(await weekPresence(tx, sums), period) : [];
      return { isFirst, differences: chosen, counts: countDifferences(differences, alike), missing, weeks };
    },
  };
}

/** A grade and a week belong to the unit where the student is. */
async function withUnits(tx: Tx, differences: readonly Difference[]): Promise<readonly Difference[]> {
  const without = differences.filter((each) => each.unitId === null).map((each) => each.studentId);
  const units = await unitsOfStudents(tx, without);
  return differences.map((each) => ({ ...each, unitId: each.unitId ?? units.get(each.studentId) ?? null }));
}

/** Whether anybody is or was a student here. */
export async function anyStudent(tx: Tx): Promise<boolean> {
  const { rows } = await tx.client.query<{ any: boolean }>(
    'select exists (select from people.enrolment where organiser_id = $1) as any',
    [tx.organiser],
  );
  return rows[0]!.any;
}
