import type { feedbackReasons } from '../../signals/index.ts';

/** Why a signal does not hold, in the words of the form. */
export const feedbackWords: Readonly<Record<(typeof feedbackReasons)[number], string>> = {
  'wrong-data': 'Uppgifterna är fel',
  'already-known': 'Vi känner redan till det',
  'not-relevant': 'Den säger inget om eleven',
  other: 'Annat',
};
