import { describe, expect, it } from 'vitest';
import { missingAtUnit } from './missing-students.ts';

/** Classes of so many students each, numbered from 1. */
function unitOf(classes: Readonly<Record<string, number>>) {
  let next = 0;
  return Object.entries(classes).flatMap(([name, count]) =>
    Array.from({ length: count }, () => {
      next += 1;
      return { studentId: next, className: name === '' ? null : name };
    }),
  );
}

/** Everybody stands in the file but those for whom `left` says so. */
function missing(
  enrolled: ReturnType<typeof unitOf>,
  left: (student: { studentId: number; className: string | null }) => boolean,
) {
  const named = new Set(enrolled.filter((each) => !left(each)).map((each) => each.studentId));
  return missingAtUnit({ unitId: 1, enrolled, named });
}

describe('students who are enrolled but stand in no file', () => {
  it('are told when the file is about the whole unit', () => {
    const found = missing(unitOf({ NA25A: 30, NA25B: 30 }), ({ studentId }) => studentId === 7);
    expect(found).toMatchObject({ enrolled: 60, named: 59, compared: 'unit', missing: [7] });
  });

  it('are looked for in the whole unit from half of its students, and in whole classes below', () => {
    const enrolled = unitOf({ NA25A: 10, NA25B: 10 });
    const from = (first: number) => missing(enrolled, ({ studentId }) => studentId > first);
    expect(from(11)).toMatchObject({ compared: 'unit' });
    expect(from(10)).toMatchObject({ compared: 'unit' });
    expect(from(9)).toMatchObject({ compared: 'classes', classes: ['NA25A'], missing: [10] });
  });

  it('are looked for in a class when half of it stands in the file, and not in one with fewer', () => {
    const enrolled = unitOf({ NA25A: 10, NA25B: 40 });
    const from = (first: number) => missing(enrolled, ({ studentId }) => studentId > first);
    expect(from(6)).toMatchObject({ compared: 'classes', missing: [7, 8, 9, 10] });
    expect(from(5)).toMatchObject({ compared: 'classes', missing: [6, 7, 8, 9, 10] });
    expect(from(4)).toMatchObject({ compared: 'nothing', classes: [], missing: [] });
  });

  it('are not a whole class that was left out, unless it is smaller than five', () => {
    const sizes = [4, 5, 6].map((size) =>
      missing(unitOf({ NA25A: 30, SA25B: size }), ({ className }) => className === 'SA25B'),
    );
    expect(sizes.map((each) => each.missing.length)).toEqual([4, 0, 0]);
    expect(sizes.map((each) => each.absentClasses)).toEqual([[], ['SA25B'], ['SA25B']]);
  });

  it('may be without a class when the file is about the unit, but not when it is about some classes', () => {
    const enrolled = unitOf({ NA25A: 10, '': 2, SA25B: 20 });
    const whole = missing(enrolled, ({ className }) => className === null);
    expect(whole).toMatchObject({ compared: 'unit', missing: [11, 12] });
    const part = missing(enrolled, ({ className }) => className !== 'NA25A');
    expect(part).toMatchObject({ compared: 'classes', missing: [] });
  });

  it('are nobody where nobody is enrolled', () => {
    expect(missing([], () => false)).toMatchObject({ enrolled: 0, compared: 'nothing', missing: [] });
  });
});
