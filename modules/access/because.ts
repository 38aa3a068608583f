import type { LocalDate } from '../../platform/local-date.ts';
import type { Relation } from './relation.ts';

/** Why something is allowed, or why it is not. */
export type Because =
  | {
      readonly code: Relation;
      readonly since: LocalDate | null;
      readonly through: string | null;
      readonly title: string | null;
      /** The student's given name; null for a protected identity, and where no student is meant. */
      readonly student: string | null;
    }
  /** No relation that opens this. Outwards the same as "not found". */
  | { readonly code: 'no-relation' }
  /** A relation is there, but it does not open this. */
  | { readonly code: 'not-by-this-relation' }
  /** Nobody has declared who may: refused. */
  | { readonly code: 'nothing-declared' }
  /** The subject belongs to another organiser. */
  | { readonly code: 'other-organiser' };

/** A reason in words. */
export interface BecauseSentence {
  /** One or two plain Swedish sentences. */
  readonly says: string;
  /** The paragraph it rests on: "15 kap. 19 a § skollagen"; null where there is none. */
  readonly law: string | null;
}

/** The stable code of a reason, for the log. */
export function becauseCode(because: Because): string {
  return because.code;
}

/** The reason in words, for the page that shows it. */
export function becauseSentence(_because: Because): BecauseSentence {
  throw new Error('not written yet');
}
