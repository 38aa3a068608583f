import { describe, expect, it } from 'vitest';
import {
  checkAbsence,
  checkGuardians,
  checkLessons,
  checkRefused,
  checkRoster,
  checkStaff,
} from './improbable-change.ts';

const ekdala = {
  unit: 'Ekdalagymnasiet',
  before: 100,
  changedClass: 0,
  ended: 0,
  changedName: 0,
  unprotected: 0,
};
const roster = (change: Partial<typeof ekdala>, ...others: (typeof ekdala)[]) =>
  checkRoster([{ ...ekdala, ...change }, ...others], { newUnits: [], hadUnits: true });
const stops = (checks: readonly { code: string; stops: boolean }[]) =>
  checks.filter((check) => check.stops).map((check) => check.code);

describe('how much change is improbable', () => {
  it('stops when more than a fifth of a unit’s students change class or end', () => {
    expect(stops(roster({ changedClass: 19, ended: 19, changedName: 19 }))).toEqual([]);
    expect(stops(roster({ changedClass: 20, ended: 20, changedName: 20 }))).toEqual([]);
    expect(stops(roster({ changedClass: 21 }))).toEqual(['changed-class']);
    expect(stops(roster({ ended: 21 }))).toEqual(['ended']);
    expect(stops(roster({ changedName: 21 }))).toEqual(['changed-name']);
  });

  it('lets a handful change in a small school', () => {
    expect(stops(roster({ before: 10, ended: 4 }))).toEqual([]);
    expect(stops(roster({ before: 10, ended: 5 }))).toEqual(['ended']);
  });

  it('stops for a small school that would lose a fifth, however large the organiser is, and says which', () => {
    const large = { ...ekdala, unit: 'Stora gymnasiet', before: 10_000 };
    const small = (ended: number) => roster({ unit: 'Lilla gymnasiet', before: 300, ended }, large);
    expect(stops(small(59))).toEqual([]);
    expect(stops(small(60))).toEqual([]);
    expect(stops(small(61))).toEqual(['ended']);
    expect(small(61).find((check) => check.stops)?.says).toBe('Lilla gymnasiet: 61 av 300 elever avslutas.');
  });

  it('says how many there are in all when no unit has too many', () => {
    const [classes] = roster({ changedClass: 2 }, { ...ekdala, changedClass: 3 });
    expect(classes).toMatchObject({ holds: true, says: '5 av 200 elever byter klass.' });
  });

  it('names five units and counts the others', () => {
    const units = Array.from({ length: 7 }, (_, nth) => ({ ...ekdala, unit: `Enhet ${nth}`, ended: 50 }));
    const says = checkRoster(units, { newUnits: [], hadUnits: true }).find((check) => check.stops)?.says;
    expect(says).toContain('Enhet 4: 50 av 100 elever avslutas. Och 2 till.');
    expect(says).not.toContain('Enhet 5');
  });

  it('stops for every protection marking that would be lost', () => {
    expect(stops(roster({ unprotected: 0 }))).toEqual([]);
    expect(stops(roster({ unprotected: 1 }))).toEqual(['unprotected']);
  });

  it('says that a unit is new, but not in an organiser without any, and stops for neither', () => {
    const units = (newUnits: string[], hadUnits = true) =>
      checkRoster([ekdala], { newUnits, hadUnits }).find((check) => check.code === 'new-units');
    expect(units(['87654321'])).toMatchObject({ stops: false, holds: false });
    expect(units(['87654321'], false)).toMatchObject({ holds: true });
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
    const absence = (imported: number, usual: number | null, importedMinutes = 12_000) =>
      checkAbsence([{ unit: 'Ekdalagymnasiet', imported, importedMinutes, usual }]);
    expect(stops(absence(0.29, 0.1))).toEqual([]);
    expect(stops(absence(0.3, 0.1))).toEqual([]);
    expect(stops(absence(0.31, 0.1))).toEqual(['absence']);
    expect(stops(absence(0.14, 0.01))).toEqual([]);
    expect(stops(absence(0.15, 0.01))).toEqual(['absence']);
    expect(absence(0.5, null)).toEqual([]);
    expect(absence(0.9, 0.1, 11_999)).toEqual([]);
  });

  it('stops for the absence of one unit although the others are as usual, and says which', () => {
    const as = (unit: string, imported: number) => ({ unit, imported, importedMinutes: 90_000, usual: 0.1 });
    const [check] = checkAbsence([as('Stora', 0.1), as('Lilla', 0.4)]);
    expect(check).toMatchObject({ stops: true, says: expect.stringMatching(/^Lilla: 40,0 %/) });
    expect(check?.says).not.toContain('Stora');
  });
});
