import { expect, test } from 'vitest';
import { outOfReach } from './reach.ts';

const at = (...everAt: number[]) => ({ protection: 'none' as const, everAt, wholeOrganiser: false });
const hidden = { ...at(1), protection: 'confidential' as const };

test('an administrator of the whole organiser merges anybody', () => {
  expect(outOfReach(null, [at(1), hidden])).toBeUndefined();
  expect(outOfReach(null, [at(), { ...at(2), wholeOrganiser: true }])).toBeUndefined();
});

test('an administrator of a unit merges those who have been there and nowhere else', () => {
  expect(outOfReach([1], [at(1), at(1)])).toBeUndefined();
  expect(outOfReach([1, 2], [at(1), at(1, 2)])).toBeUndefined();
  expect(outOfReach([1], [at(1), at(1, 2)])).toBe('other-units');
  expect(outOfReach([1], [at(1), at()])).toBe('other-units');
  expect(outOfReach([1], [at(1), { ...at(1), wholeOrganiser: true }])).toBe('other-units');
  expect(outOfReach([], [at(1), at(1)])).toBe('other-units');
});

test('an administrator of a unit does not merge a protected identity, whichever of the two it is', () => {
  expect(outOfReach([1], [at(1), hidden])).toBe('protected');
  expect(outOfReach([1], [hidden, at(1)])).toBe('protected');
});
