import { fromEpochDay } from '../../../platform/local-date.ts';
import {
  type Evidence,
  type EvidenceRow,
  evidenceText,
  increaseOf,
  type Level,
  limitsAt,
  percentOf,
  ruleCards,
  type ShownThreshold,
  type ThresholdKey,
  thresholdOn,
  type WindowFacts,
} from '../rules/index.ts';
import { groupChange, smallestGroup, type WeeklyTracks } from './attendance-tracks.ts';
import { earlierWindow, evaluationDay, recentWindow, type Timeline } from './timeline.ts';
import type { Track } from './track.ts';
import type { EngineSettings, GroupLevel, GroupWeeks, StudentFacts } from './types.ts';

/** What the evidence of one student's signals is read from. */
export interface Moment {
  facts: StudentFacts;
  time: Timeline;
  settings: EngineSettings;
  group: GroupWeeks | null;
}

/** Writes the sentence into the evidence: from the object, and nothing else. */
export function withText(evidence: Omit<Evidence, 'text'>): Evidence {
  return { ...evidence, text: evidenceText(evidence) };
}

/** The day as text, null staying null. */
export function dayOrNull(day: number | null): string | null {
  return day === null ? null : fromEpochDay(day);
}

/** The limit that a text names, with who set it and from when. */
export function shownThreshold(
  settings: EngineSettings,
  key: ThresholdKey,
  level: Level,
  day: number,
): ShownThreshold {
  const { value, unit, setBy, from } = thresholdOn(settings.thresholds, key, fromEpochDay(day));
  return { key, value, level, unit, setBy, from };
}

/** The evidence of N01–N03 as the last evaluation saw it. */
export function weeklyEvidence(
  moment: Moment,
  signal: 'N01' | 'N02' | 'N03',
  tracks: WeeklyTracks,
): Evidence {
  const track = tracks[signal === 'N01' ? 'n01' : signal === 'N02' ? 'n02' : 'n03'];
  const { time, settings } = moment;
  const last = time.count - 1;
  const recent = recentWindow(time, last);
  const earlier = earlierWindow(time, last);
  const level = moment.group?.levels.get(evaluationDay(time, last));
  const lack = track.open || track.lackSince === null ? null : tracks.lack;
  const common = commonOf(moment, signal, recent, track, lack);
  const own = earlier && earlier.reported >= 40 ? percentOf(earlier.absent, earlier.reported) : null;
  const compared = { ...common, ownEarlier: own, groupMedian: medianOf(level) };
  if (signal === 'N01') return withText(highAbsence(compared, recent));
  if (signal === 'N02') return withText(invalidAbsence(common, recent, tracks, settings));
  return withText(increase(compared, recent, earlier, level));
}

type Draft = Omit<Evidence, 'text' | 'details'>;

function commonOf(
  moment: Moment,
  signal: 'N01' | 'N02' | 'N03',
  window: WindowFacts,
  track: Track,
  lack: Evidence['insufficient'],
): Draft {
  const key = `${signal}.level1` as ThresholdKey;
  return {
    value: percentOf(window.absent, window.reported),
    numerator: window.absent,
    denominator: window.reported,
    unit: 'percent',
    window: { from: fromEpochDay(window.from), to: fromEpochDay(window.to), weeks: window.weeks },
    threshold: shownThreshold(moment.settings, key, 1, window.to + 1),
    clearsBelow: limitsAt(moment.settings.thresholds, window.to + 1)[`${signal}.clear`],
    ownEarlier: null,
    groupMedian: null,
    rows: weekRows(moment.time, window),
    completeness: percentOf(window.reported, window.lessons),
    insufficient: lack,
    ruleVersion: ruleCards[signal].version,
    firstTrue: dayOrNull(track.firstTrue),
  };
}

function medianOf(level: GroupLevel | undefined): Evidence['groupMedian'] {
  if (!level || level.n < smallestGroup) return null;
  return { value: percentOf(level.median, 1), n: level.n };
}

function highAbsence(draft: Draft, window: WindowFacts): Omit<Evidence, 'text'> {
  return { ...draft, details: { signal: 'N01', episodes: window.episodes, invalidLessons: window.invalid } };
}

function invalidAbsence(
  draft: Draft,
  window: WindowFacts,
  tracks: WeeklyTracks,
  settings: EngineSettings,
): Omit<Evidence, 'text'> {
  const day = window.to + 1;
  const limit = shownThreshold(settings, 'N02.minutes', 2, day);
  const { month } = tracks;
  const reached =
    month.minutes >= limit.value &&
    month.days >= thresholdOn(settings.thresholds, 'N02.days', fromEpochDay(day)).value;
  return {
    ...draft,
    value: percentOf(window.invalid, window.reported),
    numerator: window.invalid,
    ...(reached ? { threshold: limit } : {}),
    details: { signal: 'N02', month: reached ? month : null },
  };
}

function increase(
  draft: Draft,
  recent: WindowFacts,
  earlier: WindowFacts | null,
  group: GroupLevel | undefined,
): Omit<Evidence, 'text'> {
  const change = groupChange(group);
  const points = earlier && earlier.reported > 0 ? increaseOf(recent, earlier, change) : 0;
  return {
    ...draft,
    value: Math.round(points * 10) / 10,
    unit: 'percentage-points',
    details: {
      signal: 'N03',
      earlier: earlier ? percentOf(earlier.absent, earlier.reported) : 0,
      groupChange: change === null ? null : Math.round(change * 1000) / 10,
      episodes: recent.episodes,
    },
  };
}

function weekRows(time: Timeline, window: WindowFacts): EvidenceRow[] {
  const rows: EvidenceRow[] = [];
  for (let i = 0; i < time.count; i++) {
    const week = time.weeks[time.at[i]!]!;
    const monday = time.mondays[time.at[i]!]!;
    if (monday < window.from || monday > window.to) continue;
    rows.push({
      kind: 'week',
      monday: week.monday,
      absent: week.absentLessons,
      invalid: week.invalidLessons,
      reported: week.reportedLessons,
      lessons: week.lessons,
    });
  }
  return rows;
}
