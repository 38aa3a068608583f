import Holidays from 'date-holidays';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, isLocalDate } from '../platform/local-date.ts';
import { addMonths, addWorkingDays, birthdayOf, isDayOfRest, lastDay, publicHolidays } from './calendar.ts';

const years = Array.from({ length: 61 }, (_, index) => 2000 + index);
const day = fc.integer({ min: 0, max: 22_000 }).map((later) => addDays('2000-01-01', later));
const birth = fc.integer({ min: -20_000, max: 60_000 }).map((later) => addDays('2000-01-01', later));
const weekday = (of: string) => new Date(`${of}T00:00:00Z`).getUTCDay();

/** What another library says; it calls Whit Monday an observance in the years when it was a holiday too. */
function elsewhere(year: number): string[] {
  const all = new Holidays('SE').getHolidays(year);
  const counted = all.filter(
    ({ type, name }) => type === 'public' || (year < 2005 && name === 'annandag pingst'),
  );
  return counted.map(({ date }) => date.slice(0, 10));
}

test.each(years)('the holidays of %i are those that another library knows', (year) => {
  const alwaysSundays = elsewhere(year).filter((holiday) => !publicHolidays(year).includes(holiday));
  expect(publicHolidays(year).filter((holiday) => !elsewhere(year).includes(holiday))).toEqual([]);
  expect(alwaysSundays.filter((holiday) => weekday(holiday) !== 0)).toEqual([]);
  expect(elsewhere(year).every(isDayOfRest)).toBe(true);
});

test.each(years)('the three eves of %i are days of rest, the days that only feel like it are not', (year) => {
  const eves = new Holidays('SE').getHolidays(year).filter(({ type }) => type === 'bank');
  expect(eves.map(({ name }) => name)).toEqual(['midsommarafton', 'julafton', 'nyårsafton']);
  expect(eves.every(({ date }) => isDayOfRest(date.slice(0, 10)))).toBe(true);
  const others = [`${year}-01-05`, `${year}-04-30`].filter((each) => weekday(each) % 6 !== 0);
  expect(others.filter((each) => !publicHolidays(year).includes(each)).some(isDayOfRest)).toBe(false);
});

test('National Day took the place of Whit Monday in 2005', () => {
  expect(
    ['2004-05-31', '2004-06-06', '2005-05-16', '2005-06-06'].map((each) =>
      publicHolidays(Number(each.slice(0, 4))).includes(each),
    ),
  ).toEqual([true, false, false, true]);
});

test('no holiday stands twice, and a year has eleven that are not always a Sunday', () => {
  for (const year of years) expect(publicHolidays(year).every(isLocalDate)).toBe(true);
  expect(new Set(publicHolidays(2026)).size).toBe(11);
});

test.each([
  ['a Friday', '2026-11-20', '2026-11-20'],
  ['a Saturday', '2026-11-21', '2026-11-23'],
  ['a Sunday', '2026-11-22', '2026-11-23'],
  ['the day before Christmas Eve', '2026-12-23', '2026-12-23'],
  ['Christmas Eve, a Thursday', '2026-12-24', '2026-12-28'],
  ['New Year’s Eve, a Thursday', '2026-12-31', '2027-01-04'],
  ['the eve of Epiphany', '2026-01-05', '2026-01-05'],
  ['Epiphany', '2026-01-06', '2026-01-07'],
  ['Maundy Thursday', '2026-04-02', '2026-04-02'],
  ['Good Friday', '2026-04-03', '2026-04-07'],
  ['Walpurgis Night', '2026-04-30', '2026-04-30'],
  ['Ascension Day', '2026-05-14', '2026-05-15'],
  ['the Friday after Ascension Day', '2026-05-15', '2026-05-15'],
  ['Whit Monday', '2026-05-25', '2026-05-25'],
  ['Midsummer’s Eve', '2026-06-19', '2026-06-22'],
  ['All Saints’ Day', '2026-10-31', '2026-11-02'],
])('what the law wants done at the latest on %s', (_, on, latest) => {
  expect(lastDay(on)).toBe(latest);
});

test('a last day is never a day of rest, never earlier and at most six days later, and stays when asked again', () => {
  fc.assert(
    fc.property(day, (on) => {
      const latest = lastDay(on);
      expect(isDayOfRest(latest)).toBe(false);
      expect(daysBetween(on, latest)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(on, latest)).toBeLessThanOrEqual(6);
      expect(lastDay(latest)).toBe(latest);
      for (let passed = on; passed < latest; passed = addDays(passed, 1))
        expect(isDayOfRest(passed)).toBe(true);
    }),
  );
});

test.each([
  ['none', '2026-11-20', 0, '2026-11-20'],
  ['less than none', '2026-11-20', -1, '2026-11-20'],
  ['one, over a week-end', '2026-11-20', 1, '2026-11-23'],
  ['five make a week', '2026-11-16', 5, '2026-11-23'],
  ['from a Saturday', '2026-11-21', 1, '2026-11-23'],
  ['over Easter', '2026-04-02', 1, '2026-04-07'],
  ['over Christmas and New Year', '2026-12-23', 4, '2027-01-04'],
])('working days: %s', (_, from, count, to) => {
  expect(addWorkingDays(from, count)).toBe(to);
});

test('between a day and some working days later there are exactly so many working days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const to = addWorkingDays(from, count);
      let counted = 0;
      for (let passed = addDays(from, 1); passed <= to; passed = addDays(passed, 1))
        if (!isDayOfRest(passed)) counted += 1;
      expect(counted).toBe(count);
      expect(isDayOfRest(to)).toBe(false);
    }),
  );
});

test.each([
  ['the same number', '2026-08-20', 2, '2026-10-20'],
  ['over New Year', '2026-11-30', 2, '2027-01-30'],
  ['31 August has no 31 September', '2026-08-31', 1, '2026-09-30'],
  ['31 December to the last of February', '2026-12-31', 2, '2027-02-28'],
  ['in a leap year', '2027-12-31', 2, '2028-02-29'],
  ['from 29 February', '2028-02-29', 12, '2029-02-28'],
  ['to December', '2026-11-15', 1, '2026-12-15'],
  ['none', '2026-11-15', 0, '2026-11-15'],
  ['back', '2026-03-31', -1, '2026-02-28'],
  ['back over New Year', '2026-01-15', -2, '2025-11-15'],
])('months: %s', (_, from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test('some months later is a day of that month, with the same number or the last', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, months) => {
      const to = addMonths(from, months);
      expect(isLocalDate(to)).toBe(true);
      const month = (each: string) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
      expect(month(to) - month(from)).toBe(months);
      const isLast = addDays(to, 1).slice(8) === '01';
      expect(to.slice(8) === from.slice(8) || (isLast && to.slice(8) < from.slice(8))).toBe(true);
    }),
  );
});

test.each([
  ['an ordinary day', '2008-11-22', 18, '2026-11-22'],
  ['born on a leap day, in another leap year', '2008-02-29', 16, '2024-02-29'],
  ['born on a leap day, in other years', '2008-02-29', 18, '2026-03-01'],
  ['born the day before', '2008-02-28', 18, '2026-02-28'],
  ['born the day after', '2008-03-01', 18, '2026-03-01'],
  ['the day of birth', '2008-02-29', 0, '2008-02-29'],
])('a birthday: %s', (_, birthDate, age, birthday) => {
  expect(birthdayOf(birthDate, age)).toBe(birthday);
});

test('who is born later is never older', () => {
  fc.assert(
    fc.property(birth, fc.integer({ min: 0, max: 30 }), (birthDate, age) => {
      expect(isLocalDate(birthdayOf(birthDate, age))).toBe(true);
      expect(birthdayOf(addDays(birthDate, 1), age) >= birthdayOf(birthDate, age)).toBe(true);
    }),
  );
});
