import { expect, test } from 'vitest';
import { distinctNames, shownName } from './upload-name.ts';

test.each([
  ['närvaro v47.csv', 'närvaro v47.csv'],
  ['C:\\Skola\\elever.csv', 'elever.csv'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202ecsv.exe\u0000\n.csv', 'acsv.exe.csv'],
  ['..', '..'],
  ['', 'fil'],
  [`${'å'.repeat(300)}.csv`, 'å'.repeat(100)],
])('the name %j is shown as %j', (given, shown) => {
  expect(shownName(given)).toBe(shown);
});

test('files of the same name are told apart', () => {
  expect(distinctNames(['a.csv', 'b.csv', 'a.csv', 'a.csv'])).toEqual([
    'a.csv',
    'b.csv',
    'a.csv (2)',
    'a.csv (3)',
  ]);
});
