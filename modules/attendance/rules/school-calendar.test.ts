import { expect, test } from 'vitest';
import { easterSunday } from '../../../law/index.ts';
import { epochDay, fromEpochDay } from '../../../platform/local-date.ts';
import {
  afterTermDays,
  autumnOf,
  daysOff,
  isWeekend,
  schoolDaysBetween,
  termOf,
  usualCalendar,
} from './school-calendar.ts';

test('Easter falls where the almanac says', () => {
  const known = {
    2024: '2024-03-31',
    2025: '2025-04-20',
    2026: '2026-04-05',
    2027: '2027-03-28',
    2038: '2038-04-25',
  };
  for (const [year, day] of Object.entries(known)) expect(easterSunday(Number(year))).toBe(day);
});

test('a school year turns on 1 July', () => {
  expect(autumnOf('2026-06-30')).toBe(2025);
  expect(autumnOf('2026-07-01')).toBe(2026);
});

test('the usual breaks are week 44, Christmas to Twelfth Night, week 9 and the week before Easter', () => {
  const off = daysOff(usualCalendar(2026));
  const isOff = (day: string) => off.has(epochDay(day));
  expect(
    [
      '2026-10-26',
      '2026-10-30',
      '2026-12-21',
      '2027-01-06',
      '2027-03-01',
      '2027-03-05',
      '2027-03-22',
      '2027-03-29',
    ].every(isOff),
  ).toBe(true);
  expect(
    [
      '2026-10-23',
      '2026-11-02',
      '2026-12-18',
      '2027-01-07',
      '2027-02-26',
      '2027-03-08',
      '2027-03-19',
      '2027-03-30',
    ].some(isOff),
  ).toBe(false);
});

test('a usual school year has at least 178 school days', () => {
  for (const autumn of [2024, 2025, 2026, 2027]) {
    const { yearStart } = usualCalendar(autumn);
    const off = daysOff(usualCalendar(autumn));
    expect(
      schoolDaysBetween(epochDay(yearStart) - 1, epochDay(`${autumn + 1}-06-30`), off),
    ).toBeGreaterThanOrEqual(178);
  }
});

test('weekends and breaks are no school days', () => {
  const off = daysOff(usualCalendar(2025));
  expect(schoolDaysBetween(epochDay('2025-10-24'), epochDay('2025-11-03'), off)).toBe(1);
  expect([isWeekend(epochDay('2025-11-08')), isWeekend(epochDay('2025-11-07'))]).toEqual([true, false]);
});

test('thirty days that pass Christmas take Christmas longer', () => {
  const off = daysOff(usualCalendar(2025));
  expect(afterTermDays(epochDay('2025-09-01'), 30, off)).toBe('2025-10-01');
  expect(afterTermDays(epochDay('2025-12-10'), 30, off)).toBe('2026-01-27');
  expect(fromEpochDay(epochDay('2025-12-10') + 30)).toBe('2026-01-09');
});

test('the spring term begins after Twelfth Night', () => {
  const calendar = usualCalendar(2025);
  expect(termOf('2026-01-06', calendar)).toEqual({ from: '2025-08-18', autumn: true });
  expect(termOf('2026-01-07', calendar)).toEqual({ from: '2026-01-07', autumn: false });
});
