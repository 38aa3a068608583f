import { n01 } from './n01-high-absence.ts';
import { n02 } from './n02-invalid-absence.ts';
import { n03 } from './n03-increasing-absence.ts';
import { n04 } from './n04-long-absence.ts';
import { p18 } from './p18-no-mentor-talk.ts';
import { s17 } from './s17-own-or-staff-concern.ts';
import type { RuleCard, SignalId } from './types.ts';

/** Every rule's card, by its id: name, meaning, rule in words, citations, which limits. */
export const ruleCards: Readonly<Record<SignalId, RuleCard>> = {
  N01: n01,
  N02: n02,
  N03: n03,
  N04: n04,
  S17: s17,
  P18: p18,
};

export { daysUntilStale, evaluationDay } from './evaluation-day.ts';
export { evidenceText, splitText } from './evidence-text.ts';
export { checkN01 } from './n01-high-absence.ts';
export { checkN02, type InvalidMonth, monthReachesLimit } from './n02-invalid-absence.ts';
export { checkN03, type IncreaseFacts, increaseOf } from './n03-increasing-absence.ts';
export { checkN04, type RunFacts } from './n04-long-absence.ts';
export { levelOfP18, type TalkClock } from './p18-no-mentor-talk.ts';
export { type ConcernKind, concernLevel } from './s17-own-or-staff-concern.ts';
export { insufficiency, isInsufficient, percentOf } from './sufficiency.ts';
export * from './thresholds.ts';
export * from './types.ts';
