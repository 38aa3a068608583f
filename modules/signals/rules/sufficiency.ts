import type { Limits } from './thresholds.ts';
import type { Insufficient, WindowFacts } from './types.ts';

/**
 * Why a window of lessons is too thin to judge on, or null (signals.md 3.0: at least 40 reported lessons and 85 % reported).
 * Refused before any share is counted, so that silence is never read as presence.
 */
export function insufficiency(window: WindowFacts, limits: Limits): Insufficient | null {
  if (window.lessons < limits['common.lessons']) return { insufficient: 'lessons' };
  if (window.reported * 100 < window.lessons * limits['common.reporting'])
    return { insufficient: 'reporting' };
  if (window.reported < limits['common.lessons']) return { insufficient: 'lessons' };
  return null;
}

/** Whether a check answers that there is too little to judge on. */
export function isInsufficient<T extends object>(answer: T | Insufficient): answer is Insufficient {
  return 'insufficient' in answer;
}

/** `part` of `whole` is at least `percent` percent. Whole numbers on both sides, so that 15 % of 20 is exactly 3. */
export function atLeast(part: number, whole: number, percent: number): boolean {
  return part * 100 >= whole * percent;
}

/** Percent with one decimal. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10;
}
