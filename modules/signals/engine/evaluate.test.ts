import { describe, expect, test } from 'vitest';
import { drawnWeeks, present, times } from '../../../fixtures/drawn-weeks.ts';
import { settings2025, signalOf, studentFacts } from '../../../fixtures/student-facts.ts';
import { addDays } from '../../../platform/local-date.ts';
import { evaluate } from './evaluate.ts';
import type { Signal } from './types.ts';

const start = '2025-08-18';
/** Four lessons away on three occasions: 20 %. */
const poor = 'v... .v.. ..vv .... ....';
/** The Monday after a number of weeks. */
const mondayAfter = (weeks: number) => addDays(start, 7 * weeks);

function attendanceOf(drawings: string[], on: string): readonly Signal[] {
  return evaluate(studentFacts(drawnWeeks(start, drawings)), on, settings2025).filter((each) =>
    each.signal.startsWith('N'),
  );
}

const idsOf = (signals: readonly Signal[]) => signals.map((each) => `${each.signal} ${each.state}`);

describe('golden cases', () => {
  test('a week of flu is no signal', () => {
    const drawings = [...times(5, present), 'vvvv vvvv vvvv vvvv vvvv', ...times(4, present)];
    for (let week = 4; week <= 10; week++)
      expect(idsOf(attendanceOf(drawings, mondayAfter(week)))).toEqual([]);
  });

  test('two days away in the first month is no absence signal', () => {
    const drawings = ['.... vvvv .... .... ....', present, '.... .... .... vvvv ....', present];
    expect(idsOf(attendanceOf(drawings, mondayAfter(4)))).toEqual([]);
  });

  test('fifteen days ill and back: long absence from the tenth day, clear on the third day back, never high absence', () => {
    const ill = 'vvvv vvvv vvvv vvvv vvvv';
    const drawings = [...times(3, present), ill, ill, ill, present, present];
    expect(idsOf(attendanceOf(drawings, addDays(mondayAfter(4), 3)))).toEqual([]);
    expect(attendanceOf(drawings, addDays(mondayAfter(4), 4))).toMatchObject([
      { signal: 'N04', state: 'aktiv', level: 2, since: '2025-09-19' },
    ]);
    expect(idsOf(attendanceOf(drawings, addDays(mondayAfter(6), 1)))).toEqual(['N04 aktiv']);
    expect(attendanceOf(drawings, addDays(mondayAfter(6), 2))).toMatchObject([
      { signal: 'N04', state: 'klar', since: '2025-10-01', level: 0 },
    ]);
    expect(idsOf(attendanceOf(drawings, mondayAfter(8)))).toEqual(['N04 klar']);
  });

  test('five days that nobody has explained are enough, five explained ones are not', () => {
    const silent = 'iiii iiii iiii iiii iiii';
    const friday = addDays(mondayAfter(3), 4);
    expect(attendanceOf([...times(3, present), silent], addDays(friday, -1))).toEqual([]);
    const [n04] = attendanceOf([...times(3, present), silent], friday);
    expect(n04).toMatchObject({
      signal: 'N04',
      level: 2,
      since: friday,
      evidence: { value: 5, threshold: { key: 'N04.unknown', value: 5 } },
    });
  });

  test('absence that goes on over a break is one run of school days', () => {
    const before = [...times(9, present), 'vvvv vvvv vvvv vvvv vvvv'];
    const weeks = [...drawnWeeks(start, before), ...drawnWeeks('2025-11-03', ['vvvv vvvv vvvv vvvv vvvv'])];
    const signals = evaluate(studentFacts(weeks), '2025-11-07', settings2025);
    expect(signalOf(signals, 'N04')).toMatchObject({
      level: 2,
      evidence: { value: 10, window: { from: '2025-10-20' } },
    });
  });

  test('Christmas is no dip: holidays are skipped, not counted as zero', () => {
    const spring = ['_ _ .... .... ....', ...times(6, present)];
    const weeks = [...drawnWeeks('2025-11-17', times(5, present)), ...drawnWeeks('2026-01-05', spring)];
    for (const on of ['2025-12-22', '2026-01-12', '2026-01-26', '2026-02-23']) {
      expect(
        evaluate(studentFacts(weeks), on, settings2025).filter((each) => each.signal.startsWith('N')),
      ).toEqual([]);
    }
  });

  test('thirty percent unreported is too little to judge on, however much absence the rest shows', () => {
    const drawings = times(6, 'v??. .v.. ??vv ..?. .?..');
    const signals = attendanceOf(drawings, mondayAfter(6));
    expect(idsOf(signals)).toEqual([
      'N01 otillräckligt underlag',
      'N02 otillräckligt underlag',
      'N03 otillräckligt underlag',
    ]);
    expect(signals[0]).toMatchObject({ level: 0, evidence: { completeness: 70, insufficient: 'reporting' } });
    expect(signals[0]!.evidence.text).toContain('varken bra eller dålig');
  });

  test('one subject skipped each day is high and invalid absence', () => {
    const signals = attendanceOf(times(6, 'i... i... i... i... ....'), mondayAfter(6));
    expect(signalOf(signals, 'N01')).toMatchObject({
      state: 'aktiv',
      level: 2,
      evidence: { value: 20, details: { episodes: 16 } },
    });
    expect(signalOf(signals, 'N02')).toMatchObject({ state: 'aktiv', level: 3 });
  });
});

describe('the weekly rhythm', () => {
  const drawings = [...times(4, present), ...times(8, poor)];

  test('nothing is judged before there are forty reported lessons', () => {
    expect(attendanceOf(times(1, poor), mondayAfter(1))[0]).toMatchObject({
      state: 'otillräckligt underlag',
      evidence: { insufficient: 'lessons' },
    });
    expect(attendanceOf(times(2, poor), mondayAfter(2))[0]).toMatchObject({
      signal: 'N01',
      state: 'kandidat',
    });
  });

  test('a candidate on one Monday is a signal on the next', () => {
    expect(signalOf(attendanceOf(drawings, mondayAfter(6)), 'N01')).toBeUndefined();
    expect(signalOf(attendanceOf(drawings, mondayAfter(7)), 'N01')).toMatchObject({
      state: 'kandidat',
      level: 1,
      since: mondayAfter(7),
    });
    expect(signalOf(attendanceOf(drawings, mondayAfter(8)), 'N01')).toMatchObject({
      state: 'aktiv',
      level: 1,
      since: mondayAfter(8),
      evidence: { firstTrue: mondayAfter(7) },
    });
  });

  test('between Mondays the answer is Monday’s', () => {
    expect(attendanceOf(drawings, addDays(mondayAfter(8), 4))).toEqual(
      attendanceOf(drawings, mondayAfter(8)),
    );
  });

  test('thirty percent comes at once', () => {
    const bad = 'vv.. v.vv vv.v .vv. .v..';
    expect(
      signalOf(attendanceOf([...times(3, present), bad, bad, bad], mondayAfter(5)), 'N01'),
    ).toMatchObject({
      state: 'kandidat',
    });
    expect(
      signalOf(attendanceOf([...times(3, present), bad, bad, bad], mondayAfter(6)), 'N01'),
    ).toMatchObject({
      level: 3,
      since: mondayAfter(6),
    });
  });

  test('a break confirms nothing', () => {
    const until = [...times(6, present), poor, poor, poor];
    const weeks = [
      ...drawnWeeks(start, until),
      ...drawnWeeks('2025-10-20', [poor]),
      ...drawnWeeks('2025-11-03', [poor]),
    ];
    const on = (day: string) =>
      signalOf(evaluate(studentFacts(weeks.slice(0, 9)), day, settings2025), 'N01')?.state;
    expect([on('2025-10-20'), on('2025-10-27'), on('2025-11-03')]).toEqual([
      'kandidat',
      'kandidat',
      'kandidat',
    ]);
  });

  test('it clears after two Mondays below ten percent', () => {
    const better = [...drawings, ...times(6, present)];
    expect(signalOf(attendanceOf(better, mondayAfter(15)), 'N01')).toMatchObject({ state: 'aktiv' });
    expect(signalOf(attendanceOf(better, mondayAfter(16)), 'N01')).toMatchObject({
      state: 'klar',
      level: 0,
      since: mondayAfter(16),
    });
    expect(signalOf(attendanceOf(better, mondayAfter(16)), 'N01')?.history).toEqual([
      { since: mondayAfter(8), until: mondayAfter(16), level: 2 },
    ]);
  });

  test('a new school year starts from nothing', () => {
    const weeks = [...drawnWeeks('2025-04-28', times(6, poor)), ...drawnWeeks(start, times(3, present))];
    expect(
      evaluate(studentFacts(weeks), mondayAfter(3), settings2025).filter((each) =>
        each.signal.startsWith('N'),
      ),
    ).toEqual([]);
  });
});

describe('evidence', () => {
  const drawings = [...times(8, present), ...times(7, 'v... .vi. ..vv .... i...')];
  const signals = attendanceOf(drawings.slice(0, 10), mondayAfter(10));

  test('the share is the absent lessons of the reported ones, and the sentence says the same', () => {
    expect(signalOf(signals, 'N01')).toMatchObject({
      evidence: { numerator: 12, denominator: 80, value: 15 },
    });
    const later = signalOf(attendanceOf(drawings, mondayAfter(13)), 'N01')!;
    expect(later.evidence).toMatchObject({
      numerator: 24,
      denominator: 80,
      value: 30,
      // Week 44 is the autumn break: the fourth week back lies before it.
      window: { from: mondayAfter(8), to: addDays(mondayAfter(13), -1), weeks: 4 },
      ownEarlier: 0,
      groupMedian: null,
      completeness: 100,
    });
    expect(later.evidence.text).toBe(
      'Frånvaro 30 % senaste 4 skolveckorna: 24 av 80 lektioner, 16 tillfällen, varav 8 lektioner ogiltiga. Tidigare egen nivå 0 %. Gräns 15 %.',
    );
  });

  test('the rows are the weeks of the window and add up to the share', () => {
    const { evidence } = signalOf(signals, 'N01')!;
    const absent = evidence.rows.map((row) => (row.kind === 'week' ? row.absent : Number.NaN));
    expect(absent.reduce((sum, each) => sum + each, 0)).toBe(evidence.numerator);
    expect(evidence.rows).toHaveLength(4);
  });

  test('four hours in October are told in November, and confirmed', () => {
    const until = [...times(9, present), 'i... i... .... .... ....'];
    const weeks = [...drawnWeeks(start, until), ...drawnWeeks('2025-11-03', times(3, present))];
    weeks[8] = drawnWeeks('2025-10-13', ['.... .i.. ..i. .... ....'])[0]!;
    const on = (day: string) => signalOf(evaluate(studentFacts(weeks), day, settings2025), 'N02');
    expect(on('2025-10-27')).toMatchObject({ state: 'kandidat', level: 2 });
    expect(on('2025-11-10')).toMatchObject({ state: 'aktiv', level: 2 });
    expect(on('2025-10-27')?.evidence).toMatchObject({
      threshold: { key: 'N02.minutes' },
      details: { month: { minutes: 240, days: 4 } },
    });
    expect(on('2025-10-27')?.evidence.text).toBe(
      'Ogiltig frånvaro 4 h i oktober vid 4 tillfällen. CSN-gränsen nådd, skolan bedömer.',
    );
  });
});

test('without any lessons it is said from the second week that nothing is known', () => {
  expect(
    evaluate(studentFacts([]), '2025-08-24', settings2025).filter((each) => each.signal === 'N01'),
  ).toEqual([]);
  expect(signalOf(evaluate(studentFacts([]), '2025-08-25', settings2025), 'N01')).toMatchObject({
    state: 'otillräckligt underlag',
  });
});
