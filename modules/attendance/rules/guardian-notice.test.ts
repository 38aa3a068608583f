import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { guardianNotice } from './guardian-notice.ts';

const absent = { birthDate: '2009-05-01', invalidMinutes: 60, specialReasons: false } as const;

function ask(facts: object, on = '2026-11-20') {
  return answerOf(decide(guardianNotice, { ...absent, ...facts }, on));
}

test('a guardian is told the same day, by chapter 15 or chapter 18', () => {
  expect(ask({})).toMatchObject({
    verdict: 'ok',
    value: { required: true, by: '2026-11-20' },
    reasons: [{ code: 'same-day', basis: ['SFS 2010:800 15 kap. 16 §'], verified: true }],
  });
  const adapted = ask({ schoolForm: 'adapted-upper-secondary' });
  expect(adapted.reasons[0]?.basis).toEqual(['SFS 2010:800 18 kap. 16 §']);
});

test.each([
  ['the day before the 18th birthday', { birthDate: '2008-11-21' }, true],
  ['the 18th birthday', { birthDate: '2008-11-20' }, false],
  ['the day after the 18th birthday', { birthDate: '2008-11-19' }, false],
  ['one minute', { invalidMinutes: 1 }, true],
  ['no invalid minute', { invalidMinutes: 0 }, false],
  ['valid absence only', { invalidMinutes: 0, validMinutes: 300 }, false],
  ['valid and invalid absence', { invalidMinutes: 40, validMinutes: 300 }, true],
  ['special reasons', { specialReasons: true }, false],
  ['special reasons that nobody has told of', { specialReasons: null }, true],
])('%s', (_, facts, required) => {
  expect(ask(facts)).toMatchObject({
    verdict: 'ok',
    value: { required, by: required ? '2026-11-20' : null },
  });
});

test.each([
  ['born on a leap day, in a year without one: 28 February', '2026-02-28', true],
  ['born on a leap day, in a year without one: 1 March', '2026-03-01', false],
])('%s', (_, on, required) => {
  expect(ask({ birthDate: '2008-02-29' }, on).value).toMatchObject({ required });
});

test.each([
  ['the birth date', { birthDate: null }, ['birthDate']],
  ['the minutes', { invalidMinutes: null }, ['invalidMinutes']],
  ['both', { birthDate: null, invalidMinutes: null }, ['invalidMinutes', 'birthDate']],
])('%s not known is asked for', (_, facts, names) => {
  const { verdict, reasons } = ask(facts);
  expect({ verdict, names: reasons.map(({ fact }) => fact) }).toEqual({ verdict: 'missing', names });
});

test.each([
  ['an adult, minutes not known', { birthDate: '2008-01-01', invalidMinutes: null }, ['adult']],
  ['no invalid absence, age not known', { birthDate: null, invalidMinutes: 0 }, ['no-invalid-absence']],
  ['special reasons, age not known', { birthDate: null, specialReasons: true }, ['special-reasons']],
  [
    'all three',
    { birthDate: '2008-01-01', invalidMinutes: 0, specialReasons: true },
    ['no-invalid-absence', 'adult', 'special-reasons'],
  ],
])('%s: nobody must be told, with every reason', (_, facts, codes) => {
  const { value, reasons } = ask(facts);
  expect(value).toEqual({ required: false, by: null });
  expect(reasons.map(({ code }) => code)).toEqual(codes);
});

test('the wording applies from July 2018; compulsory school has a paragraph of its own that is not here', () => {
  expect(ask({ birthDate: '2002-01-01' }, '2018-06-30')).toMatchObject({ verdict: 'missing', version: null });
  expect(ask({ birthDate: '2002-01-01' }, '2018-07-01').value).toMatchObject({ required: true });
  expect(ask({ schoolForm: 'compulsory' }).verdict).toBe('missing');
});
