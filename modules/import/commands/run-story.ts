import type { Tx } from '../../../platform/server/db.ts';
import { unitsOfStudents } from '../queries/units-of-students.ts';
import type { StoryReport } from '../report.ts';
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
}

/** A story of a run that came to nothing. */
export const untold: RunStory = { isFirst: false, differences: [], counts: {}, missing: [] };

/** The story without persons, as the report has it. */
export function storyReport({ isFirst, counts, missing }: RunStory): StoryReport {
  return {
    isFirst,
    counts,
    missing: missing.map((unit) => ({ ...unit, missing: unit.missing.length })),
  };
}

/** Gathers what the steps of a run have to tell. */
export interface StoryTeller {
  add(result: StepResult | RosterResult): void;
  /** The story, when all has been read. */
  told(tx: Tx, isFirst: boolean): Promise<RunStory>;
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
    async told(tx, isFirst) {
      if (isFirst) return { ...untold, isFirst };
      const chosen = await withUnits(tx, tellingDifferences(differences));
      return { isFirst, differences: chosen, counts: countDifferences(differences, alike), missing };
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
