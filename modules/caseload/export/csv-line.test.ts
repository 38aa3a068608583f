import { describe, expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

describe('a line for Swedish Excel', () => {
  test('has semicolons, decimal comma, days as written in files, and nothing for what is not known', () => {
    expect(csvLine(['Nora Lindgren', 22.5, new Date('2026-10-05T00:00:00Z'), null, 0])).toBe(
      'Nora Lindgren;22,5;2026-10-05;;0\r\n',
    );
  });

  test('quotes what would break it', () => {
    expect(csvLine(['Ek; Alm', 'Kalle "Bus" Berg', 'två\nrader'])).toBe(
      '"Ek; Alm";"Kalle ""Bus"" Berg";"två\nrader"\r\n',
    );
  });
});

describe('text that a spreadsheet would run as a formula', () => {
  test.each(['=HYPERLINK("http://x")', '+46', '-1+1', '@SUM(A1)', '\tx', '\r=1', '\n=1'])(
    'gets an apostrophe in front: %j',
    (text) => {
      expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  test('is quoted besides when it has to be, so that the apostrophe stays inside', () => {
    expect(csvLine(['=1;2'])).toBe('"\'=1;2"\r\n');
  });

  test('is not every text with such a sign in it', () => {
    expect(csvLine(['Ann-Marie', 'a=b', 'x@y.se'])).toBe('Ann-Marie;a=b;x@y.se\r\n');
  });

  test('is never a figure', () => {
    expect(csvLine([-1.5])).toBe('-1,5\r\n');
  });
});
