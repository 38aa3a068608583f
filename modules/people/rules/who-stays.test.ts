import { expect, test } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import { whoStays } from './who-stays.ts';

const number = testCivicNumber('2009-09-08');
const coordination = `${number.slice(0, 6)}${Number(number.slice(6, 8)) + 60}${number.slice(8)}`;
const temporary = `${number.slice(0, 8)}TF20`;

const pair = (one: string | null, other: string | null, rows: readonly [number, number] = [5, 5]) =>
  whoStays(
    { personId: 1, civicNumber: one, rows: rows[0] },
    { personId: 2, civicNumber: other, rows: rows[1] },
  );

test.each([
  [temporary, number],
  [coordination, number],
  [null, number],
  [temporary, coordination],
  [null, temporary],
])('the better number stays, though the other has more rows (%s, %s)', (one, other) => {
  expect(pair(one, other, [100, 0])).toMatchObject({ stays: { personId: 2 }, because: 'number' });
  expect(pair(other, one, [0, 100])).toMatchObject({ stays: { personId: 1 }, because: 'number' });
});

test('of two with the same kind of number the one with most rows stays', () => {
  expect(pair(null, null, [4, 5])).toMatchObject({
    stays: { personId: 2 },
    goes: { personId: 1 },
    because: 'rows',
  });
});

test('of two that are alike in all the one who was registered first stays', () => {
  expect(pair(number, number)).toMatchObject({ stays: { personId: 1 }, because: 'first' });
});
