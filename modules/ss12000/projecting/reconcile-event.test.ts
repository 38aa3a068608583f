import { describe, expect, test } from 'vitest';
import type { Lesson, Slot } from './lesson.ts';
import type { Figures } from './lesson-rows.ts';
import { type ChangedEvent, reconcileEvent, type StandingLesson } from './reconcile-event.ts';

const before: Slot = { day: '2026-11-16', start: 490, group: 'MA', course: 'MATE1000X' };
const after: Slot = { ...before, start: 600 };
const figures: Figures = {
  ...{ minutes: 60, attended: 0, valid: 60, invalid: 0, other: 0, late: 0 },
  ...{ reported: true, reason: 'Sjuk', ref: 'id' },
};
const nobody = { ...figures, valid: 0, reported: false, reason: '', ref: '' };
const lesson: Lesson = {
  ...{ day: '2026-11-16', start: 600, minutes: 60, span: 60, course: 'MATE1000X' },
  ...{ groups: [{ id: 'g', name: 'MA' }], named: 'MA', isTaught: true, exceptions: new Map() },
};
const standing = (student: string, of: Figures = figures): StandingLesson => ({
  ...{ who: `${student};`, student, slot: before, figures: of },
});
const changed = (more: Partial<ChangedEvent>) =>
  reconcileEvent({
    lesson,
    standing: [standing('a')],
    toldAnew: new Set(),
    expected: new Set(['a']),
    slotFor: () => after,
    ...more,
  });

describe('what becomes of lessons when their event is changed', () => {
  test('moved: the same attendance at the new place, nothing at the old', () => {
    expect(changed({})).toEqual({
      told: [{ who: 'a;', slot: after, figures }],
      removed: [{ who: 'a;', slot: before, minutes: 60 }],
    });
  });

  test('cancelled or deleted: nothing is left', () => {
    expect(changed({ lesson: null })).toEqual({
      told: [],
      removed: [{ who: 'a;', slot: before, minutes: 60 }],
    });
  });

  test('shortened where it stands: as long as the minutes that were reported', () => {
    const { told, removed } = changed({ lesson: { ...lesson, minutes: 45 }, slotFor: () => before });
    expect(told[0]!.figures.minutes).toBe(60);
    expect(removed).toEqual([]);
    const unreported = changed({
      lesson: { ...lesson, minutes: 45 },
      slotFor: () => before,
      standing: [standing('a', nobody)],
    });
    expect(unreported.told[0]!.figures.minutes).toBe(45);
  });

  test('attendance that comes with it is told by itself; only the old place is given up', () => {
    expect(changed({ toldAnew: new Set(['a']) })).toEqual({
      told: [],
      removed: [{ who: 'a;', slot: before, minutes: 60 }],
    });
    expect(changed({ toldAnew: new Set(['a']), slotFor: () => before })).toEqual({ told: [], removed: [] });
  });

  test('a student who takes no part has it no more, reported or not', () => {
    const exceptions = new Map([['a', { student: 'a', participates: false, minutes: null }]]);
    const { told, removed } = changed({ lesson: { ...lesson, exceptions }, slotFor: () => before });
    expect([told.length, removed.length]).toEqual([0, 1]);
  });

  test('a lesson that nobody reported is kept for who is to be there, and goes for who is not', () => {
    const both = [standing('a', nobody), standing('b', nobody)];
    const { told, removed } = changed({ standing: both, slotFor: () => before });
    expect(told.map((each) => each.who)).toEqual(['a;']);
    expect(removed.map((each) => each.who)).toEqual(['b;']);
  });
});
