import { describe, expect, test } from 'vitest';
import { type Policy, Track } from './track.ts';

const policy: Policy = { confirm: 2, clears: 2, coolDown: 4, atOnceFrom: 3, holds: false };

/** Steps a track once a week from day 0: a digit is a level that is not clear, `c` is clear, `-` is too little data. */
function followed(steps: string, rules = policy): Track {
  const track = new Track();
  for (const [i, step] of [...steps].entries()) {
    if (step === '-') track.skip(7 * i);
    else track.step(7 * i, step === 'c' ? 0 : (Number(step) as 0 | 1 | 2 | 3), step === 'c', rules);
  }
  return track;
}

describe('switching on', () => {
  test('one true evaluation is a candidate, two in a row switch it on', () => {
    expect(followed('01')).toMatchObject({ open: false, firstTrue: 7 });
    expect(followed('011')).toMatchObject({ open: true, level: 1, since: 14, firstTrue: 7 });
  });

  test('a pause between two true evaluations starts over', () => {
    expect(followed('1010')).toMatchObject({ open: false, firstTrue: null });
  });

  test('level 3 comes at once', () => {
    expect(followed('3')).toMatchObject({ open: true, level: 3, since: 0 });
  });

  test('the level is what both evaluations reach', () => {
    expect(followed('12').level).toBe(1);
    expect(followed('21').level).toBe(1);
    expect(followed('22').level).toBe(2);
  });

  test('too little data neither confirms nor clears, and is remembered', () => {
    expect(followed('1-')).toMatchObject({ open: false, lackSince: 7 });
    expect(followed('1-1')).toMatchObject({ open: true, lackSince: null });
    expect(followed('11c-')).toMatchObject({ open: true });
  });
});

describe('while it is on', () => {
  test('between the bars it stays on', () => {
    expect(followed('110000000')).toMatchObject({ open: true, level: 1 });
  });

  test('it rises when two evaluations agree, to level 3 at once', () => {
    expect(followed('112').level).toBe(1);
    expect(followed('1122').level).toBe(2);
    expect(followed('113').level).toBe(3);
  });

  test('it falls when two evaluations agree, never below 1 before it clears', () => {
    expect(followed('331').level).toBe(3);
    expect(followed('3311').level).toBe(1);
    expect(followed('3300')).toMatchObject({ open: true, level: 1 });
  });

  test('a signal that holds keeps its highest level until it clears', () => {
    expect(followed('2000', { ...policy, confirm: 1, holds: true, atOnceFrom: 1 }).level).toBe(2);
  });
});

describe('switching off', () => {
  test('two clear evaluations in a row switch it off, one does not', () => {
    expect(followed('11c')).toMatchObject({ open: true });
    expect(followed('11c0c')).toMatchObject({ open: true });
    expect(followed('11cc')).toMatchObject({ open: false, level: 0, clearedOn: 21 });
  });

  test('limits set crosswise do not clear a signal that is true', () => {
    const track = followed('11');
    track.step(14, 1, true, policy);
    track.step(21, 1, true, policy);
    expect(track.open).toBe(true);
  });

  test('the cool-down keeps level 1 away for four evaluations, and no longer', () => {
    expect(followed('11cc1111').open).toBe(false);
    expect(followed('11cc11111').open).toBe(true);
  });

  test('level 2 passes the cool-down', () => {
    expect(followed('11cc22')).toMatchObject({ open: true, level: 2 });
  });

  test('every time it was on is kept with its highest level', () => {
    const track = followed('112211cc22');
    expect(track.episodes()).toEqual([
      { since: '1970-01-08', until: '1970-02-19', level: 2 },
      { since: '1970-03-05', until: null, level: 2 },
    ]);
  });
});

test('the level of an earlier day, and since when a level has lasted', () => {
  const track = followed('1122');
  expect([track.levelOn(6), track.levelOn(7), track.levelOn(20), track.levelOn(21)]).toEqual([0, 1, 1, 2]);
  expect([track.sinceLevel(1), track.sinceLevel(2), track.sinceLevel(3)]).toEqual([7, 21, null]);
});
