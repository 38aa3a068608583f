import { describe, expect, test } from 'vitest';
import { drawnWeeks, present, times } from '../../../fixtures/drawn-weeks.ts';
import { mentorTalk, settings2025, signalOf, studentFacts } from '../../../fixtures/student-facts.ts';
import { addDays } from '../../../platform/local-date.ts';
import { evaluate } from './evaluate.ts';
import type { StudentFacts } from './types.ts';

const start = '2025-08-18';
const mondayAfter = (weeks: number) => addDays(start, 7 * weeks);
const poor = 'v... .v.. ..v. .... ....';
const worse = 'vv.. .v.. ..vv .v.. ....';
/** N01 is a candidate after six weeks and on after seven: 15 % since. */
const weeks = drawnWeeks(start, [...times(2, present), ...times(14, poor)]);

function n01(on: string, other: Partial<StudentFacts> = {}, known = weeks) {
  return signalOf(evaluate(studentFacts(known, other), on, settings2025), 'N01');
}

test('the signal of these tests comes on after seven weeks', () => {
  expect(n01(mondayAfter(6))).toMatchObject({ state: 'kandidat' });
  expect(n01(mondayAfter(7))).toMatchObject({ state: 'aktiv', level: 1, since: mondayAfter(7), rest: null });
});

describe('somebody acts', () => {
  const talk = mentorTalk(addDays(mondayAfter(7), 1), addDays(mondayAfter(9), 2));

  test('the signal rests through the day of the next step, and wakes the day after', () => {
    expect(n01(mondayAfter(7), { acts: [talk] })).toMatchObject({ state: 'aktiv' });
    expect(n01(talk.on, { acts: [talk] })).toMatchObject({
      state: 'kvitterad',
      rest: { by: 'mentor-talk', id: 1, until: talk.nextStep },
    });
    expect(n01(talk.nextStep!, { acts: [talk] })).toMatchObject({ state: 'kvitterad' });
    expect(n01(addDays(talk.nextStep!, 1), { acts: [talk] })).toMatchObject({
      state: 'aktiv',
      since: mondayAfter(7),
      rest: null,
    });
  });

  test('without a next step it rests four weeks', () => {
    const acts = [mentorTalk(mondayAfter(7))];
    expect(n01(mondayAfter(9), { acts })).toMatchObject({ rest: { until: mondayAfter(11) } });
    expect(n01(mondayAfter(11), { acts })).toMatchObject({ state: 'kvitterad' });
    expect(n01(addDays(mondayAfter(11), 1), { acts })).toMatchObject({ state: 'aktiv' });
  });

  test('a talk held while it was a candidate counts, one held before does not', () => {
    expect(n01(mondayAfter(7), { acts: [mentorTalk(mondayAfter(6))] })).toMatchObject({ state: 'kvitterad' });
    expect(n01(mondayAfter(7), { acts: [mentorTalk(addDays(mondayAfter(6), -1))] })).toMatchObject({
      state: 'aktiv',
    });
  });

  test('an act about another signal lets this one be', () => {
    expect(
      n01(mondayAfter(7), { acts: [{ ...mentorTalk(mondayAfter(7)), signals: ['N04'] }] }),
    ).toMatchObject({
      state: 'aktiv',
    });
    expect(
      n01(mondayAfter(7), { acts: [{ ...mentorTalk(mondayAfter(7)), signals: ['N01'] }] }),
    ).toMatchObject({
      state: 'kvitterad',
    });
  });

  test('the latest act decides', () => {
    const acts = [
      mentorTalk(mondayAfter(8), mondayAfter(9), 2),
      mentorTalk(mondayAfter(7), mondayAfter(16), 1),
    ];
    expect(n01(mondayAfter(9), { acts })).toMatchObject({ rest: { id: 2 } });
    expect(n01(addDays(mondayAfter(9), 1), { acts })).toMatchObject({ state: 'aktiv' });
  });

  test('one level worse breaks through, and acting again lets it rest again', () => {
    const falling = drawnWeeks(start, [...times(2, present), ...times(6, poor), ...times(6, worse)]);
    const acts = [mentorTalk(mondayAfter(7), mondayAfter(15))];
    expect(n01(mondayAfter(9), { acts }, falling)).toMatchObject({ state: 'kvitterad', level: 1 });
    expect(n01(mondayAfter(12), { acts }, falling)).toMatchObject({
      state: 'aktiv',
      level: 2,
      levelBefore: 1,
      since: mondayAfter(7),
    });
    expect(
      n01(mondayAfter(12), { acts: [...acts, mentorTalk(mondayAfter(12), mondayAfter(15), 2)] }, falling),
    ).toMatchObject({
      state: 'kvitterad',
    });
  });
});

describe('somebody says that it is wrong', () => {
  const feedback = [{ id: 9, signal: 'N01' as const, given: mondayAfter(7), reason: 'praktik' }];

  test('it rests without an end', () => {
    expect(n01(mondayAfter(15), { feedback })).toMatchObject({
      state: 'fel',
      level: 1,
      rest: { by: 'feedback', until: null },
    });
  });

  test('one level worse breaks through', () => {
    const falling = drawnWeeks(start, [...times(2, present), ...times(6, poor), ...times(6, worse)]);
    expect(n01(mondayAfter(12), { feedback }, falling)).toMatchObject({ state: 'aktiv', level: 2 });
  });

  test('it counts for this time only: after clearing, the next time is new', () => {
    const again = drawnWeeks(start, [
      ...times(2, present),
      ...times(7, poor),
      ...times(5, present),
      ...times(3, worse),
      ...times(4, worse),
    ]);
    expect(n01(mondayAfter(21), { feedback }, again)).toMatchObject({ state: 'aktiv' });
  });

  test('feedback on another signal lets this one be', () => {
    expect(n01(mondayAfter(7), { feedback: [{ ...feedback[0]!, signal: 'N02' }] })).toMatchObject({
      state: 'aktiv',
    });
  });
});
