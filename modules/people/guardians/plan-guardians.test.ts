import { describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';
import type { GuardianReader, GuardianRow } from './guardian-row.ts';
import type { GuardianSnapshot } from './guardian-snapshot.ts';
import { planGuardians } from './plan-guardians.ts';

const on = '2026-11-22';
const number = testCivicNumber('1980-03-01');
const nora = 10;
const nils = 11;
const operator: GuardianReader = { personId: null, onlyStudents: null };

const row = (told: Partial<GuardianRow> = {}): GuardianRow => ({
  ...{
    row: 0,
    studentId: nora,
    civicNumber: number,
    sourceId: null,
    givenName: 'Åsa',
    familyName: 'Lindgren',
  },
  ...{ starts: null, remove: false },
  ...told,
});
const asa: StoredPerson = {
  ...{ personId: 60, civicNumber: number, sourceId: null, federatedName: null, givenName: 'Åsa' },
  ...{ middleName: null, familyName: 'Lindgren', protection: 'none', email: null, homeMunicipality: null },
};
const known_ = { sourceIds: new Map<string, number>(), formerNumbers: new Map<string, number>() };
const nothing: GuardianSnapshot = {
  ...{ known: known_, persons: [], guardians: [], ties: [], protectedStudents: new Map() },
  ...{ students: new Set<number>(), staff: new Set<number>() },
};
const tie = { studentId: nora, otherId: 60, starts: '2025-08-18', ends: null };
const known: GuardianSnapshot = { ...nothing, persons: [asa], guardians: [asa], ties: [tie] };

const plan = (rows: GuardianRow[], stored = nothing, reader = operator) =>
  planGuardians(
    rows.map((each, index) => ({ ...each, row: index })),
    stored,
    reader,
    on,
  );
const outcomes = (made: ReturnType<typeof plan>) =>
  made.outcomes.map((each) => (each.became === 'refused' ? each.code : each.became));

describe('guardians from a file', () => {
  it('are made one person for all their children', () => {
    const made = plan([row(), row({ studentId: nils })]);
    expect(outcomes(made)).toEqual(['created', 'created']);
    expect(made.newPersons).toHaveLength(1);
    expect(made.begun.map((each) => [each.studentId, each.starts])).toEqual([
      [nora, on],
      [nils, on],
    ]);
  });

  it('change nothing when the file says what is known', () => {
    const made = plan([row()], known);
    expect(outcomes(made)).toEqual(['unchanged']);
    expect([made.changedPersons, made.begun, made.moved]).toEqual([[], [], []]);
  });

  it('end with Ta bort or a last day, and nothing is ended by being missing', () => {
    expect(plan([row({ remove: true })], known).moved).toMatchObject([{ after: { ends: on } }]);
    expect(plan([row({ ends: '2026-12-31' })], known).moved).toMatchObject([
      { after: { ends: '2026-12-31' } },
    ]);
    expect(plan([row({ studentId: nils })], known).moved).toEqual([]);
    expect(plan([row({ remove: true })], known).weight).toMatchObject({ before: 1, ended: 1 });
  });

  it('without an identifier are known by name and e-mail address, or by name and child', () => {
    const bare = { civicNumber: null, email: 'asa@example.org' };
    const siblings = plan([row(bare), row({ ...bare, studentId: nils })]);
    expect(siblings.newPersons).toHaveLength(1);
    const stored = { ...asa, civicNumber: null, email: 'asa@example.org' };
    const there = { ...nothing, guardians: [stored], ties: [tie] };
    expect(outcomes(plan([row(bare)], there))).toEqual(['unchanged']);
    expect(outcomes(plan([row({ civicNumber: null })], there))).toEqual(['unchanged']);
    expect(plan([row({ civicNumber: null, studentId: nils })], there).newPersons).toHaveLength(1);
    const other = row({ ...bare, givenName: 'Peter' });
    expect(plan([other], there).newPersons).toHaveLength(1);
  });

  it('get the personnummer that an earlier file did not have', () => {
    const stored = { ...asa, civicNumber: null };
    const made = plan([row()], { ...nothing, guardians: [stored], ties: [tie] });
    expect(made.changedPersons).toMatchObject([{ personId: 60, civicNumber: number }]);
    expect(made.newPersons).toEqual([]);
  });

  it('are refused when two rows about one pair differ, both', () => {
    expect(outcomes(plan([row(), row({ ends: '2026-12-31' })]))).toEqual([
      'guardian-twice',
      'guardian-twice',
    ]);
    expect(outcomes(plan([row(), row()]))).toEqual(['created', 'unchanged']);
  });

  it('are never students here, nor the one who reads the file in', () => {
    expect(outcomes(plan([row()], { ...known, students: new Set([60]) }))).toEqual(['guardian-is-student']);
    const herself = { personId: 60, onlyStudents: null };
    expect(outcomes(plan([row({ studentId: nils })], known, herself))).toEqual(['own-child']);
  });
});

describe('a guardian of a student with a protected identity', () => {
  const hidden = { ...nothing, protectedStudents: new Map([[nora, 'protected-registration' as const]]) };

  it('is masked as well, also by a row about a sibling', () => {
    const rows = [row({ protection: 'none' }), row({ studentId: nils, protection: 'none' })];
    expect(plan(rows, hidden).newPersons).toMatchObject([{ protection: 'protected-registration' }]);
    expect(
      plan([row({ studentId: nils })], { ...known, ...{ protectedStudents: hidden.protectedStudents } })
        .changedPersons,
    ).toMatchObject([{ protection: 'protected-registration' }]);
    expect(plan(rows).newPersons).toMatchObject([{ protection: 'none' }]);
  });

  it('who works here is masked too, but told about by the file of staff alone', () => {
    const stored = { ...known, staff: new Set([60]), protectedStudents: hidden.protectedStudents };
    const made = plan([row({ familyName: 'Berg' })], stored);
    expect(made.changedPersons).toMatchObject([
      { familyName: 'Lindgren', protection: 'protected-registration' },
    ]);
    expect(made.kept).toEqual([0]);
  });
});

describe('a reader of one unit', () => {
  it('changes no name or log-in of somebody with a child at another unit', () => {
    const stored = { ...known, ties: [tie, { ...tie, studentId: nils }] };
    const told = row({ federatedName: 'annan@example.org' });
    const made = plan([told], stored, { personId: null, onlyStudents: new Set([nora]) });
    expect([made.changedPersons, made.kept]).toEqual([[], [0]]);
    const both = { personId: null, onlyStudents: new Set([nora, nils]) };
    expect(plan([told], stored, both).changedPersons).toHaveLength(1);
  });
});
