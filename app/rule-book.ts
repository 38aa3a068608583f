import { type RuleBook, ruleBook } from '../law/index.ts';
import { studyPlanDeadline } from '../modules/study-plan/rules/index.ts';

/** The law book: every rule of every module, in the order in which they are listed. */
export const book: RuleBook = ruleBook([studyPlanDeadline]);
