import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnWeeks } from '../../../fixtures/drawn-weeks.ts';
import { settings2025, studentFacts } from '../../../fixtures/student-facts.ts';
import { addDays, daysBetween, type LocalDate } from '../../../platform/local-date.ts';
import { evaluateGroup } from './evaluate-group.ts';
import type { StudentFacts } from './types.ts';

const start = '2025-08-18';

/** A week that is mostly attended, half missed, wholly missed, thinly reported, or without lessons. */
const week = fc
  .tuple(
    fc.constantFrom('....vl', '..vviio', 'v', 'i', '.??v', '_'),
    fc.array(fc.nat(99), { minLength: 20, maxLength: 20 }),
  )
  .map(([letters, draws]) => {
    const drawn = draws.map((draw) => letters[draw % letters.length]).join('');
    return [0, 4, 8, 12, 16].map((from) => drawn.slice(from, from + 4)).join(' ');
  });
const day = fc.nat(230).map((days) => addDays(start, days));

interface Drawn {
  drawings: readonly string[];
  facts: StudentFacts;
}

const student = fc
  .record({
    drawings: fc.array(week, { minLength: 1, maxLength: 33 }),
    talks: fc.array(fc.tuple(day, fc.option(fc.nat(60))), { maxLength: 4 }),
    wishes: fc.array(fc.tuple(day, fc.option(fc.nat(30))), { maxLength: 2 }),
    refuted: fc.option(day),
  })
  .map(({ drawings, talks, wishes, refuted }): Drawn => {
    const acts = talks.map(([on, next], id) => {
      const nextStep = next === null ? null : addDays(on, next);
      return { id, kind: 'mentor-talk' as const, on, nextStep, signals: null };
    });
    const concerns = wishes.map(([raised, days], id) => {
      const handled = days === null ? null : addDays(raised, days);
      return { id, raised, kind: 'wish-to-talk' as const, role: null, area: null, handled };
    });
    const feedback =
      refuted === null ? [] : [{ id: 1, signal: 'N01' as const, given: refuted, reason: 'fel' }];
    return { drawings, facts: studentFacts(drawnWeeks(start, drawings), { acts, concerns, feedback }) };
  });

/** The same student as known on a day: what comes later that week and after is drawn anew, later acts are gone. */
function knownOn({ drawings, facts }: Drawn, on: LocalDate, future: string): StudentFacts {
  const current = Math.floor(daysBetween(start, on) / 7);
  const passed = daysBetween(start, on) - 7 * current + 1;
  const redrawn = drawings.map((drawing, i) => {
    if (i !== current) return i < current ? drawing : future;
    return [...drawing.split(' ').slice(0, passed), ...future.split(' ').slice(passed)].join(' ');
  });
  return {
    ...facts,
    weeks: drawnWeeks(start, redrawn),
    acts: facts.acts.filter((each) => each.on <= on),
    concerns: facts.concerns
      .filter((each) => each.raised <= on)
      .map((each) => ({
        ...each,
        handled: each.handled !== null && each.handled <= on ? each.handled : null,
      })),
    feedback: facts.feedback.filter((each) => each.given <= on),
  };
}

test('whatever lies after the day, the answer is the same: classmates, acts and weeks', () => {
  fc.assert(
    fc.property(fc.array(student, { minLength: 1, maxLength: 12 }), day, week, (students, on, future) => {
      const group = new Map(students.map((each, i) => [i, each.facts]));
      const cut = new Map(students.map((each, i) => [i, knownOn(each, on, future)]));
      expect(evaluateGroup(cut, on, settings2025)).toEqual(evaluateGroup(group, on, settings2025));
    }),
    { numRuns: 200 },
  );
});

test('asked twice, the engine answers the same, and leaves its facts as they were', () => {
  fc.assert(
    fc.property(student, day, ({ facts }, on) => {
      const before = structuredClone(facts);
      const group = new Map([[1, facts]]);
      expect(evaluateGroup(group, on, settings2025)).toEqual(evaluateGroup(group, on, settings2025));
      expect(facts).toEqual(before);
    }),
    { numRuns: 50 },
  );
});

test('whatever the facts, figures and states hold together', () => {
  fc.assert(
    fc.property(student, day, ({ facts }, on) => {
      for (const signal of evaluateGroup(new Map([[1, facts]]), on, settings2025).get(1)!) {
        const { evidence } = signal;
        expect(signal.since <= on && signal.levelSince <= on).toBe(true);
        expect(['klar', 'otillräckligt underlag'].includes(signal.state)).toBe(signal.level === 0);
        expect(evidence.text.length).toBeGreaterThan(10);
        expect((evidence.numerator ?? 0) <= (evidence.denominator ?? Number.POSITIVE_INFINITY)).toBe(true);
        expect(signal.rest === null).toBe(!['kvitterad', 'fel'].includes(signal.state));
        for (const { since, until } of signal.history) expect(until === null || since <= until).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
