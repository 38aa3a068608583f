import { describe, expect, it } from 'vitest';
import { gradeDifference } from './grade-difference.ts';
import { readGrade } from './read-grade.ts';

const grade = (text: string, on = '2026-06-11') => readGrade(text, on)!;
const difference = (before: string, after: string) => gradeDifference(grade(before), grade(after));

describe('a grade that is set anew for the same course and day', () => {
  it('is lost when a pass becomes F or a dash, and gained the other way', () => {
    expect(difference('E', 'F')).toBe('grade-lost');
    expect(difference('A', '-')).toBe('grade-lost');
    expect(difference('F', 'E')).toBe('grade-gained');
    expect(difference('-', 'C')).toBe('grade-gained');
  });

  it('is changed between two passes, and between F and a dash', () => {
    expect(difference('C', 'B')).toBe('grade-changed');
    expect(difference('F', '-')).toBe('grade-changed');
  });

  it('is removed when it is taken away, or there is no grade to set any more', () => {
    expect(gradeDifference(grade('C'), null)).toBe('grade-removed');
    expect(difference('C', '3')).toBe('grade-removed');
    expect(difference('2', '3')).toBe('grade-changed');
  });

  it('is no difference when it is the same, however it is spelled', () => {
    expect(difference('c', 'C')).toBeUndefined();
    expect(difference('9', 'streck')).toBeUndefined();
  });

  it('is only changed on the scale from 2028, which says nothing of pass', () => {
    expect(gradeDifference(grade('4', '2028-12-20'), grade('3', '2028-12-20'))).toBe('grade-changed');
  });
});
