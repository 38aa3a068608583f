export * from './change.ts';
export * from './deadline.ts';
export * from './must-exist.ts';
export type { StudyPlanDeadline } from './own-deadline.ts';
export * from './right-to-complete.ts';
export * from './study-path.ts';
