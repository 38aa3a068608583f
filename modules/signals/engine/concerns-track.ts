import { epochDay, type LocalDate } from '../../../platform/local-date.ts';
import { concernLevel, type Evidence, ruleCards } from '../rules/index.ts';
import { dayOrNull, withText } from './evidence.ts';
import { type Policy, Track } from './track.ts';
import type { ConcernFact, StudentFacts } from './types.ts';

const atOnce: Policy = { confirm: 1, clears: 1, coolDown: 0, atOnceFrom: 1, holds: false };

/** S17 followed: ⚡ on the day something is raised, off when all is handled. `shown` is what the evidence names. */
export interface ConcernTrack {
  track: Track;
  open: readonly ConcernFact[];
  shown: ConcernFact | null;
}

/** Follows the concerns raised from the start of the school year up to and including `on`. */
export function followConcerns(facts: StudentFacts, yearStart: number, on: number): ConcernTrack {
  const known = facts.concerns
    .filter((each) => epochDay(each.raised) <= on && (closedOn(each, facts) ?? on) >= yearStart)
    .toSorted((a, b) => (a.raised < b.raised ? -1 : a.raised > b.raised ? 1 : a.id - b.id));
  const track = new Track();
  for (const day of turningDays(known, facts, on)) {
    const open = known.filter((each) => isOpen(each, facts, day));
    const level = worstOf(open);
    if (level > 0 || track.open) track.step(day, level, level === 0, atOnce);
  }
  const open = known.filter((each) => isOpen(each, facts, on));
  return { track, open, shown: worstFirst(open) ?? known.at(-1) ?? null };
}

function turningDays(known: readonly ConcernFact[], facts: StudentFacts, on: number): number[] {
  const days = new Set<number>();
  for (const each of known) {
    days.add(epochDay(each.raised));
    const closed = closedOn(each, facts);
    if (closed !== null && closed <= on) days.add(closed);
  }
  return [...days].sort((a, b) => a - b);
}

/** A concern is closed on the day it is handled, or a talk is held and documented after it was raised. */
function closedOn(concern: ConcernFact, facts: StudentFacts): number | null {
  let day: LocalDate | null = concern.handled;
  for (const act of facts.acts) {
    const talk = act.kind === 'mentor-talk' || act.kind === 'other-talk';
    if (talk && act.on >= concern.raised && (day === null || act.on < day)) day = act.on;
  }
  return day === null ? null : epochDay(day);
}

function isOpen(concern: ConcernFact, facts: StudentFacts, on: number): boolean {
  const closed = closedOn(concern, facts);
  return epochDay(concern.raised) <= on && (closed === null || closed > on);
}

function worstOf(open: readonly ConcernFact[]): 0 | 1 | 2 | 3 {
  const worst = worstFirst(open);
  return worst === null ? 0 : concernLevel[worst.kind];
}

function worstFirst(open: readonly ConcernFact[]): ConcernFact | null {
  let worst: ConcernFact | null = null;
  for (const each of open)
    if (worst === null || concernLevel[each.kind] >= concernLevel[worst.kind]) worst = each;
  return worst;
}

/** The evidence of S17: who said what and when; every open concern is a row. */
export function concernEvidence(followed: ConcernTrack, shown: ConcernFact): Evidence {
  const rows = followed.open.length > 0 ? followed.open : [shown];
  return withText({
    value: followed.open.length,
    numerator: null,
    denominator: null,
    unit: 'count',
    window: { from: rows[0]!.raised, to: shown.raised, weeks: null },
    threshold: null,
    ownEarlier: null,
    groupMedian: null,
    rows: rows.map((each) => ({ kind: 'concern', id: each.id, raised: each.raised })),
    completeness: null,
    insufficient: null,
    ruleVersion: ruleCards.S17.version,
    firstTrue: dayOrNull(followed.track.firstTrue) ?? shown.raised,
    details: { signal: 'S17', kind: shown.kind, role: shown.role, area: shown.area, raised: shown.raised },
  });
}
