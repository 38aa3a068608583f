/** The door of signals: what is on for whom, why, and what came of it. */

export {
  feedbackReasons,
  type GiveFeedback,
  type GivenFeedback,
  giveFeedback,
} from './commands/give-feedback.ts';
export { keptSignals, moveSignals } from './commands/move-person.ts';
export { type RefreshSignals, refreshSignals } from './commands/refresh-signals.ts';
export { strengths } from './engine/index.ts';
export { evaluateAll, type StudentSignals } from './queries/evaluate-all.ts';
export { evaluatedOn } from './queries/evaluated-on.ts';
export { openSignalsOfMentor, type SignalsOfStudent, signalsOfStudent } from './queries/stored-signals.ts';
export { type OwnThreshold, ownThresholds } from './queries/thresholds.ts';
export * from './rules/index.ts';
export { forgetSignals, saveEvaluation } from './store.ts';
export type { StoredSignal } from './stored-signal.ts';
