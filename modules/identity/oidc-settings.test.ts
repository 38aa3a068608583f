import { expect, test } from 'vitest';
import { oidcSettings } from './oidc-settings.ts';

const whole = {
  OIDC_ISSUER: 'https://inloggning.example/',
  OIDC_CLIENT_ID: 'fullfolj',
  OIDC_CLIENT_SECRET: 'hemlig',
  OIDC_ORGANISER: 'Ekdala kommun',
};

test('without an issuer there is no school log-in', () => {
  expect(oidcSettings({})).toBeNull();
  expect(oidcSettings({ ...whole, OIDC_ISSUER: '' })).toBeNull();
});

test('half a set of settings is told to the operator, all that is missing at once', () => {
  const half = { OIDC_ISSUER: whole.OIDC_ISSUER, OIDC_CLIENT_ID: 'fullfolj' };
  expect(() => oidcSettings(half)).toThrow('OIDC_CLIENT_SECRET, OIDC_ORGANISER');
  expect(() => oidcSettings({ ...whole, OIDC_ISSUER: 'inloggning' })).toThrow('ingen adress');
});

test('one claim of the operator’s choice replaces the usual ones', () => {
  expect(oidcSettings(whole)?.claims).toEqual(['eduPersonPrincipalName', 'preferred_username', 'email']);
  expect(oidcSettings({ ...whole, OIDC_CLAIM: 'norEduPersonNIN' })?.claims).toEqual(['norEduPersonNIN']);
});
