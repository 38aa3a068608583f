import { expect, test } from 'vitest';
import { decide } from '../../../law/index.ts';
import { homeMunicipality } from './home-municipality.ts';

const ask = (facts: object, on = '2026-11-22') => decide(homeMunicipality, facts, on);

test.each([
  ['where one is registered', { registeredIn: '0114', staysIn: '0180' }, '0114'],
  ['where one stays, when registered nowhere', { isRegistered: false, staysIn: '0180' }, '0180'],
  [
    'where one stays, when the registration is protected',
    { registeredIn: '0114', protectedRegistration: true, staysIn: '0180' },
    '0180',
  ],
  ['where one stays, when no registration is known', { registeredIn: null, staysIn: '0180' }, '0180'],
])('home is %s', (_, facts, home) => {
  expect(ask(facts)).toMatchObject({ verdict: 'ok', value: { homeMunicipality: home } });
});

test.each([
  ['nothing is known', {}, 'registeredIn'],
  ['registered, but not where', { isRegistered: true, staysIn: '0180' }, 'registeredIn'],
  ['registered nowhere, and no stay known', { isRegistered: false }, 'staysIn'],
  ['protected, and no stay known', { registeredIn: '0114', protectedRegistration: true }, 'staysIn'],
])('not answered: %s', (_, facts, fact) => {
  expect(ask(facts)).toMatchObject({ verdict: 'missing', reasons: [{ fact }] });
});

test('an older wording is not in the book', () => {
  expect(ask({ registeredIn: '0114' }, '2019-12-31').verdict).toBe('missing');
  expect(ask({ registeredIn: '0114' }, '2020-01-01').verdict).toBe('ok');
});
