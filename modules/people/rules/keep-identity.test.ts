import { describe, expect, test } from 'vitest';
import type { RosterRow } from '../roster/roster-row.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';
import { keepingIdentity, wouldChangeIdentity } from './keep-identity.ts';

const person: StoredPerson = {
  personId: 7,
  civicNumber: '200801012386',
  sourceId: 'E1',
  federatedName: 'elin@skola.example',
  givenName: 'Elin',
  middleName: null,
  familyName: 'Berg',
  protection: 'confidential',
  email: null,
  homeMunicipality: '0180',
};
const same: RosterRow = {
  ...person,
  ...{ row: 1, unitCode: '12345678', schoolForm: 'GY', programmeCode: 'NA25', yearOfStudy: 1 },
  ...{ className: 'NA25A', groups: [], mentors: [], starts: null, remove: false },
};
const known = { sourceIds: new Map([['E1', 7]]), formerNumbers: new Map([['20080101TF20', 7]]) };
const kept = (more: Partial<RosterRow>) => keepingIdentity({ ...same, ...more }, person, known);
const tells = (more: Partial<RosterRow>) => wouldChangeIdentity({ ...same, ...more }, person, kept(more));

describe('a row about somebody whose identity it may not change', () => {
  test('says where she goes as before', () => {
    expect(kept({ className: 'TE25A', remove: true })).toMatchObject({ className: 'TE25A', remove: true });
  });

  test('finds her by a number or an id that she has or has had, and gives her no other', () => {
    expect(kept({})).toMatchObject({ civicNumber: '200801012386', sourceId: 'E1' });
    expect(kept({ civicNumber: '20080101TF20' as never })).toMatchObject({ civicNumber: '20080101TF20' });
    expect(kept({ civicNumber: '200801022394' as never, sourceId: 'NY' })).toMatchObject({
      civicNumber: null,
      sourceId: null,
    });
  });

  test('makes her protection stricter and never milder', () => {
    expect(kept({ protection: 'none' }).protection).toBeUndefined();
    expect(kept({ protection: 'confidential' }).protection).toBeUndefined();
    expect(kept({ protection: 'protected-registration' }).protection).toBe('protected-registration');
  });

  test.each<[string, Partial<RosterRow>, boolean]>([
    ['the same', {}, false],
    ['nothing of what it has no column for', { email: undefined, federatedName: undefined }, false],
    ['a stricter protection', { protection: 'protected-registration' }, false],
    ['a milder protection', { protection: 'none' }, true],
    ['another log-in', { federatedName: 'mallory@skola.example' }, true],
    ['an empty log-in', { federatedName: null }, true],
    ['another name', { familyName: 'Ek' }, true],
    ['another id', { sourceId: 'NY' }, true],
    ['an address', { email: 'mallory@skola.example' }, true],
  ])('that tells %s is counted as telling something else: %#', (_, more, told) => {
    expect(tells(more)).toBe(told);
  });
});
