import { epochDay, fromEpochDay, type LocalDate } from '../../../platform/local-date.ts';
import { daysOff, type SchoolCalendar } from '../../attendance/rules/index.ts';
import { limitsAt, ruleCards } from '../rules/index.ts';
import { followDays, followWeeks, policyOf, type RunTrack, type WeeklyTracks } from './attendance-tracks.ts';
import { concernEvidence, followConcerns } from './concerns-track.ts';
import { type Moment, shownThreshold, weeklyEvidence, withText } from './evidence.ts';
import { mentorTalkSignal } from './mentor-talk.ts';
import { runEvidence } from './run-evidence.ts';
import { signalOfTrack } from './signal-of-track.ts';
import { timeline } from './timeline.ts';
import type { Track } from './track.ts';
import type { EngineSettings, GroupWeeks, Signal, StudentFacts } from './types.ts';

const nothingStoodStill: ReadonlySet<number> = new Set();
const offDays = new WeakMap<SchoolCalendar, ReadonlySet<number>>();

/** The calendar's days without teaching as `epochDay`, worked out once per calendar. */
export function offDaysOf(calendar: SchoolCalendar): ReadonlySet<number> {
  const known = offDays.get(calendar) ?? daysOff(calendar);
  offDays.set(calendar, known);
  return known;
}

/**
 * The signals of one student on a day, in the catalogue's order: facts and day in, signals out. The same facts give the
 * same answer, and facts later than `on` never change it. Weekly rules are evaluated each Monday after a teaching week,
 * with the weeks up to that Sunday; N04, S17 and P18 (⚡) also on every day. `group` is the student's class, null = not
 * compared. Nothing to say (never on, and data enough to know) is an empty list.
 */
export function evaluate(
  facts: StudentFacts,
  on: LocalDate,
  settings: EngineSettings,
  group: GroupWeeks | null = null,
): readonly Signal[] {
  const off = offDaysOf(settings.calendar);
  const time = timeline(facts.weeks, epochDay(on), off, group?.stoodStill ?? nothingStoodStill);
  return evaluateTimeline({ facts, time, settings, group }, epochDay(on));
}

/** As `evaluate`, for a timeline that is already built. `on` as `epochDay`. */
export function evaluateTimeline(moment: Moment, on: number): readonly Signal[] {
  const { facts, time, settings, group } = moment;
  const weekly = followWeeks(time, settings, group);
  const days = followDays(time, on, settings);
  const concerns = followConcerns(facts, epochDay(settings.calendar.yearStart), on);
  const context = { facts, settings, on, cooling: false };
  const { shown } = concerns;
  const calls = callsForAction([weekly.n01, weekly.n02, weekly.n03, days.track, concerns.track]);
  const signals: (Signal | null)[] = [
    ...weeklySignals(moment, weekly, on),
    days.run &&
      signalOfTrack('N04', days.track, { ...context, evidence: () => runEvidenceOf(moment, days, on) }),
    shown &&
      signalOfTrack('S17', concerns.track, { ...context, evidence: () => concernEvidence(concerns, shown) }),
    mentorTalkSignal(facts, calls, on, settings, offDaysOf(settings.calendar)),
  ];
  return signals.filter((each) => each !== null);
}

function runEvidenceOf(moment: Moment, days: RunTrack, on: number) {
  return runEvidence(moment, days.run!, days.track, on);
}

function callsForAction(tracks: readonly Track[]): { since: number }[] {
  const calls: { since: number }[] = [];
  for (const track of tracks) {
    const since = track.open && track.level >= 2 ? track.sinceLevel(2) : null;
    if (since !== null) calls.push({ since });
  }
  return calls;
}

function weeklySignals(moment: Moment, weekly: WeeklyTracks, on: number): (Signal | null)[] {
  if (moment.time.count === moment.time.first) return [noLessonsYet(moment, on)];
  const limits = limitsAt(moment.settings.thresholds, on);
  const each = (signal: 'N01' | 'N02' | 'N03', track: Track) =>
    signalOfTrack(signal, track, {
      facts: moment.facts,
      settings: moment.settings,
      on,
      cooling: track.isCooling(policyOf(signal, limits)) && track.candidateLevel === 1,
      evidence: () => weeklyEvidence(moment, signal, weekly),
    });
  return [each('N01', weekly.n01), each('N02', weekly.n02), each('N03', weekly.n03)];
}

/** A week into the school year without one finished teaching week is said, not passed over. */
const saidAfterDays = 7;

function noLessonsYet(moment: Moment, on: number): Signal | null {
  const { facts, settings } = moment;
  const start = epochDay(
    facts.enrolledFrom && facts.enrolledFrom > settings.calendar.yearStart
      ? facts.enrolledFrom
      : settings.calendar.yearStart,
  );
  if (on < start + saidAfterDays) return null;
  const since = fromEpochDay(start);
  return {
    signal: 'N01',
    level: 0,
    state: 'otillräckligt underlag',
    since,
    levelSince: since,
    levelBefore: 0,
    rest: null,
    history: [],
    evidence: withText({
      value: 0,
      numerator: 0,
      denominator: 0,
      unit: 'percent',
      window: { from: since, to: fromEpochDay(on), weeks: 0 },
      threshold: shownThreshold(settings, 'N01.level1', 1, on),
      ownEarlier: null,
      groupMedian: null,
      rows: [],
      completeness: null,
      insufficient: 'lessons',
      ruleVersion: ruleCards.N01.version,
      firstTrue: null,
      details: { signal: 'N01', episodes: 0, invalidLessons: 0 },
    }),
  };
}
