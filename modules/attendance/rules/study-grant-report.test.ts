import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { studyGrantReport } from './study-grant-report.ts';

const at = (date: string, minutes: number) => ({ date, minutes });
const october = (...invalid: object[]) => ({ month: '2026-10', invalid });

function ask(facts: object, on = '2026-11-22') {
  return answerOf(decide(studyGrantReport, facts, on));
}

test.each([
  ['four hours exactly on two days', [at('2026-10-05', 120), at('2026-10-14', 120)], true, 240, 2],
  ['a minute under', [at('2026-10-05', 120), at('2026-10-14', 119)], false, 239, 2],
  ['a minute over', [at('2026-10-05', 120), at('2026-10-14', 121)], true, 241, 2],
  ['four hours in one stretch are not repeated', [at('2026-10-05', 240)], false, 240, 1],
  ['two lessons of one day are one occasion', [at('2026-10-05', 120), at('2026-10-05', 120)], false, 240, 1],
  [
    'a second day of one minute makes it repeated',
    [at('2026-10-05', 239), at('2026-10-06', 1)],
    true,
    240,
    2,
  ],
  ['a day without minutes is no occasion', [at('2026-10-05', 240), at('2026-10-06', 0)], false, 240, 1],
  ['nothing', [], false, 0, 0],
  [
    'the first and the last day of the month count',
    [at('2026-10-01', 120), at('2026-10-31', 120)],
    true,
    240,
    2,
  ],
  [
    'the days around the month do not',
    [at('2026-09-30', 120), at('2026-10-14', 120), at('2026-11-01', 120)],
    false,
    120,
    1,
  ],
  ['the same month a year ago does not', [at('2025-10-05', 120), at('2026-10-14', 120)], false, 120, 1],
])('%s', (_, invalid, reportable, minutes, occasions) => {
  expect(ask(october(...invalid))).toMatchObject({
    verdict: 'ok',
    value: { reportable, minutes, occasions },
  });
});

test('what lies outside the month is told', () => {
  const { reasons } = ask(october(at('2026-09-30', 120), at('2026-11-01', 120)));
  expect(reasons.find(({ code }) => code === 'outside-month')?.says).toBe(
    'Räknas inte, utanför månaden: 2026-09-30, 2026-11-01.',
  );
});

test('the school may refrain, and the limit is told all the same', () => {
  const facts = { ...october(at('2026-10-05', 120), at('2026-10-14', 120)), specialReasons: true };
  const { value, reasons } = ask(facts);
  expect(value).toEqual({ reportable: false, minutes: 240, occasions: 2 });
  expect(reasons.map(({ code }) => code)).toEqual(['school-refrains', 'four-hours', 'repeated']);
});

test('a month that is not over is answered so far', () => {
  const facts = october(at('2026-10-05', 120));
  const codes = (on: string) => ask(facts, on).reasons.map(({ code }) => code);
  expect(codes('2026-10-31')).toContain('month-not-over');
  expect(codes('2026-11-01')).not.toContain('month-not-over');
});

test.each([
  ['no month', { invalid: [] }, ['month']],
  ['a month that does not exist', { month: '2026-13', invalid: [] }, ['month']],
  ['a month written otherwise', { month: 'oktober', invalid: [] }, ['month']],
  ['no absence told', { month: '2026-10', invalid: null }, ['invalid']],
  ['nothing', {}, ['month', 'invalid']],
  ['minutes that are not a number', { month: '2026-10', invalid: [{ date: '2026-10-05' }] }, ['invalid']],
])('%s is asked for', (_, facts, names) => {
  const { verdict, reasons } = ask(facts);
  expect({ verdict, names: reasons.map(({ fact }) => fact) }).toEqual({ verdict: 'missing', names });
});

test('it is the agency’s practice, not law, and is not said to have been read', () => {
  const { reasons } = ask(october(at('2026-10-05', 120)));
  expect(studyGrantReport.versions[0]?.basis.map(({ kind }) => kind)).toEqual([
    'agency-advice',
    'agency-advice',
  ]);
  expect(reasons.every(({ verified, basis }) => !verified && basis[0]?.startsWith('CSN'))).toBe(true);
});

test('in whatever order the days are told, the answer is the same', () => {
  const days = fc.array(
    fc.record({
      date: fc.integer({ min: 10, max: 31 }).map((day) => `2026-10-${day}`),
      minutes: fc.nat(200),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(days, (invalid) => {
      expect(ask(october(...invalid)).value).toEqual(ask(october(...invalid.toReversed())).value);
    }),
  );
});
