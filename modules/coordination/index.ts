/** The door of coordination: the talks with a student and what was agreed in them. */

export { keptTalks, moveTalks } from './commands/move-person.ts';
export { type RecordedTalk, type RecordTalk, recordTalk } from './commands/record-talk.ts';
export { talksOf } from './queries/talks.ts';
export { type DueStep, dueSteps, dueStepsOfMentor } from './queries/talks-due.ts';
export { insertTalk } from './store.ts';
export {
  type FieldProblem,
  longestNote,
  type NextStep,
  nextSteps,
  type Outcome,
  outcomes,
  type Talk,
  type TalkDraft,
} from './talk.ts';
