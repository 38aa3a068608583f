/** The door of concerns: what an adult worries about and what a student asks for. */
export { keptConcerns, moveConcerns } from './commands/move-person.ts';
export { type RaiseConcern, type RaisedConcern, raiseConcern } from './commands/raise-concern.ts';
export {
  type Concern,
  type ConcernArea,
  type ConcernDraft,
  type ConcernKind,
  type ConcernProblem,
  concernAreas,
  concernKinds,
} from './concern.ts';
export { concernsOf } from './queries/concerns.ts';
export { handleConcerns, insertConcern } from './store.ts';
