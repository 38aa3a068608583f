import { describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import { planRoster } from './plan-roster.ts';
import type { RosterRow } from './roster-row.ts';
import type { RosterSnapshot, StoredPerson } from './roster-snapshot.ts';

const on = '2026-11-22';
const kimsNumber = testCivicNumber('1980-03-01');
const units = new Map([
  ['11111111', 1],
  ['22222222', 2],
]);

function row(told: Partial<RosterRow> = {}): RosterRow {
  return {
    row: 0,
    civicNumber: '200903012384',
    sourceId: 'E1',
    givenName: 'Alva',
    familyName: 'Andersson',
    unitCode: '11111111',
    schoolForm: 'GY',
    programmeCode: 'NA25',
    yearOfStudy: 1,
    className: 'NA25A',
    groups: [],
    mentors: [],
    starts: '2025-08-18',
    remove: false,
    ...told,
  };
}

const alva: StoredPerson = {
  personId: 10,
  civicNumber: '200903012384',
  sourceId: 'E1',
  federatedName: null,
  givenName: 'Alva',
  middleName: null,
  familyName: 'Andersson',
  protection: 'none',
  email: null,
  homeMunicipality: null,
};

const nothing: RosterSnapshot = {
  persons: [],
  known: { sourceIds: new Map(), formerNumbers: new Map() },
  enrolments: [],
  groups: [],
  memberships: [],
  mentorships: [],
  staff: [],
  units,
  enrolled: [],
};

const enrolled: RosterSnapshot = {
  ...nothing,
  persons: [alva],
  known: { sourceIds: new Map([['E1', 10]]), formerNumbers: new Map() },
  enrolments: [
    {
      enrolmentId: 5,
      studentId: 10,
      unitId: 1,
      schoolForm: 'GY',
      programmeCode: 'NA25',
      yearOfStudy: 1,
      starts: '2025-08-18',
      ends: null,
    },
  ],
  groups: [{ groupId: 30, unitId: 1, kind: 'class', name: 'NA25A' }],
  memberships: [{ studentId: 10, otherId: 30, starts: '2025-08-18', ends: null }],
  enrolled: [{ studentId: 10, unitId: 1, className: 'NA25A' }],
};

const plan = (rows: RosterRow[], stored: RosterSnapshot = enrolled) =>
  planRoster(
    rows.map((each, index) => ({ ...each, row: index })),
    stored,
    on,
  );
const became = (rows: RosterRow[], stored?: RosterSnapshot) =>
  plan(rows, stored).outcomes.map((outcome) => outcome.became);

describe('a roster against what is stored', () => {
  it('creates a student with enrolment and class from the first day told', () => {
    const made = plan([row()], nothing);
    expect(made.outcomes).toEqual([{ row: 0, became: 'created' }]);
    expect(made.newPersons).toHaveLength(1);
    expect(made.newEnrolments).toMatchObject([{ unitId: 1, starts: '2025-08-18', ends: null }]);
    expect(made.newMemberships).toMatchObject([{ starts: '2025-08-18', ends: null }]);
  });

  it('changes nothing when the same is told again', () => {
    const same = plan([row()]);
    expect(same.outcomes).toEqual([{ row: 0, became: 'unchanged' }]);
    expect(
      [same.changedPersons, same.changedEnrolments, same.newMemberships, same.endedMemberships].flat(),
    ).toEqual([]);
  });

  it('ends the earlier class the day before and begins the new one', () => {
    const moved = plan([row({ className: 'NA25B' })]);
    expect(moved.endedMemberships).toEqual([
      { studentId: 10, otherId: 30, starts: '2025-08-18', ends: '2026-11-21' },
    ]);
    expect(moved.newMemberships).toMatchObject([{ studentId: 10, starts: on, ends: null }]);
    expect(moved.differences).toEqual([
      { kind: 'class', studentId: 10, unitId: 1, row: 0, masked: false, before: 'NA25A', after: 'NA25B' },
    ]);
  });

  it('leaves class, groups and mentors alone when their cells are empty', () => {
    expect(became([row({ className: null })])).toEqual(['unchanged']);
  });

  it('ends nothing at the old unit when a student turns up at a new one, and says so', () => {
    const both = plan([row({ unitCode: '22222222', starts: '2026-11-01' })]);
    expect(both.newEnrolments).toMatchObject([{ unitId: 2, starts: '2026-11-01' }]);
    expect([...both.changedEnrolments, ...both.endedMemberships]).toEqual([]);
    expect(both.warnings).toEqual([{ code: 'several-units', rows: [0] }]);
  });

  it('ends enrolment and class with Ta bort, and deletes nothing', () => {
    const gone = plan([row({ remove: true })]);
    expect(gone.outcomes).toEqual([{ row: 0, became: 'updated' }]);
    expect(gone.changedEnrolments).toMatchObject([{ enrolmentId: 5, ends: on }]);
    expect(gone.endedMemberships).toMatchObject([{ otherId: 30, ends: on }]);
    expect(gone.differences.map((each) => each.kind)).toEqual(['ended']);
  });

  it('ends on the day told with Slutdatum, and opens again when the day is taken back', () => {
    expect(plan([row({ ends: '2026-12-18' })]).changedEnrolments).toMatchObject([{ ends: '2026-12-18' }]);
    const ended = { ...enrolled, enrolments: [{ ...enrolled.enrolments[0]!, ends: '2026-12-18' }] };
    expect(plan([row({ ends: null })], ended).changedEnrolments).toMatchObject([
      { enrolmentId: 5, ends: null },
    ]);
    const memberships = [{ ...enrolled.memberships[0]!, ends: '2026-12-18' }];
    expect(became([row({ ends: undefined })], { ...ended, memberships })).toEqual(['unchanged']);
  });

  it('takes Ta bort of a student who is not there, or has ended, for no change', () => {
    expect(became([row({ remove: true })], nothing)).toEqual(['unchanged']);
    const ended = {
      ...enrolled,
      enrolments: [{ ...enrolled.enrolments[0]!, ends: '2026-06-12' }],
      memberships: [],
    };
    expect(became([row({ remove: true })], ended)).toEqual(['unchanged']);
  });

  it('does not shorten an enrolment that began before the school year told, and moves one back that began after', () => {
    expect(became([row({ starts: '2026-08-17' })])).toEqual(['unchanged']);
    expect(plan([row({ starts: '2024-08-19' })]).changedEnrolments).toMatchObject([
      { enrolmentId: 5, starts: '2024-08-19' },
    ]);
  });

  it('makes a new enrolment of a student who comes back after a last day', () => {
    const ended = {
      ...enrolled,
      enrolments: [{ ...enrolled.enrolments[0]!, ends: '2026-06-12' }],
      memberships: [],
    };
    expect(plan([row({ starts: '2026-08-17' })], ended).newEnrolments).toMatchObject([
      { starts: '2026-08-17' },
    ]);
  });

  it('refuses a last day before the first', () => {
    expect(plan([row({ ends: '2025-08-17' })]).outcomes).toMatchObject([{ code: 'ends-before-start' }]);
  });
});

describe('whom a row is about', () => {
  const berit = { ...alva, personId: 11, civicNumber: '200903022383', sourceId: 'E2' };

  it('refuses identifiers of two persons', () => {
    const known = { ...enrolled.known, sourceIds: new Map([['E2', 11]]) };
    const two = { ...enrolled, persons: [alva, berit], known };
    expect(plan([row({ sourceId: 'E2' })], two).outcomes).toMatchObject([{ code: 'identifiers-differ' }]);
  });

  it('lets a provisional number become the real one, and nothing else', () => {
    const told = row({ civicNumber: '200903012384' });
    for (const stored of ['20090301TF02', '200903612388', null])
      expect(became([told], { ...enrolled, persons: [{ ...alva, civicNumber: stored }] })).toEqual([
        'updated',
      ]);
    expect(
      plan([told], { ...enrolled, persons: [{ ...alva, civicNumber: '200903022383' }] }).outcomes,
    ).toMatchObject([{ code: 'identifiers-differ' }]);
  });

  it('is a student by any id that she has been known by, and does not change her back and forth between two systems', () => {
    const known = { ...enrolled.known, sourceIds: new Map(['E1', 'b4cfd1ae'].map((id) => [id, 10])) };
    const stored = { ...enrolled, known };
    for (const sourceId of ['E1', 'b4cfd1ae']) {
      expect(became([row({ sourceId })], stored)).toEqual(['unchanged']);
      expect(became([row({ sourceId, civicNumber: null })], stored)).toEqual(['unchanged']);
    }
  });

  it('is the same student who comes back with a new id and the same civic number', () => {
    const back = plan([row({ sourceId: 'E99' })]);
    expect(back.changedPersons).toMatchObject([{ personId: 10, sourceId: 'E99' }]);
    expect(back.newPersons).toEqual([]);
  });

  it('refuses an id that is told for another civic number than its own', () => {
    expect(plan([row({ civicNumber: '200903022383' })]).outcomes).toMatchObject([
      { code: 'identifiers-differ' },
    ]);
  });

  it('keeps the real number when a system still tells the provisional one that gave way', () => {
    const known = { ...enrolled.known, formerNumbers: new Map([['20090301TF02', 10]]) };
    for (const sourceId of ['E1', 'other', null]) {
      const told = plan([row({ civicNumber: '20090301TF02', sourceId })], { ...enrolled, known });
      expect(told.newPersons).toEqual([]);
      expect(told.changedPersons.map((each) => each.civicNumber)).toEqual(
        sourceId === 'other' ? ['200903012384'] : [],
      );
    }
  });

  it('remembers the number that gave way', () => {
    const stored = { ...enrolled, persons: [{ ...alva, civicNumber: '20090301TF02' }] };
    expect(plan([row()], stored).formerNumbers).toEqual([{ personId: 10, civicNumber: '20090301TF02' }]);
    expect(plan([row({ givenName: 'Alba' })]).formerNumbers).toEqual([]);
  });

  it('refuses both of two rows that say different things about a student at a unit', () => {
    expect(became([row(), row({ className: 'NA25B' })])).toEqual(['refused', 'refused']);
    expect(became([row(), row()])).toEqual(['unchanged', 'unchanged']);
  });

  it('knows that a row with only the source id and a row with the civic number are the same new student', () => {
    const made = plan([row(), row({ civicNumber: null, unitCode: '22222222' })], nothing);
    expect(made.newPersons).toHaveLength(1);
    expect(made.newEnrolments).toHaveLength(2);
  });

  it('refuses a log-in name that somebody else has', () => {
    const two = { ...enrolled, persons: [alva, { ...berit, federatedName: 'Alva@skolan.se' }] };
    expect(plan([row({ federatedName: 'alva@skolan.se' })], two).outcomes).toMatchObject([
      { code: 'federated-name-taken' },
    ]);
  });

  it('counts a protection marking that would be lost', () => {
    const marked = { ...enrolled, persons: [{ ...alva, protection: 'confidential' as const }] };
    expect(plan([row({ protection: 'none' })], marked).differences).toEqual([
      { kind: 'protection-lost', studentId: 10, unitId: 1, row: 0, masked: true, before: null, after: null },
    ]);
    expect(plan([row()], marked).differences).toEqual([]);
  });

  it('keeps the name of a protected student whose row leaves it out', () => {
    const told = row({ givenName: null, familyName: null, protection: 'confidential' });
    const [changed] = plan([told], enrolled).changedPersons;
    expect(changed).toMatchObject({
      givenName: alva.givenName,
      familyName: alva.familyName,
      protection: 'confidential',
    });
  });

  it('says nothing of what changes about a protected student but that it does', () => {
    const marked = { ...enrolled, persons: [{ ...alva, protection: 'confidential' as const }] };
    const told = row({ familyName: 'Berg', className: 'NA25B', protection: 'confidential' });
    expect(plan([told], marked).differences).toEqual(
      ['name', 'class'].map((kind) => ({
        kind,
        studentId: 10,
        unitId: 1,
        row: 0,
        masked: true,
        before: null,
        after: null,
      })),
    );
  });

  it('tells a new student from one who is new at a unit', () => {
    expect(plan([row()], nothing).differences).toMatchObject([
      { kind: 'new-student', before: null, after: 'NA25A' },
    ]);
    expect(plan([row({ unitCode: '22222222', starts: '2026-11-01' })]).differences).toMatchObject([
      { kind: 'new-at-unit', studentId: 10, unitId: 2 },
    ]);
  });

  it('counts a student as named although the row is refused', () => {
    expect(plan([row({ ends: '2025-08-17' })]).named).toEqual([{ studentId: 10, unitId: 1 }]);
    expect(plan([row()], nothing).named).toEqual([]);
  });
});

describe('a member of staff', () => {
  const kim = {
    ...{ personId: 50, unitId: 1, givenName: 'Kim', familyName: 'Larsson', isMentor: true },
    ...{
      civicNumber: kimsNumber,
      sourceId: 'P1',
      federatedName: 'kim@skola.example',
      email: 'kim@ekdala.example',
    },
  };

  it('finds staff of the unit by name in either order', () => {
    for (const name of ['Larsson Kim', 'kim larsson'])
      expect(plan([row({ mentors: [name] })], { ...enrolled, staff: [kim] }).newMentorships).toEqual([
        { studentId: 10, otherId: 50, starts: on, ends: null },
      ]);
  });

  it('is never made a student of, with another name and log-in', () => {
    const person = { ...alva, personId: 50, civicNumber: kimsNumber, sourceId: 'P1' };
    const told = row({ civicNumber: kimsNumber, sourceId: 'P1', federatedName: 'annan@skola.example' });
    const made = plan([told], { ...nothing, persons: [person], staff: [kim] });
    expect(made.outcomes).toEqual([{ row: 0, became: 'refused', code: 'student-is-staff' }]);
    expect([made.changedPersons, made.newEnrolments]).toEqual([[], []]);
  });

  it('gives the duty of mentor to staff who do not have it, once', () => {
    const staff = [{ ...kim, isMentor: false }];
    const rows = [
      row({ mentors: ['Larsson Kim'] }),
      row({ civicNumber: '200903022383', sourceId: 'E2', mentors: ['Larsson Kim'] }),
    ];
    expect(plan(rows, { ...enrolled, staff }).newMentorDuties).toEqual([
      { personId: 50, unitId: 1, starts: '2025-08-18' },
    ]);
  });

  it('makes one person of a name that nobody at the unit has, for all who have that mentor', () => {
    const rows = [
      row({ mentors: ['Berg Ali'] }),
      row({ civicNumber: '200903022383', sourceId: 'E2', mentors: ['Berg Ali'] }),
    ];
    const made = plan(rows, nothing);
    expect(made.newPersons.filter((person) => person.familyName === 'Berg')).toHaveLength(1);
    expect(made.newMentorships).toHaveLength(2);
    expect(made.newMentorDuties).toHaveLength(1);
  });

  it('appoints nobody when two at the unit have the name, and says so', () => {
    const made = plan([row({ mentors: ['Larsson Kim'] })], {
      ...enrolled,
      staff: [kim, { ...kim, personId: 51 }],
    });
    expect(made.newMentorships).toEqual([]);
    expect(made.warnings).toEqual([{ code: 'mentor-ambiguous', rows: [0] }]);
  });

  it('ends the earlier mentor when another is named', () => {
    const ali = {
      ...{ personId: 52, unitId: 1, givenName: 'Ali', familyName: 'Berg', isMentor: true },
      ...{ civicNumber: null, sourceId: null, federatedName: null, email: null },
    };
    const stored = {
      ...enrolled,
      staff: [kim, ali],
      mentorships: [{ studentId: 10, otherId: 50, starts: '2025-08-18', ends: null }],
    };
    const made = plan([row({ mentors: ['Berg Ali'] })], stored);
    expect(made.endedMentorships).toEqual([
      { studentId: 10, otherId: 50, starts: '2025-08-18', ends: '2026-11-21' },
    ]);
    expect(made.newMentorships).toMatchObject([{ otherId: 52, starts: on }]);
  });

  it('finds staff of any unit by Person-ID, personnummer, log-in name or e-mail address', () => {
    const elsewhere = { ...enrolled, staff: [{ ...kim, unitId: 2 }] };
    const number = `${kimsNumber.slice(0, 8)}-${kimsNumber.slice(8)}`;
    for (const mentor of ['P1', number, 'KIM@skola.example', 'kim@ekdala.example'])
      expect(plan([row({ mentors: [mentor] })], elsewhere).newMentorships).toMatchObject([{ otherId: 50 }]);
  });

  it("appoints nobody by an identifier that is nobody's or two persons', and makes no person of it", () => {
    const two = [kim, { ...kim, personId: 51, sourceId: 'P2', federatedName: null, civicNumber: null }];
    for (const mentor of ['P9', 'ingen@ekdala.example', 'kim@ekdala.example']) {
      const made = plan([row({ mentors: [mentor] })], { ...enrolled, staff: two });
      expect([made.newMentorships, made.newPersons]).toEqual([[], []]);
      expect(made.warnings).toEqual([{ code: 'mentor-unknown', rows: [0] }]);
    }
  });
});
