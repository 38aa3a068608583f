import type { LocalDate } from '../../../platform/local-date.ts';
import type { SchoolCalendar, WeekFacts } from '../../attendance/rules/index.ts';
import type { ThresholdRow } from '../rules/thresholds.ts';
import type { Evidence, Level, SignalId } from '../rules/types.ts';

/**
 * Everything the engine may know about a student. The list is closed: background (sex, birth country, mother tongue,
 * address, parents), health, social services and free text have no place to stand. `facts-are-closed.test.ts` keeps it so.
 */
export interface StudentFacts {
  /** First day at the school unit; null when not known. */
  enrolledFrom: LocalDate | null;
  /** Year of the programme, 1–3 (4); null when not known. */
  yearOfProgramme: number | null;
  /** In the order of time, at most one row a Monday. Earlier school years may stand before this one's. */
  weeks: readonly WeekFacts[];
  acts: readonly ActFact[];
  concerns: readonly ConcernFact[];
  feedback: readonly FeedbackFact[];
}

/** Somebody acted: a talk was held, a concern was handled, a measure was begun. An act lets signals rest. */
export interface ActFact {
  id: number;
  kind: 'mentor-talk' | 'other-talk' | 'concern-handled' | 'measure' | 'decision';
  on: LocalDate;
  /** The day agreed for the next step; null when none was agreed. */
  nextStep: LocalDate | null;
  /** The signals that the act is about; null = all of the student's. */
  signals: readonly SignalId[] | null;
}

/** A student's wish or a member of staff's concern. `area` and `withRole` are words from closed lists, never free text. */
export interface ConcernFact {
  id: number;
  raised: LocalDate;
  kind: 'wish-to-talk' | 'thinks-of-quitting' | 'unsafe' | 'staff-concern';
  /** Whom the student chose, or in what role the concern was raised: "mentor", "kurator". */
  role: string | null;
  /** What it is about, as the form's choice says it: "närvaro". */
  area: string | null;
  handled: LocalDate | null;
}

/** "Stämmer inte" on one signal: it rests until it clears or worsens. */
export interface FeedbackFact {
  id: number;
  signal: SignalId;
  given: LocalDate;
  reason: string;
}

/** What holds for all students of an evaluation. */
export interface EngineSettings {
  /** The catalogue's defaults and the organiser's own rows. */
  thresholds: readonly ThresholdRow[];
  calendar: SchoolCalendar;
  /** From when talks are recorded in the system; null = always. P18 counts from no earlier day. */
  talksKnownFrom: LocalDate | null;
}

/** How a class stands on the Monday of an evaluation: median share of absent lessons (0–1), and the same earlier. */
export interface GroupLevel {
  median: number;
  n: number;
  earlier: number | null;
}

/** One class over the year: its levels by Monday, and the Mondays of weeks in which it stood still (both `epochDay`). */
export interface GroupWeeks {
  levels: ReadonlyMap<number, GroupLevel>;
  stoodStill: ReadonlySet<number>;
}

/** `fel`: somebody said "Stämmer inte", and it has neither cleared nor worsened since. */
export type SignalState = 'kandidat' | 'aktiv' | 'kvitterad' | 'klar' | 'fel' | 'otillräckligt underlag';

/** One time that a signal was on. `until` is null while it lasts. */
export interface Episode {
  since: LocalDate;
  until: LocalDate | null;
  /** The highest level reached. */
  level: Level;
}

/** Why a signal rests: the act or the feedback, and until when. `until` null = until it clears or worsens. */
export interface Rest {
  by: ActFact['kind'] | 'feedback';
  id: number;
  on: LocalDate;
  until: LocalDate | null;
}

/** One signal of one student on a day. */
export interface Signal {
  signal: SignalId;
  /** 0 for `klar` and `otillräckligt underlag`. */
  level: 0 | Level;
  state: SignalState;
  /** Activated (`aktiv`, `kvitterad`, `fel`), first true (`kandidat`), cleared (`klar`), first without data. */
  since: LocalDate;
  /** The day the present level was reached; equals `since` when it never changed. */
  levelSince: LocalDate;
  /** The level four weeks earlier, 0 when off: what "worse than four weeks ago" is read from. */
  levelBefore: 0 | Level;
  rest: Rest | null;
  history: readonly Episode[];
  evidence: Evidence;
}
