import { describe, expect, test } from 'vitest';
import { evaluationDay } from './evaluation-day.ts';

describe('signals are computed for', () => {
  test('today while lessons keep coming in, up to two weeks after the newest', () => {
    expect(evaluationDay('2026-11-23', '2026-11-20')).toBe('2026-11-23');
    expect(evaluationDay('2026-12-04', '2026-11-20')).toBe('2026-12-04');
  });
  test('the Monday after the newest lesson when nothing newer came for over two weeks', () => {
    expect(evaluationDay('2026-12-05', '2026-11-20')).toBe('2026-11-23');
    expect(evaluationDay('2026-08-01', '2026-06-11')).toBe('2026-06-15');
  });
  test('today when nothing was ever read in', () => {
    expect(evaluationDay('2026-11-23', null)).toBe('2026-11-23');
  });
  test('today when the newest lesson lies ahead, as in a timetable', () => {
    expect(evaluationDay('2026-11-23', '2027-06-11')).toBe('2026-11-23');
  });
});
