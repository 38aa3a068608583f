import { expect, test } from 'vitest';
import { schoolYearOf } from './calendar.ts';

const calendar = { years: [{ starts: '2026-08-18', ends: '2027-06-11' }], breaks: [] };

test('a day of a declared school year belongs to it, its first and last day too', () => {
  for (const day of ['2026-08-18', '2026-11-23', '2027-06-11'])
    expect(schoolYearOf(calendar, day)).toEqual({ starts: '2026-08-18', ends: '2027-06-11', declared: true });
});

test('around a day that no declared year covers, the year is counted from July to June, and that is said', () => {
  const earlier = { starts: '2025-07-01', ends: '2026-06-30', declared: false };
  expect(schoolYearOf(calendar, '2026-06-30')).toEqual(earlier);
  expect(schoolYearOf(calendar, '2026-07-01')).toEqual({
    starts: '2026-07-01',
    ends: '2027-06-30',
    declared: false,
  });
  expect(schoolYearOf({ years: [], breaks: [] }, '2026-02-01')).toEqual(earlier);
});

test('a text that is no day is refused', () => {
  expect(() => schoolYearOf(calendar, '2026-02-30')).toThrow('LocalDate');
});
