import { expect, test } from 'vitest';
import { drawnWeeks, present, times } from '../../../fixtures/drawn-weeks.ts';
import { settings2025, signalOf, studentFacts } from '../../../fixtures/student-facts.ts';
import { addDays, epochDay } from '../../../platform/local-date.ts';
import { evaluate } from './evaluate.ts';
import { evaluateGroup } from './evaluate-group.ts';
import { groupLevels, groupWeeks } from './group-levels.ts';

const start = '2025-08-18';
const mondayAfter = (weeks: number) => addDays(start, 7 * weeks);
const well = drawnWeeks(start, times(16, present));
const poor = 'v... .v.. ..v. .... ....';

test('the median of ten or more is shown, of nine it is not', () => {
  const ill = drawnWeeks(start, times(8, 'v... .v.. .... .... ....'));
  const of = (count: number) => {
    const members = new Map(
      Array.from({ length: count }, (_, i) => [
        i,
        studentFacts(i === 0 ? drawnWeeks(start, times(8, poor)) : ill),
      ]),
    );
    return signalOf(evaluateGroup(members, mondayAfter(8), settings2025).get(0)!, 'N01')!.evidence
      .groupMedian;
  };
  expect(of(10)).toEqual({ value: 10, n: 10 });
  expect(of(9)).toBeNull();
});

test('a week in which the class stood still is skipped for everybody', () => {
  const outing = [...times(4, present), 'vvvv vvvv vvvv .... ....', ...times(3, present)];
  const members = Array.from({ length: 12 }, () => drawnWeeks(start, outing));
  expect([...groupWeeks(members, mondayAfter(8), settings2025).stoodStill]).toEqual([
    epochDay(mondayAfter(4)),
  ]);
  const half = members.map((weeks, i) => (i < 7 ? drawnWeeks(start, times(8, present)) : weeks));
  expect([...groupWeeks(half, mondayAfter(8), settings2025).stoodStill]).toEqual([]);
});

test('a class that rises together hides no one who rises more', () => {
  const rising = [...times(11, present), ...times(4, 'v... .... ..v. .... ....')];
  const more = [...times(11, present), ...times(4, 'vv.. .v.. ..v. .... ....')];
  const members = new Map(
    Array.from({ length: 12 }, (_, i) => [i, studentFacts(drawnWeeks(start, i === 0 ? more : rising))]),
  );
  const answers = evaluateGroup(members, mondayAfter(15), settings2025);
  expect(signalOf(answers.get(1)!, 'N03')).toBeUndefined();
  expect(signalOf(answers.get(0)!, 'N03')).toMatchObject({
    evidence: { value: 10, details: { groupChange: 10, earlier: 0 } },
  });
  expect(signalOf(answers.get(0)!, 'N03')?.evidence.text).toContain('Klassen: upp 10 punkter.');
});

test('the whole class at once answers as each student alone', () => {
  const members = new Map([
    [1, studentFacts(drawnWeeks(start, times(9, poor)))],
    ...Array.from({ length: 11 }, (_, i) => [i + 2, studentFacts(well)] as const),
  ]);
  const group = groupWeeks(
    [...members.values()].map((facts) => facts.weeks),
    mondayAfter(9),
    settings2025,
  );
  const together = evaluateGroup(members, mondayAfter(9), settings2025);
  for (const [id, facts] of members)
    expect(together.get(id)).toEqual(evaluate(facts, mondayAfter(9), settings2025, group));
  expect([...evaluateGroup(members, mondayAfter(9), settings2025, new Set([1])).keys()]).toEqual([1]);
});

test('classes are kept apart, and a student in none is in no median', () => {
  const students = new Map(Array.from({ length: 25 }, (_, i) => [i, well]));
  const levels = groupLevels(
    students,
    (id) => (id === 24 ? null : id < 12 ? 'SA25A' : 'NA25A'),
    mondayAfter(6),
    settings2025,
  );
  expect([...levels.keys()]).toEqual(['SA25A', 'NA25A']);
  expect(levels.get('NA25A')!.levels.get(epochDay(mondayAfter(5)))).toEqual({
    median: 0,
    n: 12,
    earlier: null,
  });
});
