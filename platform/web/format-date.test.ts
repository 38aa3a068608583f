import { describe, expect, it } from 'vitest';
import {
  ago,
  clock,
  dayAndWeek,
  dayLong,
  dayShort,
  deadlineText,
  deadlineTone,
  moment,
  period,
  span,
  time,
  weekdayShort,
  weekNumber,
} from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const today = '2026-11-23';

describe('days in Swedish', () => {
  it('are short in lists, with the weekday when it helps, and in full in documents', () => {
    expect(plain(dayShort('2026-11-27'))).toBe('27 nov');
    expect(plain(weekdayShort('2026-11-27'))).toBe('fre 27 nov');
    expect(plain(dayLong('2026-11-30'))).toBe('30 november 2026');
    expect(plain(dayAndWeek(today))).toBe('måndag 23 november, vecka 48');
  });

  it('carry the year only when it is another one and far away', () => {
    expect(plain(dayShort('2027-01-14', today))).toBe('14 jan');
    expect(plain(dayShort('2025-08-18', today))).toBe('18 aug 2025');
  });

  it('count weeks by the standard of the calendar, also around New Year', () => {
    expect(['2026-01-01', '2026-12-31', '2027-01-03', '2027-01-04', '2024-12-30'].map(weekNumber)).toEqual([
      1, 53, 53, 1, 1,
    ]);
  });

  it('name the month once in a period within it', () => {
    expect(plain(period('2026-11-16', '2026-11-20'))).toBe('16–20 nov');
    expect(plain(period('2026-10-19', '2026-11-20'))).toBe('19 okt–20 nov');
    expect(plain(period('2026-11-20', '2026-11-20'))).toBe('20 nov');
  });
});

describe('how long ago', () => {
  it('is said in days up to four weeks, then in weeks', () => {
    expect(
      ['2026-11-23', '2026-11-22', '2026-11-21', '2026-10-27'].map((day) => plain(ago(day, today))),
    ).toEqual(['i dag', 'i går', 'för 2 dagar sedan', 'för 27 dagar sedan']);
    expect(plain(ago('2026-10-26', today))).toBe('för 4 veckor sedan');
    expect(plain(ago('2026-10-05', today))).toBe('för 7 veckor sedan');
  });

  it('is said in months from a year', () => {
    expect(plain(span(364))).toBe('52 veckor');
    expect(plain(span(365))).toBe('12 månader');
  });

  it('gives the day itself when it has not come yet', () => {
    expect(plain(ago('2026-11-27', today))).toBe('fre 27 nov');
  });
});

describe('a deadline', () => {
  it('is late the day after, needs you two days before, and is plain earlier', () => {
    const tones = ['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'].map((day) =>
      deadlineTone(day, today),
    );
    expect(tones).toEqual(['late', 'heed', 'heed', 'later']);
  });

  it('says when in the words people use', () => {
    const days = [
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-29',
      '2026-11-30',
    ];
    expect(days.map((day) => plain(deadlineText(day, today)))).toEqual([
      '1 dag sen',
      'i dag',
      'i morgon, 24 nov',
      'i övermorgon, 25 nov',
      'tors 26 nov',
      'sön 29 nov',
      '30 nov',
    ]);
  });
});

describe('the time of day', () => {
  it('is the Swedish clock with a full stop', () => {
    expect(clock('13:10:00')).toBe('13.10');
    expect(plain(time(new Date('2026-11-23T12:10:00Z')))).toBe('kl. 13.10');
    expect(clock(new Date('2026-07-01T12:10:00Z'))).toBe('14.10');
  });

  it('names today and yesterday by the Swedish day, not the day in Greenwich', () => {
    expect(plain(moment(new Date('2026-11-22T23:30:00Z'), today))).toBe('i dag kl. 00.30');
    expect(plain(moment(new Date('2026-11-22T14:42:00Z'), today))).toBe('i går kl. 15.42');
    expect(plain(moment(new Date('2026-11-20T14:20:00Z'), today))).toBe('fre 20 nov kl. 15.20');
  });
});
