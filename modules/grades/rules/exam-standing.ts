import type { Course } from './exam-courses.ts';
import type { Requirement } from './exam-requirements.ts';
import { pointsUntil } from './exam-retakes.ts';

/** `met` now, `open` when what is planned is passed, `failed` until something is retaken, `unplanned` not even then. */
export type RequirementStatus = 'met' | 'open' | 'failed' | 'unplanned';

/** One requirement as it stands, with what can still meet it. */
export interface Standing {
  readonly requirement: Requirement;
  readonly status: RequirementStatus;
  /** Failed courses that could meet it; none when it is met or open. */
  readonly failed: readonly Course[];
  /** Courses planned or running that it waits for. */
  readonly open: readonly Course[];
  /** What the study plan does not hold. */
  readonly lacking: readonly string[];
  /** Points there now, and when everything in the plan is passed; 0 where points are not counted. */
  readonly points: number;
  readonly most: number;
}

const statuses = ['met', 'open', 'failed', 'unplanned'] as const;

/** How a requirement stands. A plan of fewer points than the requirement never meets `graded-points`. */
export function standingOf(
  requirement: Requirement,
  courses: readonly Course[],
  planPoints: number | null,
): Standing {
  const { slots, sum, name } = requirement;
  const stages = slots.map((slot) => {
    let stage = 3;
    for (const course of courses) if (course.stage < stage && slot.fits(course)) stage = course.stage;
    return stage;
  });
  const sums = sum ? [0, 1, 2].map((stage) => pointsUntil(courses, sum, stage)) : [];
  const enough = sum ? sums.findIndex((points) => points >= sum.need) : 0;
  const tooSmall = sum && name === 'graded-points' && planPoints !== null && planPoints < sum.need;
  const worst = Math.max(0, ...stages, enough < 0 || tooSmall ? 3 : enough);
  const short = slots.filter((_, index) => stages[index]! > 0);
  const counts = (course: Course) =>
    short.some((slot) => slot.fits(course)) || (sum !== undefined && (sum.stage(course) ?? 0) > 0);
  return {
    requirement,
    status: statuses[worst]!,
    failed: worst >= 2 ? courses.filter((course) => course.stage === 2 && counts(course)) : [],
    open:
      worst >= 1 ? courses.filter((course) => course.own === 1 && course.stage > 0 && counts(course)) : [],
    lacking: slots.filter((_, index) => stages[index] === 3).map(({ label }) => label),
    points: sums[0] ?? 0,
    most: tooSmall ? Math.min(planPoints, sums[2] ?? 0) : (sums[2] ?? 0),
  };
}
