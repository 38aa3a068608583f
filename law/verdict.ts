import type { Basis } from './basis.ts';

/** Why: a code for machines, a Swedish sentence for people, and what it stands on. */
export interface Reason {
  /** Kebab-case, stable: `mathematics-missing`. */
  readonly code: string;
  /** One plain Swedish sentence. In a refusal or a missing fact it says what to do. */
  readonly says: string;
  readonly basis: readonly Basis[];
  /** The fact it is about, when it is about one. */
  readonly fact?: string;
}

/** `ok`: met, or the question has an answer. `refused`: the rule says no. `missing`: not known yet, which is not no. */
export type Outcome = 'ok' | 'missing' | 'refused';

/** What a rule answers: with all reasons, never only the first. */
export interface Verdict<Value> {
  readonly verdict: Outcome;
  readonly value: Value | null;
  readonly reasons: readonly Reason[];
}

/** A reason, written short. */
export function because(code: string, says: string, ...basis: Basis[]): Reason {
  return { code, says, basis };
}

/** A fact that nobody has given yet. `label` is what it is called in Swedish. */
export function notKnown(fact: string, label: string, ...basis: Basis[]): Reason {
  return { code: 'fact-missing', says: `Uppgift saknas: ${label}.`, basis, fact };
}

/** The rule is met, or its question is answered. */
export function ok<Value>(value: Value, ...reasons: Reason[]): Verdict<Value> {
  return { verdict: 'ok', value, reasons };
}

/** The rule says no; give all reasons. */
export function refused<Value>(value: Value | null, ...reasons: Reason[]): Verdict<Value> {
  return { verdict: 'refused', value, reasons };
}

/** Not known yet; give all that is missing. */
export function missing<Value>(value: Value | null, ...reasons: Reason[]): Verdict<Value> {
  return { verdict: 'missing', value, reasons };
}
