/** The door of access: who may do what, and why. */
export { type Action, actions, whyMay } from './access.ts';
export type { Actor, Duty } from './actor.ts';
export { type Because, type BecauseSentence, becauseCode, becauseSentence } from './because.ts';
export { type OpenedIdentity, openProtectedIdentity } from './commands/open-protected-identity.ts';
export { loadActor } from './queries/load-actor.ts';
export { relationsTo, type StudentSubject } from './queries/relations-to.ts';
export { visibleStudents } from './queries/visible-students.ts';
export type { Relation, RelationFact } from './relation.ts';
