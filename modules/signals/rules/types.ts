import type { LocalDate } from '../../../platform/local-date.ts';
import type { ThresholdKey, ThresholdRow } from './thresholds.ts';

/** The signals that exist so far (signals.md 3.1). */
export const signalIds = ['N01', 'N02', 'N03', 'N04', 'S17', 'P18'] as const;

/** The signal's number in the catalogue. */
export type SignalId = (typeof signalIds)[number];

/** N attendance, A work, R results, S social, P the school's own process (never adds to a student's situation). */
export type Family = 'N' | 'A' | 'R' | 'S' | 'P';

/** 1 bevaka, 2 agera, 3 akut. */
export type Level = 1 | 2 | 3;

/** A law or practice that a rule stands on. `verified`: the text itself was read, as law.md marks it. */
export interface Citation {
  text: string;
  source: string;
  verified: boolean;
}

/** What a person reads about a rule: the answer to "Så räknas signalen". */
export interface RuleCard {
  id: SignalId;
  family: Family;
  version: string;
  name: string;
  /** What it means, in Swedish, for the one who reads the signal. */
  means: string;
  /** The rule in words, in Swedish, limits apart. */
  rule: string;
  citations: readonly Citation[];
  thresholds: readonly ThresholdKey[];
}

/** What a rule says of one student's one moment. `clear`: the lower bar for switching off is met. */
export interface Check {
  level: 0 | Level;
  clear: boolean;
}

/** Too little to judge on: neither good nor bad. `lessons`: too few reported; `reporting`: too large a part unreported. */
export interface Insufficient {
  insufficient: 'lessons' | 'reporting' | 'earlier';
}

/** Sums over the teaching weeks of a window. Days are `epochDay`; `to` is the Sunday of the last week. */
export interface WindowFacts {
  weeks: number;
  from: number;
  to: number;
  lessons: number;
  reported: number;
  absent: number;
  invalid: number;
  episodes: number;
}

/** One source row, or a group of them: a week's lessons, a day, a registered concern. */
export type EvidenceRow =
  | { kind: 'week'; monday: LocalDate; absent: number; invalid: number; reported: number; lessons: number }
  | { kind: 'day'; day: LocalDate; invalidMinutes: number }
  | { kind: 'absent-day'; day: LocalDate; reasonKnown: boolean }
  | { kind: 'concern'; id: number; raised: LocalDate };

/** The limit that the text names. `setBy`: the catalogue, or the organiser's own row. */
export interface ShownThreshold {
  key: ThresholdKey;
  value: number;
  level: Level;
  unit: ThresholdRow['unit'];
  setBy: ThresholdRow['setBy'];
  from: LocalDate;
}

/** What only this signal can say; the sentence is written from here and from the common part. */
export type EvidenceDetails =
  | { signal: 'N01'; episodes: number; invalidLessons: number }
  | { signal: 'N02'; month: { month: string; minutes: number; days: number } | null }
  | { signal: 'N03'; earlier: number; groupChange: number | null; episodes: number }
  | { signal: 'N04'; reason: 'unknown' | 'partly-known' | 'known'; lastContact: LocalDate | null }
  | {
      signal: 'S17';
      kind: 'wish-to-talk' | 'thinks-of-quitting' | 'unsafe' | 'staff-concern';
      role: string | null;
      area: string | null;
      raised: LocalDate;
    }
  | { signal: 'P18'; lastTalk: LocalDate | null; signalSince: LocalDate | null; on: LocalDate };

/**
 * The same for all signals: what was counted, against what, since when. Shares are percent with one decimal.
 * `text` is written from the rest of the object and nothing else.
 */
export interface Evidence {
  value: number;
  numerator: number | null;
  denominator: number | null;
  unit: 'percent' | 'percentage-points' | 'minutes' | 'school-days' | 'days' | 'count';
  window: { from: LocalDate; to: LocalDate; weeks: number | null };
  threshold: ShownThreshold | null;
  /** The lower bar: told when a signal is on though its value has fallen below the limit. */
  clearsBelow?: number;
  ownEarlier: number | null;
  groupMedian: { value: number; n: number } | null;
  rows: readonly EvidenceRow[];
  /** Reported lessons of all lessons in the window, percent; null where lessons are not counted. */
  completeness: number | null;
  insufficient: Insufficient['insufficient'] | null;
  ruleVersion: string;
  firstTrue: LocalDate | null;
  details: EvidenceDetails;
  text: string;
}
