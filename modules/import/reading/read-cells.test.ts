import { describe, expect, it } from 'vitest';
import { readDate, readNumber, readTime, readYesNo } from './read-cells.ts';

describe('reading cells', () => {
  it('reads a day in the spellings that cannot be mistaken', () => {
    for (const text of [
      '2026-11-16',
      '20261116',
      '2026/11/16',
      ' 2026-11-16 ',
      '2026-11-16 00:00:00',
      '2026-11-16T08:10',
    ])
      expect(readDate(text)).toEqual({ day: '2026-11-16' });
  });

  it('refuses days that do not exist, other orders, and years that must be mistakes', () => {
    expect(readDate('2026-11-31')).toEqual({ problem: 'no-such-date' });
    expect(readDate('2026-02-29')).toEqual({ problem: 'no-such-date' });
    expect(readDate('2028-02-29')).toEqual({ day: '2028-02-29' });
    expect(readDate('11/12/2026')).toEqual({ problem: 'date-form' });
    expect(readDate('2206-11-16')).toEqual({ problem: 'no-such-date' });
    expect(readDate('')).toEqual({ problem: 'date-missing' });
  });

  it('reads times of day', () => {
    for (const text of ['08:10', '8:10', '8.10', '0810', '08:10:00']) expect(readTime(text)).toBe(490);
    for (const text of ['24:00', '08:60', 'åtta', '']) expect(readTime(text)).toBeUndefined();
  });

  it('reads numbers with decimal comma or point and thousands set apart', () => {
    expect(readNumber('94,5')).toBe(94.5);
    expect(readNumber('94.5')).toBe(94.5);
    expect(readNumber('4\u00a0340')).toBe(4340);
    expect(readNumber('2,0 %')).toBe(2);
    expect(readNumber('')).toBeNull();
    for (const text of ['sju', '1,2,3', '12a', '-']) expect(readNumber(text)).toBeUndefined();
  });

  it('tells yes, no, nothing and something else apart', () => {
    expect([readYesNo('Ja'), readYesNo('NEJ'), readYesNo(' '), readYesNo('kanske')]).toEqual([
      true,
      false,
      null,
      undefined,
    ]);
  });
});
