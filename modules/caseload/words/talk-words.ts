import type { NextStep, Outcome } from '../../coordination/index.ts';

/** How a talk was, in the words of the form and of the time line. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  fine: 'Går bra',
  'needs-something': 'Behöver något',
  'needs-more': 'Behöver mer',
  'did-not-come': 'Kom inte',
};

/** What was agreed, in the words of the form. */
export const nextStepWords: Readonly<Record<NextStep, string>> = {
  'new-talk': 'Nytt samtal',
  'plan-with-teacher': 'Planera ikapp med läraren',
  'extra-adaptation': 'Extra anpassning',
  'health-team': 'Lyft till elevhälsan',
  none: 'Inget just nu',
};
