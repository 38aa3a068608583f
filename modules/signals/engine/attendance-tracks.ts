import {
  type Check,
  checkN01,
  checkN02,
  checkN03,
  checkN04,
  type Insufficient,
  type InvalidMonth,
  isInsufficient,
  type Limits,
  limitsAt,
} from '../rules/index.ts';
import { type Run, walkAbsentDays } from './absent-days.ts';
import { InvalidMonths } from './invalid-months.ts';
import { earlierWindow, evaluationDay, recentWindow, type Timeline, windowWeeks } from './timeline.ts';
import { type Policy, Track } from './track.ts';
import type { EngineSettings, GroupLevel, GroupWeeks } from './types.ts';

/** Fewest students of a group that may be compared with (signals.md: group median, n ≥ 10). */
export const smallestGroup = 10;

/** N01–N03 followed from the start of the school year to a day, with what the last evaluation saw. */
export interface WeeklyTracks {
  n01: Track;
  n02: Track;
  n03: Track;
  month: InvalidMonth;
  lack: Insufficient['insufficient'] | null;
}

/** Evaluates each Monday after a teaching week: a break confirms nothing and clears nothing. */
export function followWeeks(
  time: Timeline,
  settings: EngineSettings,
  group: GroupWeeks | null,
): WeeklyTracks {
  const tracks: WeeklyTracks = {
    n01: new Track(),
    n02: new Track(),
    n03: new Track(),
    month: { month: '', minutes: 0, days: 0 },
    lack: null,
  };
  const months = new InvalidMonths();
  let added = time.firstWeek;
  for (let i = time.first; i < time.count; i++) {
    for (; added <= time.at[i]!; added++) months.add(time.weeks[added]!, time.mondays[added]!);
    const day = evaluationDay(time, i);
    const limits = limitsAt(settings.thresholds, day);
    tracks.month = months.judged(day, limits);
    evaluateWeek(tracks, time, i, limits, group?.levels.get(day));
  }
  return tracks;
}

function evaluateWeek(
  tracks: WeeklyTracks,
  time: Timeline,
  i: number,
  limits: Limits,
  group?: GroupLevel,
): void {
  const day = evaluationDay(time, i);
  const recent = recentWindow(time, i);
  const n01 = checkN01(recent, limits);
  tracks.lack = isInsufficient(n01) ? n01.insufficient : null;
  advance(tracks.n01, day, n01, policyOf('N01', limits));
  advance(tracks.n02, day, checkN02(recent, tracks.month, limits), policyOf('N02', limits));
  const full = recent.weeks === windowWeeks.recent;
  const earlier = full ? earlierWindow(time, i) : null;
  const n03 = checkN03({ recent, earlier, groupChange: groupChange(group) }, limits);
  advance(tracks.n03, day, n03, policyOf('N03', limits));
}

/** The class's change of share between the two windows, 0–1; null when fewer than ten can be compared. */
export function groupChange(group: GroupLevel | undefined): number | null {
  if (!group || group.n < smallestGroup || group.earlier === null) return null;
  return group.median - group.earlier;
}

function advance(track: Track, day: number, answer: Check | Insufficient, policy: Policy): void {
  if (!isInsufficient(answer)) track.step(day, answer.level, answer.clear, policy);
  else if (answer.insufficient === 'earlier') track.wait();
  else track.skip(day);
}

/** Confirmation and clearing twice, level 3 at once, each signal's own cool-down. */
export function policyOf(signal: 'N01' | 'N02' | 'N03', limits: Limits): Policy {
  const confirm = limits['common.confirm'];
  return { confirm, clears: 2, coolDown: limits[`${signal}.coolDown`], atOnceFrom: 3, holds: false };
}

const atOnce: Policy = { confirm: 1, clears: 1, coolDown: 0, atOnceFrom: 1, holds: true };

/** N04 followed day by day, with the run that last kept it on. */
export interface RunTrack {
  track: Track;
  run: Run | null;
}

/** ⚡ Evaluates every reported school day up to and including `on`. */
export function followDays(time: Timeline, on: number, settings: EngineSettings): RunTrack {
  const followed: RunTrack = { track: new Track(), run: null };
  const { track } = followed;
  walkAbsentDays(time, on, (day, run) => {
    if (run.days === 0 && !track.open) return;
    const { level, clear } = checkN04(run, limitsAt(settings.thresholds, day));
    if (level > 0) followed.run = { ...run };
    if (level > 0 || track.open) track.step(day, level, clear, atOnce);
  });
  return followed;
}
