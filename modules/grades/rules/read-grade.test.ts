import { describe, expect, it } from 'vitest';
import { readGrade } from './read-grade.ts';

describe('reading a grade', () => {
  it('reads A to F in either case; only F is not a pass', () => {
    for (const grade of ['a', 'B', 'c', 'D', 'E'])
      expect(readGrade(grade, '2026-06-11')).toEqual({
        scale: 'A-F',
        value: grade.toUpperCase(),
        isPass: true,
      });
    expect(readGrade('f', '2026-06-11')).toEqual({ scale: 'A-F', value: 'F', isPass: false });
  });

  it('reads every spelling of the dash as the one fact that the basis was missing', () => {
    for (const dash of ['-', '–', '—', '9', 'streck', ' STRECK '])
      expect(readGrade(dash, '2026-06-11')).toEqual({ scale: 'A-F', value: '–', isPass: false });
  });

  it('reads the codes for not read and not graded as neither pass nor fail', () => {
    expect(readGrade('3', '2026-06-11')).toEqual({ scale: 'A-F', value: 'ej läst', isPass: null });
    expect(readGrade('2', '2026-06-11')).toEqual({ scale: 'A-F', value: 'ej betygssatt', isPass: null });
    expect(readGrade('Ej läst', '2026-06-11')).toEqual(readGrade('3', '2026-06-11'));
    expect(readGrade('ej betygssatt', '2026-06-11')).toEqual(readGrade('2', '2026-06-11'));
  });

  it('reads figures as grades from the day the new scale is in force, and not the day before', () => {
    expect(readGrade('9', '2028-07-01')).toMatchObject({ value: '–' });
    expect(readGrade('9', '2028-07-02')).toEqual({ scale: '1-10', value: '9', isPass: null });
    expect(readGrade('10', '2028-07-01')).toBeUndefined();
  });

  it('knows no other grades', () => {
    for (const text of ['', 'VG', 'G', '11', 'AB', '0'])
      expect(readGrade(text, '2026-06-11')).toBeUndefined();
  });
});
