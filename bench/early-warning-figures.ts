import type { ProcessType } from '../fixtures/generator/process.ts';
import type { SignalId } from '../modules/signals/rules/index.ts';
import type { LocalDate } from '../platform/local-date.ts';
import type { JudgedStudent, JudgedYear } from './early-warning-year.ts';

/** What a set of signals, taken as one case per student, comes to over a year. Shares are 0–1. */
export interface Figures {
  healthyFlagged: number;
  badPeriodFlagged: number;
  chronicFound: number;
  detection: number;
  /** Weeks with school from onset to first on, among gradual dropouts that were found. */
  latencyMedian: number;
  latencyP90: number;
  /** Weeks with school from first on to the student's leaving; null when nobody left. */
  leadMedian: number | null;
  precision: number;
  /** New alarms per 25 students and week with school. */
  alarms: number;
}

/** Who really needs somebody. Sudden leavers count neither way: nothing shows beforehand. */
const trueNeed: readonly ProcessType[] = [
  'kronisk hög',
  'gradvis avbrott',
  'akademiskt avbrott',
  'sjukdom och återgång',
  'socialt',
];

/** The figures of one year for signals taken together: a new alarm only when none of them was on. */
export function figuresOf(year: JudgedYear, signals: readonly SignalId[]): Figures {
  const cases = year.students.map((student) => ({ student, spans: spansOf(student, signals) }));
  const flagged = (type: ProcessType) =>
    shareOf(
      cases.filter((each) => each.student.type === type),
      (each) => each.spans.length > 0,
    );
  const found = cases
    .filter((each) => each.student.type === 'gradvis avbrott')
    .map((each) => timing(each.student, each.spans, year.mondays));
  const latencies = found.flatMap((each) => (each ? [each.latency] : [])).sort((a, b) => a - b);
  const leads = found
    .flatMap((each) => (each && each.lead !== null ? [each.lead] : []))
    .sort((a, b) => a - b);
  const alarmed = cases.filter((each) => each.spans.length > 0 && each.student.type !== 'plötsligt');
  return {
    healthyFlagged: flagged('stabil'),
    badPeriodFlagged: flagged('kort svacka'),
    chronicFound: flagged('kronisk hög'),
    detection: found.length === 0 ? 0 : latencies.length / found.length,
    latencyMedian: quantile(latencies, 0.5),
    latencyP90: quantile(latencies, 0.9),
    leadMedian: leads.length === 0 ? null : quantile(leads, 0.5),
    precision: shareOf(alarmed, (each) => trueNeed.includes(each.student.type)),
    alarms:
      (25 * cases.reduce((sum, each) => sum + each.spans.length, 0)) / cases.length / year.mondays.length,
  };
}

interface Span {
  since: LocalDate;
  /** Null while it lasts. */
  until: LocalDate | null;
}

/** The times at least one of the signals was on, overlapping ones joined. */
function spansOf(student: JudgedStudent, signals: readonly SignalId[]): Span[] {
  const episodes = student.signals
    .filter((each) => signals.includes(each.signal))
    .flatMap((each) => each.history);
  const spans: Span[] = [];
  for (const { since, until } of episodes.toSorted((a, b) => (a.since < b.since ? -1 : 1))) {
    const last = spans.at(-1);
    if (!last || (last.until !== null && since > last.until)) spans.push({ since, until });
    else if (last.until !== null && (until === null || until > last.until)) last.until = until;
  }
  return spans;
}

/** How long a gradual dropout went unseen, and how long was left; null when it never was seen from its onset on. */
function timing(student: JudgedStudent, spans: readonly Span[], mondays: readonly LocalDate[]) {
  const onset = student.onset!;
  const begins = mondays[onset]!;
  const hit = spans.find((each) => each.until === null || each.until > begins);
  if (!hit) return null;
  const on = hit.since <= begins ? onset : weekOf(hit.since, mondays);
  const left = student.exit !== null && student.exit < mondays.length ? student.exit : null;
  return { latency: on - onset, lead: left === null ? null : left - on };
}

function weekOf(day: LocalDate, mondays: readonly LocalDate[]): number {
  const at = mondays.findIndex((monday) => monday >= day);
  return at < 0 ? mondays.length : at;
}

function shareOf<T>(list: readonly T[], test: (each: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(test).length / list.length;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
