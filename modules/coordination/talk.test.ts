import { describe, expect, test } from 'vitest';
import { checkTalk, longestNote, type TalkDraft } from './talk.ts';

const today = '2026-11-23';
const draft: TalkDraft = {
  requestKey: '0b5c3c1e-7d1a-4f8e-9a52-3f0c2c9f6a11',
  heldOn: today,
  outcome: 'needs-something',
  note: ' Vill ha hjälp att planera engelskan. ',
  nextStep: 'plan-with-teacher',
  nextOn: '2026-11-27',
};
const fields = (change: Partial<TalkDraft>) => {
  const answer = checkTalk({ ...draft, ...change }, today);
  return Array.isArray(answer) ? answer.map((problem) => problem.field) : [];
};

describe('a talk is written down', () => {
  test('with its note trimmed and everything else as it was chosen', () => {
    expect(checkTalk(draft, today)).toEqual({ ...draft, note: 'Vill ha hjälp att planera engelskan.' });
  });
  test('without a day for the next step when nothing was agreed', () => {
    expect(checkTalk({ ...draft, nextStep: 'none', nextOn: '2026-12-01' }, today)).toMatchObject({
      nextOn: null,
    });
  });
  test('held today and a year back, but not tomorrow and not earlier', () => {
    expect(fields({ heldOn: '2025-11-22' })).toEqual([]);
    expect(fields({ heldOn: '2025-11-21' })).toEqual(['heldOn']);
    expect(fields({ heldOn: '2026-11-24', nextOn: '2026-11-27' })).toEqual(['heldOn']);
  });
  test('with a next step on the day of the talk at the earliest', () => {
    expect(fields({ nextOn: today })).toEqual([]);
    expect(fields({ nextOn: '2026-11-22' })).toEqual(['nextOn']);
  });
  test('with a note up to the longest, not longer', () => {
    expect(fields({ note: 'a'.repeat(longestNote) })).toEqual([]);
    expect(fields({ note: 'a'.repeat(longestNote + 1) })).toEqual(['note']);
  });
  test('and everything that is missing is said at once', () => {
    expect(fields({ requestKey: '', outcome: '', heldOn: '31/11', nextStep: 'dance' })).toEqual([
      'requestKey',
      'outcome',
      'heldOn',
      'nextStep',
    ]);
  });
});
