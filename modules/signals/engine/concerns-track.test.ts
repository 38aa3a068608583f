import { expect, test } from 'vitest';
import {
  mentorTalk,
  settings2025,
  signalOf,
  studentFacts,
  wishToTalk,
} from '../../../fixtures/student-facts.ts';
import { evaluate } from './evaluate.ts';
import type { StudentFacts } from './types.ts';

const s17 = (on: string, facts: Partial<StudentFacts>) =>
  signalOf(evaluate(studentFacts([], facts), on, settings2025), 'S17');

test('a student who asks to talk is seen the same day', () => {
  const concerns = [wishToTalk('2025-11-12')];
  expect(s17('2025-11-11', { concerns })).toBeUndefined();
  expect(s17('2025-11-12', { concerns })).toMatchObject({ state: 'aktiv', level: 2, since: '2025-11-12' });
  expect(s17('2025-11-12', { concerns })?.evidence.text).toBe(
    'Eleven bad 12 november om ett samtal med kuratorn.',
  );
});

test('a talk held and written down clears it, a talk before does not', () => {
  const concerns = [wishToTalk('2025-11-12')];
  expect(s17('2025-11-14', { concerns, acts: [mentorTalk('2025-11-11')] })).toMatchObject({ state: 'aktiv' });
  expect(s17('2025-11-14', { concerns, acts: [mentorTalk('2025-11-13')] })).toMatchObject({
    state: 'klar',
    level: 0,
    since: '2025-11-13',
  });
  expect(s17('2025-11-12', { concerns, acts: [mentorTalk('2025-11-13')] })).toMatchObject({ state: 'aktiv' });
});

test('a concern that is handled is cleared on that day', () => {
  const concerns = [wishToTalk('2025-11-03', { kind: 'staff-concern', handled: '2025-11-10' })];
  expect(s17('2025-11-09', { concerns })).toMatchObject({ state: 'aktiv', level: 1 });
  expect(s17('2025-11-10', { concerns })).toMatchObject({ state: 'klar' });
});

test('several at once are one signal at the worst level, with every open one as a row', () => {
  const concerns = [
    wishToTalk('2025-11-03', { kind: 'staff-concern' }),
    wishToTalk('2025-11-10', { id: 2, kind: 'thinks-of-quitting' }),
  ];
  expect(s17('2025-11-10', { concerns })).toMatchObject({
    level: 3,
    since: '2025-11-03',
    levelSince: '2025-11-10',
    evidence: { value: 2, rows: [{ id: 1 }, { id: 2 }], details: { kind: 'thinks-of-quitting' } },
  });
});

test('each time stands in the history', () => {
  const concerns = [wishToTalk('2025-09-03', { handled: '2025-09-05' }), wishToTalk('2025-11-10', { id: 2 })];
  expect(s17('2025-11-12', { concerns })?.history).toEqual([
    { since: '2025-09-03', until: '2025-09-05', level: 2 },
    { since: '2025-11-10', until: null, level: 2 },
  ]);
});

test('what was cleared last school year is not told again', () => {
  expect(
    s17('2025-11-12', { concerns: [wishToTalk('2025-04-01', { handled: '2025-04-03' })] }),
  ).toBeUndefined();
  expect(s17('2025-11-12', { concerns: [wishToTalk('2025-04-01')] })).toMatchObject({ state: 'aktiv' });
});
