import { expect, test } from 'vitest';
import { readCompulsoryGrade } from './read-compulsory-grade.ts';

test.each([
  ['A', { value: 'A', isPass: true }],
  ['e', { value: 'E', isPass: true }],
  ['F', { value: 'F', isPass: false }],
  ['9', { value: '9', isPass: false }],
  ['3', { value: '3', isPass: null }],
  ['2', { value: '2', isPass: null }],
  ['G', undefined],
  ['10', undefined],
  ['', undefined],
])('the final grade %s of year 9 is %o', (text, read) => {
  expect(readCompulsoryGrade(text)).toEqual(read);
});
