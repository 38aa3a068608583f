import type { WeekFacts } from './week-facts.ts';

/**
 * Which weeks go on with a run of absence from the last reported week before them: bytes, 1 = yes.
 * A week with nothing reported neither breaks nor begins a run.
 */
export function joinedWeeks(weeks: readonly WeekFacts[]): Uint8Array {
  const joined = new Uint8Array(weeks.length);
  let open = false;
  for (const [i, week] of weeks.entries()) {
    if (week.reportedLessons === 0) continue;
    if (open && week.startsAbsent) joined[i] = 1;
    open = week.endsAbsent;
  }
  return joined;
}

/** Separate occasions of absence in consecutive weeks: a run over a weekend or a break is one. */
export function episodesIn(weeks: readonly WeekFacts[]): number {
  const joined = joinedWeeks(weeks);
  return weeks.reduce((sum, week, i) => sum + week.episodesStarted - joined[i]!, 0);
}
