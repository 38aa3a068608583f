import { fromEpochDay } from '../../../platform/local-date.ts';
import { type Evidence, percentOf, ruleCards, thresholdOn } from '../rules/index.ts';
import { daysOfRun, type Run } from './absent-days.ts';
import { dayOrNull, type Moment, shownThreshold, withText } from './evidence.ts';
import type { Track } from './track.ts';
import type { StudentFacts } from './types.ts';

/** The evidence of N04: the run that last kept the signal on. */
export function runEvidence(moment: Moment, run: Run, track: Track, on: number): Evidence {
  const { rows, schoolDays } = daysOfRun(moment.time, run.from, run.to);
  const key =
    run.unknown > 0 && run.unknown === run.days && run.days < limitOfDays(moment, run.to)
      ? 'N04.unknown'
      : 'N04.days';
  return withText({
    value: run.days,
    numerator: run.days,
    denominator: null,
    unit: 'school-days',
    window: { from: fromEpochDay(run.from), to: fromEpochDay(run.to), weeks: null },
    threshold: shownThreshold(moment.settings, key, 2, run.to),
    ownEarlier: null,
    groupMedian: null,
    rows,
    completeness: percentOf(run.days, schoolDays),
    insufficient: null,
    ruleVersion: ruleCards.N04.version,
    firstTrue: dayOrNull(track.firstTrue),
    details: { signal: 'N04', reason: reasonOf(run), lastContact: lastContact(moment.facts, on) },
  });
}

function limitOfDays(moment: Moment, day: number): number {
  return thresholdOn(moment.settings.thresholds, 'N04.days', fromEpochDay(day)).value;
}

function reasonOf(run: Run): 'unknown' | 'partly-known' | 'known' {
  if (run.unknown === 0) return 'known';
  return run.unknown === run.days ? 'unknown' : 'partly-known';
}

function lastContact(facts: StudentFacts, on: number): string | null {
  const limit = fromEpochDay(on);
  let latest: string | null = null;
  for (const act of facts.acts) {
    if (act.kind.endsWith('talk') && act.on <= limit && (latest === null || act.on > latest)) latest = act.on;
  }
  return latest;
}
