import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, decide, isDayOfRest } from '../../../law/index.ts';
import { addDays, daysBetween } from '../../../platform/local-date.ts';
import { appealDeadline } from './appeal-deadline.ts';

const ask = (facts: object, on = '2026-11-22') => decide(appealDeadline, facts, on);

test.each([
  ['three weeks from a Tuesday is a Tuesday', '2026-11-03', '2026-11-24'],
  ['from a Friday a Friday', '2026-11-06', '2026-11-27'],
  ['from a Saturday the Monday', '2026-11-07', '2026-11-30'],
  ['from a Sunday the Monday', '2026-11-08', '2026-11-30'],
  ['ends on the day before Christmas Eve', '2026-12-02', '2026-12-23'],
  ['ends on New Year’s Eve: past New Year’s Day and the week-end', '2026-12-10', '2027-01-04'],
  ['ends on Epiphany', '2026-12-16', '2027-01-07'],
  ['ends on Good Friday: past Easter Monday', '2026-03-13', '2026-04-07'],
  ['ends on the first of May, a Friday', '2026-04-10', '2026-05-04'],
  ['ends on Ascension Day', '2026-04-23', '2026-05-15'],
  ['ends on Midsummer’s Eve', '2026-05-29', '2026-06-22'],
  ['ends on National Day, a Saturday', '2026-05-16', '2026-06-08'],
  ['passes 29 February', '2028-02-15', '2028-03-07'],
])('%s', (_, receivedOn, lastDay) => {
  expect(ask({ receivedOn })).toMatchObject({ verdict: 'ok', value: { lastDay } });
});

test.each([
  ['the day before the last', { arrivedOn: '2026-11-22' }, 'ok', true, false],
  ['on the last day', { arrivedOn: '2026-11-23' }, 'ok', true, false],
  ['the day after', { arrivedOn: '2026-11-24' }, 'refused', false, true],
  [
    'the day after, with right information',
    { arrivedOn: '2026-11-24', appealInformationCorrect: true },
    'refused',
    false,
    true,
  ],
  [
    'late, but the information was wrong or missing',
    { arrivedOn: '2026-11-24', appealInformationCorrect: false },
    'ok',
    false,
    false,
  ],
  [
    'late at the school, in time at the board',
    { arrivedOn: '2026-11-26', arrivedAtBoardOn: '2026-11-23' },
    'ok',
    false,
    false,
  ],
  ['late at both', { arrivedOn: '2026-11-26', arrivedAtBoardOn: '2026-11-24' }, 'refused', false, true],
  ['only at the board, in time', { arrivedAtBoardOn: '2026-11-20' }, 'ok', false, false],
])('an appeal that arrives %s', (_, facts, verdict, inTime, rejected) => {
  const answer = ask({ receivedOn: '2026-11-02', ...facts });
  expect(answer).toMatchObject({ verdict, value: { lastDay: '2026-11-23', inTime, rejected } });
});

test('the citations: the three weeks, the day of rest, the rejection', () => {
  const cited = (facts: object) => answerOf(ask(facts)).reasons.flatMap(({ basis }) => basis);
  expect(cited({ receivedOn: '2026-11-02' })).toContain('SFS 2017:900 förvaltningslagen 44 §');
  expect(cited({ receivedOn: '2026-11-02' })).not.toContain('SFS 1930:173 2 §');
  expect(cited({ receivedOn: '2026-11-07' })).toContain('SFS 1930:173 2 §');
  expect(cited({ receivedOn: '2026-11-02', arrivedOn: '2026-11-24' })).toContain(
    'SFS 2017:900 förvaltningslagen 45 §',
  );
});

test('a decision that was never received has no time that runs', () => {
  for (const facts of [{}, { receivedOn: null }, { receivedOn: null, arrivedOn: '2026-11-24' }])
    expect(ask(facts)).toMatchObject({
      verdict: 'missing',
      value: null,
      reasons: [{ fact: 'receivedOn' }, { code: 'time-not-running' }],
    });
});

test('förvaltningslagen applies from 1 July 2018', () => {
  expect(ask({ receivedOn: '2026-11-02' }, '2018-06-30').version).toBeNull();
  expect(ask({ receivedOn: '2026-11-02' }, '2018-07-01').version).toBe('2018-07-01');
});

test('the last day is never a day of rest, never before the twenty-first day and never more than six days after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), (later) => {
      const receivedOn = addDays('2018-07-01', later);
      const last = ask({ receivedOn }).value?.lastDay ?? '';
      expect(isDayOfRest(last)).toBe(false);
      expect(daysBetween(receivedOn, last)).toBeGreaterThanOrEqual(21);
      expect(daysBetween(receivedOn, last)).toBeLessThanOrEqual(27);
      expect(ask({ receivedOn, arrivedOn: last }).value?.inTime).toBe(true);
      expect(ask({ receivedOn, arrivedOn: addDays(last, 1) }).verdict).toBe('refused');
    }),
    { numRuns: 1000 },
  );
});
