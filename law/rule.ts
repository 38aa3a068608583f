import type { LocalDate } from '../platform/local-date.ts';
import type { Basis } from './basis.ts';
import type { FactShape, FactsOf } from './facts.ts';
import type { LocalRoutines, RoutineKind } from './routine.ts';
import type { Period } from './timeline.ts';
import type { Verdict } from './verdict.ts';

/** When a rule is asked, and which of the organiser's own routines are in force that day. */
export interface Asked {
  readonly on: LocalDate;
  readonly local: LocalRoutines;
}

/** A rule as it reads during a period. */
export interface RuleVersion<Shape extends FactShape, Value> {
  readonly inForce: Period;
  /** At least one; the paragraph that states the rule comes first. */
  readonly basis: readonly Basis[];
  /** In Swedish, what is new or provisional in this version; absent for the first. */
  readonly note?: string;
  /** Pure. Answers all reasons at once. */
  check(facts: FactsOf<Shape>, asked: Asked): Verdict<Value>;
}

/** A change that is decided but whose text is not in the book. */
export interface DecidedChange {
  readonly from: LocalDate;
  /** In Swedish: what was decided. */
  readonly says: string;
  readonly basis: readonly Basis[];
}

/** A duty, a right or a question of the law, with its dated versions. */
export interface Rule<Shape extends FactShape = FactShape, Value = unknown> {
  /** `eligibility/national-programme`. */
  readonly id: string;
  /** Short and Swedish, for lists. */
  readonly title: string;
  /** The rule in one Swedish sentence that a teacher understands. */
  readonly sentence: string;
  readonly facts: Shape;
  /** Oldest first, no day twice. */
  readonly versions: readonly RuleVersion<Shape, Value>[];
  readonly changes?: readonly DecidedChange[];
  /** What an organiser may tighten. */
  readonly routines?: readonly RoutineKind[];
  /** Facts that give an answer, for the page's form and for those who call the interface. */
  readonly example: FactsOf<Shape>;
}

/** Any rule, its facts not told apart. */
export type AnyRule = Rule<FactShape, unknown>;

/** Writes down a rule; its facts are known to its checks by type. */
export function defineRule<const Shape extends FactShape, Value>(
  rule: Rule<Shape, Value>,
): Rule<Shape, Value> {
  return rule;
}
