import type { Course } from './exam-courses.ts';
import type { PointSum, Requirement } from './exam-requirements.ts';

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
  const points = sum ? pointsByStage(courses, sum) : noPoints;
  const tooSmall =
    sum !== undefined && name === 'graded-points' && planPoints !== null && planPoints < sum.need;
  let worst = tooSmall ? 3 : sum ? firstEnough(points, sum.need) : 0;
  for (const slot of slots) worst = Math.max(worst, stageOf(slot.bit, courses));
  const most = tooSmall ? Math.min(planPoints, points[2]) : points[2];
  const standing = { requirement, status: statuses[worst]!, points: points[0], most };
  if (worst === 0) return { ...standing, failed: [], open: [], lacking: [] };
  const short = slots.filter(({ bit }) => stageOf(bit, courses) > 0);
  const bits = short.reduce((all, { bit }) => all | bit, 0);
  const counts = (course: Course) =>
    (course.slots & bits) !== 0 || (sum !== undefined && (sum.stage(course) ?? 0) > 0);
  return {
    ...standing,
    failed: worst >= 2 ? courses.filter((course) => course.stage === 2 && counts(course)) : [],
    open: courses.filter((course) => course.own === 1 && course.stage > 0 && counts(course)),
    lacking: short.filter(({ bit }) => stageOf(bit, courses) === 3).map(({ label }) => label),
  };
}

/** The first stage at which a slot is filled; 3 when nothing fits it. */
function stageOf(bit: number, courses: readonly Course[]): number {
  let stage = 3;
  for (const course of courses) if ((course.slots & bit) !== 0 && course.stage < stage) stage = course.stage;
  return stage;
}

type ByStage = readonly [now: number, whenOpenIsPassed: number, whenAllIsPassed: number];
const noPoints: ByStage = [0, 0, 0];

function firstEnough(points: ByStage, need: number): number {
  if (points[0] >= need) return 0;
  if (points[1] >= need) return 1;
  return points[2] >= need ? 2 : 3;
}

/** The points that count at each stage. */
export function pointsByStage(courses: readonly Course[], sum: PointSum): ByStage {
  let now = 0;
  let open = 0;
  let failed = 0;
  for (const course of courses) {
    const stage = sum.stage(course);
    if (stage === 0) now += course.points;
    else if (stage === 1) open += course.points;
    else if (stage === 2) failed += course.points;
  }
  return [now, now + open, now + open + failed];
}
