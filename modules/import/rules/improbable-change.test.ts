import { describe, expect, it } from 'vitest';
import {
  checkAbsence,
  checkGuardians,
  checkLessons,
  checkRefused,
  checkRoster,
  checkStaff,
  checkUnits,
} from './improbable-change.ts';

const roster = {
  before: 100,
  changedClass: 0,
  ended: 0,
  changedName: 0,
  unprotected: 0,
};
const stops = (checks: readonly { code: string; stops: boolean }[]) =>
  checks.filter((check) => check.stops).map((check) => check.code);

describe('how much change is improbable', () => {
  it('stops when more than a fifth of the students change class or end', () => {
    expect(stops(checkRoster({ ...roster, changedClass: 20, ended: 20, changedName: 20 }))).toEqual([]);
    expect(stops(checkRoster({ ...roster, changedClass: 21 }))).toEqual(['changed-class']);
    expect(stops(checkRoster({ ...roster, ended: 21 }))).toEqual(['ended']);
    expect(stops(checkRoster({ ...roster, changedName: 21 }))).toEqual(['changed-name']);
  });

  it('lets a handful change in a small school', () => {
    expect(stops(checkRoster({ ...roster, before: 10, ended: 4 }))).toEqual([]);
    expect(stops(checkRoster({ ...roster, before: 10, ended: 5 }))).toEqual(['ended']);
  });

  it('stops for every protection marking that would be lost', () => {
    expect(stops(checkRoster({ ...roster, unprotected: 1 }))).toEqual(['unprotected']);
  });

  it('says that a unit is new, but not in an organiser without any, and stops for neither', () => {
    expect(checkUnits(true, [])).toMatchObject({ stops: false, holds: true });
    expect(checkUnits(true, ['87654321'])).toMatchObject({ stops: false, holds: false });
    expect(checkUnits(false, ['87654321'])).toMatchObject({ stops: false, holds: true });
  });

  it('stops when more than a fifth of the duties or guardianships end, and at least five', () => {
    const none = { unprotected: 0, opened: [] };
    expect(stops(checkStaff({ ...none, before: 100, ended: 20 }))).toEqual([]);
    expect(stops(checkStaff({ ...none, before: 100, ended: 21 }))).toEqual(['staff-ended']);
    expect(stops(checkStaff({ ...none, before: 10, ended: 4 }))).toEqual([]);
    expect(stops(checkStaff({ ...none, before: 10, ended: 5 }))).toEqual(['staff-ended']);
    expect(stops(checkGuardians({ before: 100, ended: 20, unprotected: 0 }))).toEqual([]);
    expect(stops(checkGuardians({ before: 100, ended: 21, unprotected: 0 }))).toEqual(['guardians-ended']);
  });

  it('stops for every protection marking that staff or guardians would lose', () => {
    const staff = { before: 10, ended: 0, unprotected: 1, opened: [] };
    expect(stops(checkStaff(staff))).toEqual(['staff-unprotected']);
    expect(stops(checkGuardians(staff))).toEqual(['guardians-unprotected']);
  });

  it('always tells of duties that open every student of a unit, and does not stop for them', () => {
    const facts = { before: 10, ended: 0, unprotected: 0, opened: ['2 rektor på Ekdalagymnasiet'] };
    expect(checkStaff(facts)).toContainEqual(
      expect.objectContaining({ says: 'Filen ger 2 rektor på Ekdalagymnasiet.', stops: false, holds: false }),
    );
  });

  it('stops when more than a tenth of the rows are refused, and they are at least twenty', () => {
    expect(checkRefused('Elever', 19, 19).stops).toBe(false);
    expect(checkRefused('Elever', 20, 200).stops).toBe(false);
    expect(checkRefused('Elever', 21, 200).stops).toBe(true);
  });

  it('stops for half as many lessons more than usual, and only says when there are fewer', () => {
    const week = { unit: 'Ekdalagymnasiet', monday: '2026-11-16', usual: 1_000, earlierWeeks: 8 };
    expect(checkLessons([{ ...week, lessons: 1_500 }])).toMatchObject([{ stops: false, holds: true }]);
    expect(checkLessons([{ ...week, lessons: 1_501 }])).toMatchObject([{ stops: true, holds: false }]);
    expect(checkLessons([{ ...week, lessons: 500 }])).toMatchObject([{ stops: false, holds: true }]);
    expect(checkLessons([{ ...week, lessons: 499 }])).toMatchObject([{ stops: false, holds: false }]);
  });

  it('compares with nothing until there are three earlier weeks', () => {
    const week = { unit: 'Ekdalagymnasiet', monday: '2026-11-16', lessons: 9_000, usual: 1_000 };
    expect(checkLessons([{ ...week, earlierWeeks: 2 }])).toEqual([]);
    expect(checkLessons([{ ...week, earlierWeeks: 3 }])).toMatchObject([{ stops: true }]);
  });

  it('stops for three times the usual absence, from fifteen percent', () => {
    expect(stops(checkAbsence({ imported: 0.3, importedMinutes: 12_000, usual: 0.1 }))).toEqual([]);
    expect(stops(checkAbsence({ imported: 0.31, importedMinutes: 12_000, usual: 0.1 }))).toEqual(['absence']);
    expect(stops(checkAbsence({ imported: 0.14, importedMinutes: 12_000, usual: 0.01 }))).toEqual([]);
    expect(checkAbsence({ imported: 0.5, importedMinutes: 12_000, usual: null })).toEqual([]);
    expect(checkAbsence({ imported: 0.9, importedMinutes: 11_999, usual: 0.1 })).toEqual([]);
  });
});
