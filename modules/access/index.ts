/** The door of access: who may do what, and why. */
export { type Action, actions, type StudentSubject, type Subject, type Why, whyMay } from './access.ts';
export type { Actor, Duty } from './actor.ts';
export {
  type Because,
  type BecauseSentence,
  becauseCode,
  becauseSentence,
  becauseWords,
} from './because.ts';
export {
  type OpenedIdentity,
  type OpeningReason,
  openingReasons,
  openProtectedIdentity,
} from './commands/open-protected-identity.ts';
export { coveredUnits } from './covered-units.ts';
export type { PageEnv, PageParts } from './pages/page-env.ts';
export { accessibilityLink, readerFrame } from './pages/reader-frame.ts';
export { StaffPage, type StaffPageProps } from './pages/staff-page.tsx';
export { loadActor } from './queries/load-actor.ts';
export { relationsTo } from './queries/relations-to.ts';
export { visibleStudents } from './queries/visible-students.ts';
export type { Relation, RelationFact } from './relation.ts';
