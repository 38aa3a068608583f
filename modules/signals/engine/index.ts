/** The pure engine: facts and a day in, signals out. */
export { evaluate, offDaysOf } from './evaluate.ts';
export { evaluateGroup } from './evaluate-group.ts';
export { groupLevels, groupWeeks } from './group-levels.ts';
export { compareOrder, type OrderParts, orderParts, orderRank } from './order.ts';
export { release, type Waiting, weeklyBudget } from './release.ts';
export { counts, type Standing, standing } from './standing.ts';
export { type Strength, type StrengthFacts, strengths } from './strengths.ts';
export type {
  ActFact,
  ConcernFact,
  EngineSettings,
  Episode,
  FeedbackFact,
  GroupLevel,
  GroupWeeks,
  Rest,
  Signal,
  SignalState,
  StudentFacts,
} from './types.ts';
