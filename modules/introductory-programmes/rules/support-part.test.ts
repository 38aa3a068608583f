import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, citation, decide } from '../../../law/index.ts';
import { addDays } from '../../../platform/local-date.ts';
import { supportPart } from './support-part.ts';

const paid = { paidFrom: '2026-08-17' };
const ask = (facts: object, on = '2026-11-22') => decide(supportPart, facts, on);

test.each([
  ['the first day', '2026-08-17', 'ok'],
  ['the last day of the year', '2027-08-16', 'ok'],
  ['the day after', '2027-08-17', 'refused'],
  ['a year after that', '2028-08-17', 'refused'],
])('on %s', (_, on, verdict) => {
  const value = { allowed: verdict === 'ok', lastDay: '2027-08-16' };
  expect(ask(paid, on)).toMatchObject({ verdict, value });
});

test('a year from any day ends the day before the same day of the next year', () => {
  const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2019-07-01', days));
  fc.assert(
    fc.property(day, (paidFrom) => {
      const lastDay = addDays(addMonths(paidFrom, 12), -1);
      expect(ask({ paidFrom }, lastDay).value).toEqual({ allowed: true, lastDay });
      expect(ask({ paidFrom }, addDays(lastDay, 1)).value).toEqual({ allowed: false, lastDay });
    }),
  );
});

test('a year divided into two periods is a year, wherever it is divided', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 363 }), fc.integer({ min: 1, max: 400 }), (days, pause) => {
      const through = addDays('2026-08-17', days);
      const paidFrom = addDays(through, 1 + pause);
      const facts = { periods: [{ from: '2026-08-17', through }], paidFrom };
      const lastDay = addDays('2027-08-16', pause);
      expect(ask(facts, lastDay).value).toEqual({ allowed: true, lastDay });
      expect(ask(facts, addDays(lastDay, 1)).verdict).toBe('refused');
    }),
  );
});

test.each([
  [
    'days that stand in two periods count once',
    {
      periods: [
        { from: '2026-08-17', through: '2026-12-31' },
        { from: '2026-10-01', through: '2027-08-15' },
      ],
    },
    { allowed: true, lastDay: null, remainingDays: 1 },
  ],
  [
    'a period inside another adds nothing',
    {
      periods: [
        { from: '2026-08-17', through: '2027-08-16' },
        { from: '2026-10-01', through: '2026-10-31' },
      ],
    },
    { allowed: true, lastDay: '2027-08-16' },
  ],
  [
    'periods are put in order',
    { paidFrom: '2027-01-11', periods: [{ from: '2026-08-17', through: '2026-12-20' }] },
    { allowed: true, lastDay: '2027-09-06' },
  ],
  ['nothing paid yet', { periods: [] }, { allowed: true, lastDay: null }],
  ['a period that goes on', { periods: [{ from: '2026-08-17' }] }, { allowed: true, lastDay: '2027-08-16' }],
])('%s', (_, facts, value) => {
  expect(ask(facts).value).toEqual(value);
});

test('that periods are added up is told as a reading of the law, not as law', () => {
  const facts = { ...paid, periods: [{ from: '2025-01-07', through: '2025-06-05' }] };
  const told = ask(facts).reasons.find((each) => each.code === 'added-up');
  expect(told?.basis[0]?.verified).toBe(false);
});

test.each([
  ['municipality', ['17 kap. 24 §']],
  ['region', ['17 kap. 24 §']],
  ['independent', ['17 kap. 35 §']],
  [null, ['17 kap. 24 §', '17 kap. 35 §']],
])('the paragraph of the organiser is cited: %s', (organiser, places) => {
  const answer = ask({ ...paid, organiser });
  expect(answer.reasons[0]?.basis.map(citation)).toEqual(places.map((place) => `SFS 2010:800 ${place}`));
});

test.each([
  ['a municipality may agree otherwise', { organiser: 'municipality', agreedOtherwise: true }, 'ok'],
  ['so may a region', { organiser: 'region', agreedOtherwise: true }, 'ok'],
  [
    'for an independent organiser the year stands',
    { organiser: 'independent', agreedOtherwise: true },
    'refused',
  ],
  ['who agreed is asked for', { agreedOtherwise: true }, 'missing'],
  ['whether there is an agreement is asked for', { organiser: 'region', agreedOtherwise: null }, 'missing'],
  ['no agreement, no more', { organiser: 'region', agreedOtherwise: false }, 'refused'],
])('after the year: %s', (_, facts, verdict) => {
  expect(ask({ ...paid, ...facts }, '2027-08-17').verdict).toBe(verdict);
  expect(ask({ ...paid, ...facts }, '2027-08-16').verdict).toBe('ok');
});

test.each([
  ['nothing', {}, ['paidFrom']],
  ['null', { paidFrom: null }, ['paidFrom']],
  ['an unknown programme', { ...paid, programme: 'XX99' }, ['programme']],
  [
    'education that began before July 2019',
    { ...paid, educationBegunOn: '2019-06-30' },
    ['educationBegunOn'],
  ],
  ['payment before July 2019', { paidFrom: '2019-06-30' }, ['educationBegunOn']],
  [
    'a period that ends before it begins',
    { periods: [{ from: '2026-02-01', through: '2026-01-01' }] },
    ['periods'],
  ],
])('asked for, not guessed: %s', (_, facts, asked) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe('missing');
  expect(answer.reasons.map((each) => each.fact)).toEqual(asked);
});

test('the part is there only in the programme-oriented option', () => {
  expect(ask({ ...paid, programme: 'IMVBAG' }).verdict).toBe('ok');
  expect(ask({ ...paid, programme: 'IMY' })).toMatchObject({ verdict: 'refused', value: { allowed: false } });
});

test('the wording holds from July 2019', () => {
  expect(ask(paid, '2019-06-30').version).toBeNull();
  expect(ask({ paidFrom: '2019-07-01' }, '2019-07-01').value).toEqual({
    allowed: true,
    lastDay: '2020-06-30',
  });
});
