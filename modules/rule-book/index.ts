/** The door of the law book: routines of an organiser on a day, and the record that a decision stores. */
export { keptRoutines, moveRoutines } from './commands/move-person.ts';
export { type RoutineSet, type SentRoutine, setRoutine } from './commands/set-routine.ts';
export { asLocalRoutines, type OwnRoutine, ownRoutines } from './queries/routines.ts';
export { type Decider, type Receipt, receiptOf, tellReceipt } from './rules/receipt.ts';
