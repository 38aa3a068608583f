/** The door of export: everything out again, of an organiser or of one student. */
export { type OnItsWay, type TakeOut, takeOutOrganiser, takeOutStudent } from './commands/take-out.ts';
export { type FoundStudent, findStudent } from './queries/find-student.ts';
export { type ExportReason, exportReason, exportReasons } from './reasons.ts';
export type { Written } from './write-organiser.ts';
