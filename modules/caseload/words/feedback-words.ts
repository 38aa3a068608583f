import { feedback } from '../../../messages/sv/feedback.ts';
import type { feedbackReasons } from '../../signals/index.ts';

/** Why a signal does not hold, in the words of the form. */
export const feedbackWords: Readonly<Record<(typeof feedbackReasons)[number], string>> = feedback;
