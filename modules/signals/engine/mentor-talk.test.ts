import { expect, test } from 'vitest';
import { drawnWeeks, present, times } from '../../../fixtures/drawn-weeks.ts';
import {
  mentorTalk,
  settings2025,
  signalOf,
  studentFacts,
  wishToTalk,
} from '../../../fixtures/student-facts.ts';
import { evaluate } from './evaluate.ts';
import type { EngineSettings, StudentFacts } from './types.ts';

const weeks = drawnWeeks('2025-08-18', times(10, present));

function p18(on: string, facts: Partial<StudentFacts> = {}, settings: EngineSettings = settings2025) {
  return signalOf(evaluate(studentFacts(weeks, facts), on, settings), 'P18');
}

test('thirty days after the last talk the school is reminded, not on the day before', () => {
  const acts = [mentorTalk('2025-09-01')];
  expect(p18('2025-09-30', { acts })).toBeUndefined();
  expect(p18('2025-10-01', { acts })).toMatchObject({ level: 1, state: 'aktiv', since: '2025-10-01' });
  expect(p18('2025-10-13', { acts })?.evidence.text).toBe('Senaste mentorssamtal för 6 veckor sedan.');
});

test('in year 1 the autumn’s time is 21 days', () => {
  const acts = [mentorTalk('2025-09-01')];
  expect(p18('2025-09-21', { acts, yearOfProgramme: 1 })).toBeUndefined();
  expect(p18('2025-09-22', { acts, yearOfProgramme: 1 })).toMatchObject({ level: 1 });
});

test('no talk at all this term is level 2, counted from its first day', () => {
  expect(p18('2025-09-16')).toBeUndefined();
  expect(p18('2025-09-17')).toMatchObject({ level: 2 });
});

test('nobody is late for a student who has just begun, or before talks were written down here', () => {
  expect(p18('2025-10-14', { enrolledFrom: '2025-09-15' })).toBeUndefined();
  expect(p18('2025-10-15', { enrolledFrom: '2025-09-15' })).toMatchObject({ level: 2 });
  const late = { ...settings2025, talksKnownFrom: '2025-10-01' };
  expect(p18('2025-10-14', {}, late)).toBeUndefined();
});

test('a talk clears it at once', () => {
  expect(p18('2025-10-20', { acts: [mentorTalk('2025-10-20')] })).toBeUndefined();
});

test('somebody else’s talk is no mentor’s talk', () => {
  expect(p18('2025-10-20', { acts: [{ ...mentorTalk('2025-10-20'), kind: 'other-talk' }] })).toMatchObject({
    level: 2,
  });
});

test('ten school days without a talk after a signal that asks for action', () => {
  const facts = {
    acts: [mentorTalk('2025-09-01')],
    concerns: [wishToTalk('2025-09-04', { kind: 'unsafe' })],
  };
  expect(p18('2025-09-17', facts)).toBeUndefined();
  expect(p18('2025-09-18', facts)).toMatchObject({
    level: 1,
    since: '2025-09-18',
    evidence: { threshold: { key: 'P18.schoolDays' } },
  });
  expect(p18('2025-09-18', facts)?.evidence.text).toBe(
    'Senaste mentorssamtal för 17 dagar sedan. Aktiv signal sedan 14 dagar.',
  );
});

test('"Stämmer inte" lets it rest', () => {
  const feedback = [{ id: 4, signal: 'P18' as const, given: '2025-09-20', reason: 'fel mentor' }];
  expect(p18('2025-10-20', { feedback })).toMatchObject({ state: 'fel', rest: { id: 4 } });
});
