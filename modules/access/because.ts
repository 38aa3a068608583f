import { access as words } from '../../messages/sv/access.ts';
import type { LocalDate } from '../../platform/local-date.ts';
import type { Relation } from './relation.ts';

/** Why something is allowed, or why it is not. */
export type Because =
  | {
      readonly code: Relation;
      readonly since: LocalDate | null;
      readonly through: string | null;
      readonly title: string | null;
      readonly schoolForm: string | null;
      /** The student's given name; null for a protected identity, and where no student is meant. */
      readonly student: string | null;
    }
  /** No relation at all. Outwards the same as "not found". */
  | { readonly code: 'no-relation' }
  /** A relation is there, but it does not open this. */
  | { readonly code: 'not-by-this-relation' }
  /** Nobody has declared who may: refused. */
  | { readonly code: 'nothing-declared' };

/** A reason in words. */
export interface BecauseSentence {
  /** One to three plain Swedish sentences. */
  readonly says: string;
  /** The paragraph it rests on: "15 kap. 19 a § skollagen"; null where there is none. */
  readonly law: string | null;
}

/** The stable code of a reason, for the log. */
export function becauseCode(because: Because): string {
  return because.code;
}

/** The reason in words, for the page that shows it. */
export function becauseSentence(because: Because): BecauseSentence {
  if (!('since' in because)) return { says: words.refused[because.code], law: null };
  const { says } = words.relations[because.code];
  return { says: says(because), law: lawOf(because.code, because.schoolForm) };
}

/** Every reason that the log may hold, in a few words. */
const short = new Map([
  ...Object.entries(words.relations).map(([code, each]) => [code, each.short] as const),
  ...Object.entries(words.otherReasons),
]);

/** A code of the log in a few words: "mentor", "rektor på skolenheten". An unknown code is shown as it stands. */
export function becauseWords(code: string): string {
  return short.get(code) ?? code;
}

/** Mentors in anpassad gymnasieskola have a paragraph of their own. */
export function lawOf(relation: Relation, schoolForm: string | null): string | null {
  if (relation === 'mentor' && /^GY(AN|S)/.test(schoolForm ?? '')) return '18 kap. 19 a § skollagen';
  return words.relations[relation].law;
}
