import { epochDay, fromEpochDay, type LocalDate } from '../../../platform/local-date.ts';
import { afterTermDays, isWeekend, termOf } from '../../attendance/rules/index.ts';
import {
  type Evidence,
  type Level,
  levelOfP18,
  limitsAt,
  ruleCards,
  type TalkClock,
} from '../rules/index.ts';
import { shownThreshold, withText } from './evidence.ts';
import type { EngineSettings, Signal, StudentFacts } from './types.ts';

/** A signal that asks for action: since when it has been level 2 or more (`epochDay`). */
export interface CallForAction {
  since: number;
}

/** P18 as it stands on `on` (`epochDay`), or null. Off until a clock rings; a talk starts both again. */
export function mentorTalkSignal(
  facts: StudentFacts,
  calls: readonly CallForAction[],
  on: number,
  settings: EngineSettings,
  off: ReadonlySet<number>,
): Signal | null {
  const reading = readClocks(facts, calls, on, settings, off);
  const level = levelOfP18(reading.clock, on);
  if (level === 0) return null;
  const since = sinceOf(reading.clock, on);
  const refuted = facts.feedback.findLast(
    (each) => each.signal === 'P18' && epochDay(each.given) >= since && epochDay(each.given) <= on,
  );
  const day = fromEpochDay(since);
  return {
    signal: 'P18',
    level,
    state: refuted ? 'fel' : 'aktiv',
    since: day,
    levelSince: day,
    levelBefore: levelOfP18(reading.clock, on - 28),
    rest: refuted ? { by: 'feedback', id: refuted.id, on: refuted.given, until: null } : null,
    history: [{ since: day, until: null, level }],
    evidence: talkEvidence(reading, level, since, on, settings),
  };
}

interface Reading {
  clock: TalkClock;
  lastTalk: LocalDate | null;
  from: number;
  signalSince: number | null;
  firstAutumn: boolean;
}

function readClocks(
  facts: StudentFacts,
  calls: readonly CallForAction[],
  on: number,
  settings: EngineSettings,
  off: ReadonlySet<number>,
): Reading {
  const today = fromEpochDay(on);
  const lastTalk = lastMentorTalk(facts, today);
  const term = termOf(today, settings.calendar);
  const firstAutumn = term.autumn && facts.yearOfProgramme === 1;
  const limits = limitsAt(settings.thresholds, on);
  const days = limits[firstAutumn ? 'P18.daysFirstAutumn' : 'P18.days'];
  const countable = latestOf(settings.calendar.yearStart, facts.enrolledFrom, settings.talksKnownFrom);
  const from = epochDay(latestOf(countable, lastTalk));
  const inTerm = epochDay(latestOf(countable, term.from));
  const waiting = calls
    .filter((call) => lastTalk === null || epochDay(lastTalk) < call.since)
    .map((call) => call.since);
  const signalSince = waiting.length > 0 ? Math.min(...waiting) : null;
  const clock: TalkClock = {
    dueByTime: epochDay(afterTermDays(from, days, off)),
    dueInTerm: epochDay(afterTermDays(inTerm, days, off)),
    dueBySignal: signalSince === null ? null : afterSchoolDays(signalSince, limits['P18.schoolDays'], off),
    talkedThisTerm: lastTalk !== null && lastTalk >= term.from,
  };
  return { clock, lastTalk, from, signalSince, firstAutumn };
}

function lastMentorTalk(facts: StudentFacts, today: LocalDate): LocalDate | null {
  let last: LocalDate | null = null;
  for (const act of facts.acts) {
    if (act.kind === 'mentor-talk' && act.on <= today && (last === null || act.on > last)) last = act.on;
  }
  return last;
}

function latestOf(first: LocalDate, ...others: (LocalDate | null)[]): LocalDate {
  return others.reduce<LocalDate>((latest, day) => (day !== null && day > latest ? day : latest), first);
}

function afterSchoolDays(from: number, count: number, off: ReadonlySet<number>): number {
  let day = from;
  for (let left = count; left > 0; ) {
    day += 1;
    if (!isWeekend(day) && !off.has(day)) left -= 1;
  }
  return day;
}

function sinceOf(clock: TalkClock, on: number): number {
  const rung = [clock.dueByTime, clock.dueBySignal ?? Number.POSITIVE_INFINITY].filter((day) => day <= on);
  return Math.min(...rung);
}

function talkEvidence(
  reading: Reading,
  level: Level,
  since: number,
  on: number,
  settings: EngineSettings,
): Evidence {
  const { clock, lastTalk, from, signalSince } = reading;
  const byTime = on >= clock.dueByTime;
  const key = byTime ? (reading.firstAutumn ? 'P18.daysFirstAutumn' : 'P18.days') : 'P18.schoolDays';
  return withText({
    value: on - from,
    numerator: null,
    denominator: null,
    unit: 'days',
    window: { from: fromEpochDay(from), to: fromEpochDay(on), weeks: null },
    threshold: shownThreshold(settings, key, level, on),
    ownEarlier: null,
    groupMedian: null,
    rows: [],
    completeness: null,
    insufficient: null,
    ruleVersion: ruleCards.P18.version,
    firstTrue: fromEpochDay(since),
    details: {
      signal: 'P18',
      lastTalk,
      signalSince: signalSince === null ? null : fromEpochDay(signalSince),
      on: fromEpochDay(on),
    },
  });
}
