import { expect, test } from 'vitest';
import { agreementOf, summed } from './reconcile.ts';

const minutes = (offered: number, reported = offered, absent = 0) => ({ offered, reported, absent });

test.each([
  ['every minute of the file is here', minutes(600, 540, 60), minutes(600, 540, 60), 'same'],
  ['a minute more is here than in the file', minutes(600), minutes(601), 'more'],
  ['a minute of the file is not here', minutes(600), minutes(599), 'less'],
  [
    'a reported minute is missing although the lessons are here',
    minutes(600, 540),
    minutes(600, 539),
    'other',
  ],
  [
    'a minute of absence is missing although the lessons are here',
    minutes(600, 600, 60),
    minutes(600, 600, 59),
    'other',
  ],
  ['more lessons but less absence', minutes(600, 600, 60), minutes(660, 660, 59), 'less'],
  ['as many lessons but more of them reported', minutes(600, 540), minutes(600, 600), 'other'],
])('%s', (_, source, stored, agreement) => {
  expect(agreementOf({ source, stored })).toBe(agreement);
});

test('weeks are added up on both sides', () => {
  const week = { source: minutes(600, 540, 30), stored: minutes(660, 600, 30) };
  expect(summed([week, week])).toEqual({ source: minutes(1200, 1080, 60), stored: minutes(1320, 1200, 60) });
});
