import { answerOf, decide } from '../../../law/index.ts';
import type { ExamResult } from './exam-courses.ts';
import { examForecast } from './exam-forecast.ts';

/** Facts as they come from outside. */
export type Facts = Readonly<Record<string, unknown>>;

/** The forecast as it answers on a day. */
export function ask(facts: Facts, on = '2026-11-22') {
  return answerOf(decide(examForecast, facts, on));
}

/** The forecast of a plan of 2,500 points in Gy11. */
export function gy11(kind: 'vocational' | 'preparatory', results: readonly ExamResult[], more: Facts = {}) {
  return ask({ curriculum: 'GY11', kind, planPoints: 2500, results, ...more });
}

/** The forecast of a plan of 2,500 points in Gy25. */
export function gy25(kind: 'vocational' | 'preparatory', results: readonly ExamResult[], more: Facts = {}) {
  return ask({ curriculum: 'GY25', kind, planPoints: 2500, results, ...more });
}

/** The codes of an answer's reasons. */
export const codes = (answer: ReturnType<typeof ask>) => answer.reasons.map(({ code }) => code);
/** The citations of an answer's reasons. */
export const bases = (answer: ReturnType<typeof ask>) => answer.reasons.flatMap(({ basis }) => basis);
