import { expect, test } from 'vitest';
import { patternOf, words } from './name-words.ts';

function finds(word: string, name: string): boolean {
  return words(word).every((each) => new RegExp(patternOf(each), 'u').test(name));
}

test('a part of a name is found, in capitals or not', () => {
  expect(finds('nor', 'Lindgren Nora')).toBe(true);
  expect(finds('LINDGREN', 'Lindgren Nora')).toBe(true);
  expect(finds('nora lind', 'Lindgren Nora')).toBe(true);
  expect(finds('nora berg', 'Lindgren Nora')).toBe(false);
});

test('an accent need not be written, but å, ä and ö are letters of their own', () => {
  expect(finds('andre', 'Müller André')).toBe(true);
  expect(finds('muller', 'Müller André')).toBe(true);
  expect(finds('öhm', 'ÖHMAN Åsa')).toBe(true);
  expect(finds('ohman', 'Öhman Åsa')).toBe(false);
  expect(finds('asa', 'Öhman Åsa')).toBe(false);
});

test('hyphens and apostrophes belong to names, other signs do not and are never part of the pattern', () => {
  expect(finds("ann-charlotte o'hara", "O'Hara Ann-Charlotte")).toBe(true);
  expect(words('no[ra].* (x|y) \\ % _ $')).toEqual(['no', 'ra', 'x', 'y']);
  expect(words(' - 20100101-2380 ')).toEqual([]);
  expect(words('\uffff')).toEqual([]);
});

test('a very long text is cut to five words of forty letters', () => {
  expect(words('a '.repeat(20))).toHaveLength(5);
  expect(words('b'.repeat(200))).toEqual(['b'.repeat(40)]);
});
