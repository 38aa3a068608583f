import { describe, expect, test } from 'vitest';
import { formatOf } from './number-formats.ts';
import { numberText } from './number-text.ts';

const shown = (value: string, pattern: string, date1904 = false): string =>
  numberText(value, formatOf(pattern), date1904);

describe('a number in a workbook becomes what a person sees', () => {
  test.each([
    ['60', 'General', '60'],
    ['0.1', 'General', '0,1'],
    ['0.30000000000000004', '0.0', '0,3'],
    ['59.999', '0', '59,999'],
    ['-7.5', 'General', '-7,5'],
    ['1E-3', 'General', '0,001'],
    ['200903012384', 'General', '200903012384'],
    ['2.00903012384E11', '0.00E+00', '200903012384'],
    ['200903012384.0', '0', '200903012384'],
    ['0.123', '0%', '12,3%'],
    ['0.07', '0.00 %', '7%'],
    ['9012384', '000000', '9012384'],
    ['901012384', '000000\\-0000', '090101-2384'],
    ['200901012384', '00000000\\-0000', '20090101-2384'],
    ['1234567', '00000000', '01234567'],
    ['1234567', '[$-41D]00000000', '01234567'],
  ])('%s as %s is %s', (value, pattern, text) => {
    expect(shown(value, pattern)).toBe(text);
  });

  test('one of more digits than Excel keeps stays the damage that it is', () => {
    expect(shown('1234567890123456789', '0')).toMatch(/^1,\d+E\+18$/);
    expect(shown('123456789012345', '0')).toBe('123456789012345');
  });
});

describe('days and times', () => {
  test.each([
    ['46342', 'yyyy\\-mm\\-dd', '2026-11-16'],
    ['46342', 'm/d/yyyy;@', '2026-11-16'],
    ['46342', '[$-41D]d\\ mmmm\\ yyyy', '2026-11-16'],
    ['46342.340277777777', 'yyyy-mm-dd hh:mm', '2026-11-16 08:10'],
    ['46342', 'yyyy-mm-dd hh:mm', '2026-11-16'],
    ['46342.99999999', 'yyyy-mm-dd', '2026-11-17'],
    ['46342.5', 'yyyy-mm-dd', '2026-11-16'],
    ['0.3402777777777778', 'hh:mm', '08:10'],
    ['0.34027777777777773', 'h:mm:ss', '08:10'],
    ['0.340289351851852', 'hh:mm:ss', '08:10:01'],
    ['1.0625', '[h]:mm', '25:30'],
    ['1', 'yyyy-mm-dd', '1900-01-01'],
    ['59', 'yyyy-mm-dd', '1900-02-28'],
    ['61', 'yyyy-mm-dd', '1900-03-01'],
    ['2958465', 'yyyy-mm-dd', '9999-12-31'],
  ])('%s as %s is %s', (value, pattern, text) => {
    expect(shown(value, pattern)).toBe(text);
  });

  test('a day that is none stays a number, which no column of days takes', () => {
    expect(shown('-1', 'yyyy-mm-dd')).toBe('-1');
    expect(shown('20261116', 'yyyy-mm-dd')).toBe('20261116');
  });

  test('a workbook that counts from 1904 has the same days under other numbers, and the same times', () => {
    expect(shown('44880', 'yyyy-mm-dd', true)).toBe('2026-11-16');
    expect(shown('0.5', 'hh:mm', true)).toBe('12:00');
  });
});

describe('what a pattern shows', () => {
  test.each([
    ['#,##0.00', 'plain'],
    ['"Red" 0', 'plain'],
    ['[Red]0;[Blue]-0', 'plain'],
    ['0" dagar"', 'plain'],
    ['\\d0', 'plain'],
    ['General', 'plain'],
    ['@', 'plain'],
    ['mmm', 'date'],
    ['mm:ss', 'time'],
    ['[mm]:ss', 'time'],
    ['0.0%', 'percent'],
  ])('%s is %s', (pattern, format) => {
    expect(formatOf(pattern)).toBe(format);
  });
});
