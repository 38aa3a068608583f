import { describe, expect, it } from 'vitest';
import type { Found } from './find-headings.ts';
import { findHeadings } from './find-headings.ts';
import { dayReader, minutesReader, shownDayOrder, usualWay } from './how-to-read.ts';
import { lessonReader } from './lesson-row.ts';
import { rowCells } from './row-cells.ts';

describe('days in the order that somebody has said', () => {
  it('are read with the day first, with the month first, and with the year first in either', () => {
    expect(dayReader('day-first')('3/4/2026')).toEqual({ day: '2026-04-03' });
    expect(dayReader('month-first')('3/4/2026')).toEqual({ day: '2026-03-04' });
    for (const order of ['day-first', 'month-first'] as const)
      expect(dayReader(order)('2026-11-16')).toEqual({ day: '2026-11-16' });
  });

  it('may be written with points, hyphens and a time', () => {
    expect(dayReader('day-first')('16.11.2026 08:10')).toEqual({ day: '2026-11-16' });
    expect(dayReader('day-first')(' 16-11-2026 ')).toEqual({ day: '2026-11-16' });
  });

  it('are refused when they do not exist in that order, and when nobody has said any', () => {
    expect(dayReader('day-first')('11/16/2026')).toEqual({ problem: 'no-such-date' });
    expect(dayReader('month-first')('16/11/2026')).toEqual({ problem: 'no-such-date' });
    expect(dayReader('year-first')('16/11/2026')).toEqual({ problem: 'date-form' });
    expect(dayReader('day-first')('16/11/26')).toEqual({ problem: 'date-form' });
    expect(dayReader('day-first')('')).toEqual({ problem: 'date-missing' });
  });
});

describe('the order that examples show', () => {
  it('is told by a number over twelve, and by nothing else', () => {
    expect(shownDayOrder(['SA26A', '12/12/2026', '13/12/2026'])).toBe('day-first');
    expect(shownDayOrder(['12/12/2026', '12/13/2026'])).toBe('month-first');
    expect(shownDayOrder(['11/12/2026', '2026-11-16', ''])).toBe('year-first');
    expect(shownDayOrder(['13/13/2026'])).toBe('year-first');
  });
});

describe('minutes in a file that writes hours', () => {
  it('are sixty to the hour, to the nearest minute', () => {
    const read = minutesReader(true);
    expect(['1,5', '0.25', '0', '1,333'].map(read)).toEqual([90, 15, 0, 80]);
    expect([read(''), read('en timme')]).toEqual([null, undefined]);
    expect(minutesReader(false)('1,5')).toBe(1.5);
  });
});

describe('a lesson of a file with the day first and hours', () => {
  const headings = ['Personnummer', 'Datum', 'Starttid', 'Lektionsminuter', 'Ogiltig frånvaro (min)'];
  const { columns } = findHeadings([headings]) as Found;
  const cells = ['x', '3/11/2026', '08:10', '1,5', '0,5'];
  const lesson = { studentId: 0, day: '', startMinute: 0, minutes: 0, invalid: 0 } as never;

  it('is read as somebody has said', () => {
    const row = rowCells(columns, headings, { dayOrder: 'day-first', inHours: true, wholeFile: {} });
    expect(lessonReader(row, headings.length, () => 7, '2026-11-22')(cells, lesson)).toBeUndefined();
    expect(lesson).toMatchObject({ day: '2026-11-03', minutes: 90, invalid: 30, attended: 60 });
  });

  it('is refused when nobody has said anything', () => {
    const row = rowCells(columns, headings, usualWay);
    expect(lessonReader(row, headings.length, () => 7, '2026-11-22')(cells, lesson)?.code).toBe('date-form');
  });
});
