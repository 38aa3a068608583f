import type { Actor } from './actor.ts';
import type { Because } from './because.ts';
import type { StudentSubject } from './queries/relations-to.ts';
import type { Relation } from './relation.ts';

/** Everything that can be asked about. */
export type Action =
  | 'student.read'
  | 'student.read-teaching'
  | 'student.read-own'
  | 'student.list'
  | 'student.export'
  | 'talk.record'
  | 'concern.raise'
  | 'wish.raise'
  | 'signal.feedback'
  | 'thresholds.read'
  | 'thresholds.change'
  | 'import.run'
  | 'people.log-read'
  | 'identity.open-protected';

/** Action → the relations that open it. What does not stand here is refused. */
export const actions: Readonly<Record<Action, readonly Relation[]>> = {} as never;

/** What an action is asked about: a student, or the organiser as a whole. */
export type Subject = StudentSubject | 'organiser';

/** Whether and why. */
export type Why =
  | { readonly allowed: true; readonly because: Because }
  | { readonly allowed: false; readonly because: Because };

/** May the actor do this to the subject, and why? Pure. Nothing declared is refused. */
export function whyMay(_actor: Actor, _action: Action, _subject: Subject): Why {
  throw new Error('not written yet');
}
