import { talk } from '../../../messages/sv/talk.ts';
import type { NextStep, Outcome } from '../../coordination/index.ts';

/** How a talk was, in the words of the form and of the time line. */
export const outcomeWords: Readonly<Record<Outcome, string>> = talk.outcomes;

/** What was agreed, in the words of the form. */
export const nextStepWords: Readonly<Record<NextStep, string>> = talk.nextSteps;
