import { addDays, epochDay, type LocalDate, mondayOf } from '../../platform/local-date.ts';
import type { WeekFacts } from '../attendance/index.ts';
import { orderParts, orderRank, type Signal, type StudentFacts, strengths } from './engine/index.ts';
import { recentWindow, timeline } from './engine/timeline.ts';
import { insufficiency, type Limits, ruleCards } from './rules/index.ts';

/** What lists and dashboards read of a student: one row, computed where the signals are, so that figures agree. */
export interface Indicator {
  readonly studentId: number;
  readonly absentLessons: number;
  readonly reportedLessons: number;
  readonly offeredLessons: number;
  /** 0–1; null when the minimum evidence is not met. */
  readonly absentShare: number | null;
  /** Tenths of a percent for eight calendar weeks, -1 for a week without reported lessons. */
  readonly weekShares: readonly number[];
  readonly weeksFrom: LocalDate;
  readonly rank: number;
  readonly topLevel: number;
  readonly openSignals: readonly string[];
  readonly headline: string;
  readonly strengths: readonly string[];
  readonly lastTalkOn: LocalDate | null;
}

/** The grades of one course in the order of time, for what goes well. */
export interface CourseGrades {
  readonly name: string;
  readonly grades: readonly string[];
}

const shownWeeks = 8;

/** The indicator of one student on a day. `off` and `still` are days and weeks without teaching, as the engine counts them. */
export function indicatorOf(
  studentId: number,
  facts: StudentFacts,
  signals: readonly Signal[],
  context: {
    readonly on: LocalDate;
    readonly yearStart: LocalDate;
    readonly limits: Limits;
    readonly off: ReadonlySet<number>;
    readonly stoodStill: ReadonlySet<number>;
    readonly courses: readonly CourseGrades[];
  },
): Indicator {
  const { on, limits } = context;
  const time = timeline(facts.weeks, epochDay(on), context.off, context.stoodStill);
  const window = time.count > time.first ? recentWindow(time, time.count - 1) : null;
  const enough = window !== null && insufficiency(window, limits) === null;
  const open = signals.filter((each) => ['aktiv', 'kvitterad', 'fel'].includes(each.state));
  const active = open.filter((each) => each.state === 'aktiv' && ruleCards[each.signal].family !== 'P');
  const top = active.toSorted((a, b) => b.level - a.level)[0];
  return {
    studentId,
    absentLessons: window?.absent ?? 0,
    reportedLessons: window?.reported ?? 0,
    offeredLessons: window?.lessons ?? 0,
    absentShare: enough ? window.absent / window.reported : null,
    ...lastWeeks(facts.weeks, on),
    rank: active.length > 0 ? orderRank(orderParts(signals, on)) : 0,
    topLevel: top?.level ?? 0,
    openSignals: open.map((each) => each.signal),
    headline: top ? firstSentence(top.evidence.text) : '',
    strengths: strengths({
      courses: [],
      attendance: window && enough ? { reported: window.reported, absent: window.absent } : null,
      subjects: context.courses,
      noLateWeeks: enough ? weeksOnTime(facts.weeks, on, context.yearStart) : 0,
    }).map((each) => each.text),
    lastTalkOn: facts.acts.reduce<LocalDate | null>(
      (last, each) => (last && last > each.on ? last : each.on),
      null,
    ),
  };
}

function firstSentence(text: string): string {
  const end = /\.(?=\s|$)/.exec(text);
  return end ? text.slice(0, end.index) : text;
}

function lastWeeks(weeks: readonly WeekFacts[], on: LocalDate): Pick<Indicator, 'weekShares' | 'weeksFrom'> {
  const weeksFrom = addDays(mondayOf(on), -7 * shownWeeks);
  const byMonday = new Map(weeks.map((week) => [week.monday, week]));
  const weekShares = Array.from({ length: shownWeeks }, (_, index) => {
    const week = byMonday.get(addDays(weeksFrom, 7 * index));
    return week && week.reportedLessons > 0
      ? Math.round((1000 * week.absentLessons) / week.reportedLessons)
      : -1;
  });
  return { weekShares, weeksFrom };
}

/** Taught weeks of the school year without a late arrival, counted back from `on`. */
function weeksOnTime(weeks: readonly WeekFacts[], on: LocalDate, yearStart: LocalDate): number {
  let count = 0;
  for (let i = weeks.length - 1; i >= 0; i--) {
    const week = weeks[i]!;
    if (week.monday < mondayOf(yearStart)) break;
    if (week.monday > on || week.reportedLessons === 0) continue;
    if (week.lateLessons > 0) break;
    count += 1;
  }
  return count;
}
