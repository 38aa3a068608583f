import { describe, expect, test } from 'vitest';
import type { OwnThreshold } from '../queries/thresholds.ts';
import { keysOf } from '../rules/threshold-groups.ts';
import { type ThresholdKey, thresholdFields } from '../rules/thresholds.ts';
import { breachesAfter, checkThresholds, staleProblems, versionOf } from './set-thresholds-check.ts';

const today = '2026-11-23';
const monday = '2026-11-30';

/** The form of N01 with the catalogue's values, and what somebody changed in it. */
function sent(changes: Record<string, string> = {}, more: { from?: string; shownFor?: string } = {}) {
  const shown = keysOf('N01').map((key) => [key, String(thresholdFields[key].value)] as const);
  return {
    from: monday,
    shownFor: monday,
    seen: '',
    ...more,
    values: { ...Object.fromEntries(shown), ...changes },
  };
}

function own(key: ThresholdKey, value: number, from: string): OwnThreshold {
  const { unit } = thresholdFields[key];
  const set = {
    setBy: 'organiser',
    setByName: 'Eva Rönnlund',
    setAt: new Date('2026-11-20T12:00:00Z'),
  } as const;
  return { key, value, unit, from, ...set };
}

const check = (form: ReturnType<typeof sent>, rows: readonly OwnThreshold[] = []) =>
  checkThresholds('N01', form, rows, today);

test('only what was changed in the form is set', () => {
  const checked = check(sent({ 'N01.level1': '12' }));
  expect(checked.problems).toEqual([]);
  expect([...checked.values]).toEqual([['N01.level1', 12]]);
  expect([...check(sent()).values]).toEqual([]);
});

test('a field that shows a value which begins later is not taken for a change', () => {
  const rows = [own('N01.level1', 12, monday)];
  const untouched = sent({ 'N01.level1': '12', 'N01.level2': '22' }, { from: today });
  expect([...check(untouched, rows).values]).toEqual([['N01.level2', 22]]);
});

describe('the day', () => {
  test('may be today or later, never yesterday: it would change what mentors have seen', () => {
    expect(check(sent({}, { from: today })).problems).toEqual([]);
    const [problem] = check(sent({}, { from: '2026-11-22' })).problems;
    expect(problem).toMatchObject({ field: 'from', says: expect.stringContaining('redan har sett') });
  });

  test('must exist and lie within a year', () => {
    expect(check(sent({}, { from: '2026-11-31' })).problems).toHaveLength(1);
    expect(check(sent({}, { from: 'måndag' })).problems).toHaveLength(1);
    expect(check(sent({}, { from: '2027-11-24' })).problems).toEqual([]);
    expect(check(sent({}, { from: '2027-11-25' })).problems).toHaveLength(1);
  });
});

describe('a value', () => {
  const problems = (key: string, text: string) =>
    check(sent({ [key]: text })).problems.map(({ field }) => field);

  test('lies within its bounds: at them is fine, outside is not', () => {
    for (const text of ['5', '40', ' 12 ']) expect(problems('N01.level1', text)).toEqual([]);
    for (const text of ['4', '41', '-12', '', 'tolv', '1e1', '12 %'])
      expect([text, problems('N01.level1', text)]).toEqual([text, ['N01.level1']]);
  });

  test('is whole where every sentence shows it whole, and may have a decimal where it is a number of times', () => {
    expect(problems('N01.level1', '12,5')).toEqual(['N01.level1']);
    const times = { from: monday, shownFor: monday, seen: '', values: {} as Record<string, string> };
    for (const key of keysOf('N03')) times.values[key] = String(thresholdFields[key].value);
    const read = (text: string) =>
      checkThresholds('N03', { ...times, values: { ...times.values, 'N03.times': text } }, [], today);
    expect([...read('2,5').values]).toEqual([['N03.times', 2.5]]);
    expect(read('2,55').problems).toHaveLength(1);
  });

  test('all that is wrong is told at once, the day too', () => {
    const { problems: all } = check(sent({ 'N01.level1': 'x', 'N01.clear': '99' }, { from: '2026-01-01' }));
    expect(all.map(({ field }) => field)).toEqual(['from', 'N01.level1', 'N01.clear']);
  });
});

describe('the order of levels', () => {
  const breaches = (changes: Record<string, string>, rows: readonly OwnThreshold[] = []) =>
    breachesAfter(check(sent(changes), rows), rows);

  test('must hold on the day', () => {
    expect(breaches({ 'N01.level2': '16' })).toEqual([]);
    expect(breaches({ 'N01.level2': '15' })).toMatchObject([{ field: 'N01.level2' }]);
  });

  test('must hold on the day when a limit that is set already begins, and says from when', () => {
    const rows = [own('N01.level1', 18, '2027-01-11')];
    expect(breaches({ 'N01.level2': '19' }, rows)).toEqual([]);
    expect(breaches({ 'N01.level2': '17' }, rows)).toEqual([
      { field: 'N01.level2', says: expect.stringMatching(/^Från 11\sjanuari 2027: /) },
    ]);
  });

  test('is not held against a limit that the new one replaces the same day', () => {
    const rows = [own('N01.level2', 16, monday)];
    const form = sent({ 'N01.level1': '17', 'N01.level2': '21' });
    expect(breachesAfter(check(form, rows), rows)).toEqual([]);
  });
});

test('a form that somebody else has overtaken says who', () => {
  const before = versionOf('N01', []);
  const rows = [own('N01.level1', 12, monday), own('N02.level1', 4, monday)];
  expect(staleProblems('N01', before, rows)).toMatchObject([
    { says: expect.stringContaining('Eva Rönnlund') },
  ]);
  expect(staleProblems('N01', versionOf('N01', rows), rows)).toEqual([]);
  expect(staleProblems('N03', versionOf('N03', []), rows)).toEqual([]);
});
