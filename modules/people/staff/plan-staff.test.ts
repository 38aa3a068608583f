import { describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';
import { planStaff } from './plan-staff.ts';
import type { StaffReader, StaffRow } from './staff-row.ts';
import type { StaffSnapshot, StoredDuty } from './staff-snapshot.ts';

const on = '2026-11-22';
const number = testCivicNumber('1980-03-01');
const ekdala = 1;
const hamn = 2;
const units = new Map([
  ['11111111', ekdala],
  ['22222222', hamn],
]);
const operator: StaffReader = { personId: null, onlyUnits: null };
const ofEkdala: StaffReader = { personId: 90, onlyUnits: [ekdala] };

const row = (told: Partial<StaffRow> = {}): StaffRow => ({
  row: 0,
  civicNumber: number,
  sourceId: 'P1',
  givenName: 'Kim',
  familyName: 'Larsson',
  unitCode: '11111111',
  role: 'teacher',
  title: null,
  groups: [],
  starts: '2026-08-17',
  remove: false,
  ...told,
});

const kim: StoredPerson = {
  ...{ personId: 50, civicNumber: number, sourceId: 'P1', federatedName: 'kim@skola.example' },
  ...{ givenName: 'Kim', middleName: null, familyName: 'Larsson', protection: 'none' },
  ...{ email: null, homeMunicipality: null },
};
const known = { sourceIds: new Map<string, number>(), formerNumbers: new Map<string, number>() };
const nothing: StaffSnapshot = {
  ...{ known, persons: [], namesakes: [], duties: [], groups: [], teaching: [], units, dutiesBefore: 0 },
  ...{ students: new Set<number>(), mentors: new Set<number>() },
};
const duty = (told: Partial<StoredDuty> = {}): StoredDuty => ({
  ...{ dutyId: 7, personId: 50, unitId: ekdala, role: 'teacher', title: null },
  ...{ starts: '2026-08-17', ends: null },
  ...told,
});
const works: StaffSnapshot = { ...nothing, persons: [kim], duties: [duty()], dutiesBefore: 1 };

const plan = (rows: StaffRow[], stored = nothing, reader = operator) =>
  planStaff(
    rows.map((each, index) => ({ ...each, row: index })),
    stored,
    reader,
    on,
  );
const outcomes = (made: ReturnType<typeof plan>) =>
  made.outcomes.map((each) => (each.became === 'refused' ? each.code : each.became));

describe('staff from a file', () => {
  it('makes the person, the duty, the groups and the teaching', () => {
    const made = plan([row({ groups: ['MA1', 'MA2'] })]);
    expect(outcomes(made)).toEqual(['created']);
    expect(made.newDuties).toMatchObject([
      { unitId: ekdala, role: 'teacher', starts: '2026-08-17', ends: null },
    ]);
    expect(made.newGroups.map((group) => group.name)).toEqual(['MA1', 'MA2']);
    expect(made.newTeaching).toMatchObject([{ starts: on }, { starts: on }]);
  });

  it('changes nothing when it says what is known', () => {
    const stored: StaffSnapshot = {
      ...works,
      groups: [{ groupId: 30, unitId: ekdala, kind: 'teaching', name: 'MA1' }],
      teaching: [{ studentId: 50, otherId: 30, starts: '2026-08-17', ends: null }],
    };
    const made = plan([row({ groups: ['MA1'] })], stored);
    expect(outcomes(made)).toEqual(['unchanged']);
    expect([
      made.changedPersons,
      made.newDuties,
      made.changedDuties,
      made.newTeaching,
      made.endedTeaching,
    ]).toEqual([...[[], [], [], [], []]]);
  });

  it('ends the groups that are not listed any more, and says nothing of groups with an empty cell', () => {
    const stored: StaffSnapshot = {
      ...works,
      groups: [{ groupId: 30, unitId: ekdala, kind: 'teaching', name: 'MA1' }],
      teaching: [{ studentId: 50, otherId: 30, starts: '2026-08-17', ends: null }],
    };
    expect(plan([row({ groups: ['MA2'] })], stored).endedTeaching).toMatchObject([
      { otherId: 30, ends: '2026-11-21' },
    ]);
    expect(plan([row()], stored).endedTeaching).toEqual([]);
  });

  it('takes two posts of one role at a unit as one duty with all their groups', () => {
    const made = plan([row({ groups: ['MA1'] }), row({ title: 'förstelärare', groups: ['MA2'] })]);
    expect(outcomes(made)).toEqual(['created', 'unchanged']);
    expect(made.newDuties).toHaveLength(1);
    expect(made.newGroups.map((group) => group.name)).toEqual(['MA1', 'MA2']);
  });

  it('refuses two rows about one duty that differ in its days, both', () => {
    expect(outcomes(plan([row(), row({ starts: '2026-09-01' })]))).toEqual(['staff-twice', 'staff-twice']);
  });

  it('ends duty and groups with Ta bort, and tells of a mentor whose students are left', () => {
    const stored: StaffSnapshot = {
      ...works,
      mentors: new Set([50]),
      groups: [{ groupId: 30, unitId: ekdala, kind: 'teaching', name: 'MA1' }],
      teaching: [{ studentId: 50, otherId: 30, starts: '2026-08-17', ends: null }],
    };
    const made = plan([row({ remove: true })], stored);
    expect(made.changedDuties).toMatchObject([{ dutyId: 7, ends: on }]);
    expect(made.endedTeaching).toMatchObject([{ otherId: 30, ends: on }]);
    expect(made.warnings).toEqual([{ code: 'still-mentor', rows: [0] }]);
    expect(made.weight.ended).toBe(1);
  });

  it('lets the groups be when only one of two duties at the unit ends', () => {
    const stored: StaffSnapshot = {
      ...works,
      duties: [duty(), duty({ dutyId: 8, role: 'coach' })],
      groups: [{ groupId: 30, unitId: ekdala, kind: 'teaching', name: 'MA1' }],
      teaching: [{ studentId: 50, otherId: 30, starts: '2026-08-17', ends: null }],
    };
    const made = plan([row({ role: 'coach', remove: true }), row({ groups: ['MA1'] })], stored);
    expect(made.changedDuties).toMatchObject([{ dutyId: 8, ends: on }]);
    expect([made.endedTeaching, made.newTeaching]).toEqual([[], []]);
  });

  it('adopts the mentor who is known by name only and works at the unit, once', () => {
    const named = { ...kim, civicNumber: null, sourceId: null, federatedName: null };
    const stored: StaffSnapshot = { ...nothing, namesakes: [named], duties: [duty({ role: 'mentor' })] };
    const made = plan([row()], stored);
    expect(made.newPersons).toEqual([]);
    expect(made.changedPersons).toMatchObject([{ personId: 50, civicNumber: number, sourceId: 'P1' }]);
    expect(made.warnings).toEqual([{ code: 'adopted', rows: [0] }]);
  });

  it('guesses at nobody among two of a name, here or in the file, nor at another unit', () => {
    const named = { ...kim, civicNumber: null, sourceId: null, federatedName: null };
    const mentor = duty({ role: 'mentor' });
    const two = { ...nothing, namesakes: [named, { ...named, personId: 51 }], duties: [mentor] };
    expect(plan([row()], two).newPersons).toHaveLength(1);
    const one = { ...nothing, namesakes: [named], duties: [mentor] };
    const other = row({ civicNumber: testCivicNumber('1985-03-01'), sourceId: 'P2' });
    expect(plan([row(), other], one).newPersons).toHaveLength(2);
    expect(plan([row({ unitCode: '22222222' })], one).newPersons).toHaveLength(1);
  });

  it('gives no duty to somebody who goes here as a student', () => {
    expect(outcomes(plan([row()], { ...works, students: new Set([50]) }))).toEqual(['staff-is-student']);
  });

  it("refuses a log-in name that is somebody else's", () => {
    const other = row({
      civicNumber: testCivicNumber('1985-03-01'),
      sourceId: 'P2',
      federatedName: 'KIM@skola.example',
    });
    expect(outcomes(plan([other], works))).toEqual(['federated-name-taken']);
  });

  it('ends nothing before it begins', () => {
    expect(outcomes(plan([row({ ends: '2026-08-16' })]))).toEqual(['ends-before-start']);
    expect(outcomes(plan([row({ ends: '2026-08-17' })]))).toEqual(['created']);
  });
});

describe('what a file may give', () => {
  const wide = ['principal', 'health-team', 'career-counsellor', 'coach'] as const;

  it.each(wide)(
    'the duty %s, which opens every student of a unit, only by a reader of the whole organiser',
    (role) => {
      expect(outcomes(plan([row({ role })], nothing, ofEkdala))).toEqual(['duty-not-yours']);
      const made = plan([row({ role })], nothing, operator);
      expect(outcomes(made)).toEqual(['created']);
      expect(made.weight.opened).toMatchObject([{ role, unitId: ekdala }]);
      expect(plan([row()], nothing, operator).weight.opened).toEqual([]);
    },
  );

  it('a reader of one unit may say again what is known, and end it', () => {
    const stored = { ...works, duties: [duty({ role: 'principal' })] };
    expect(outcomes(plan([row({ role: 'principal' })], stored, ofEkdala))).toEqual(['unchanged']);
    expect(outcomes(plan([row({ role: 'principal', remove: true })], stored, ofEkdala))).toEqual(['updated']);
    const over = { ...works, duties: [duty({ role: 'principal', ends: '2026-12-31' })] };
    expect(outcomes(plan([row({ role: 'principal', ends: null })], over, ofEkdala))).toEqual([
      'duty-not-yours',
    ]);
  });

  it('nothing to the one who reads it in', () => {
    const reader = { personId: 50, onlyUnits: null };
    expect(outcomes(plan([row({ role: 'principal' })], works, reader))).toEqual(['own-duty']);
    expect(outcomes(plan([row({ groups: ['MA1'] })], works, reader))).toEqual(['own-duty']);
    expect(outcomes(plan([row()], works, reader))).toEqual(['unchanged']);
    const renamed = plan([row({ federatedName: 'annan@skola.example' })], works, reader);
    expect([renamed.changedPersons, renamed.warnings]).toEqual([[], [{ code: 'kept', rows: [0] }]]);
  });

  it('no new log-in to somebody whose duty no file gives, or who works where the reader may not', () => {
    const told = row({ federatedName: 'annan@skola.example' });
    const reserved = (['administrator', 'head-of-education', 'data-protection-officer'] as const).map(
      (role) => plan([told], { ...works, duties: [duty(), duty({ dutyId: 8, unitId: null, role })] }),
    );
    const elsewhere = { ...works, duties: [duty(), duty({ dutyId: 8, unitId: hamn })] };
    const leads = { ...works, duties: [duty(), duty({ dutyId: 8, role: 'principal' })] };
    for (const made of [...reserved, plan([told], elsewhere, ofEkdala), plan([told], leads, ofEkdala)]) {
      expect(made.changedPersons).toEqual([]);
      expect(made.warnings).toEqual([{ code: 'kept', rows: [0] }]);
    }
    expect(plan([told], elsewhere, operator).changedPersons).toHaveLength(1);
    expect(plan([told], works, ofEkdala).changedPersons).toHaveLength(1);
  });
});
