import { expect, test } from 'vitest';
import type { Episode, Signal } from '../modules/signals/engine/index.ts';
import { figuresOf } from './early-warning-figures.ts';
import type { JudgedStudent } from './early-warning-year.ts';

const mondays = [
  '2025-08-18',
  '2025-08-25',
  '2025-09-01',
  '2025-09-08',
  '2025-09-15',
  '2025-09-22',
  '2025-09-29',
  '2025-10-06',
];

function student(
  type: JudgedStudent['type'],
  history: [string, string | null][],
  other: Partial<JudgedStudent> = {},
): JudgedStudent {
  const episodes = history.map(([since, until]): Episode => ({ since, until, level: 1 }));
  return {
    type,
    onset: null,
    exit: null,
    signals: [{ signal: 'N01', history: episodes } as unknown as Signal],
    ...other,
  };
}

test('healthy, found and precise are shares of students, alarms are per 25 students and week', () => {
  const figures = figuresOf(
    {
      mondays,
      students: [
        student('stabil', []),
        student('stabil', [
          ['2025-09-08', '2025-09-22'],
          ['2025-10-06', null],
        ]),
        student('kronisk hög', [['2025-09-01', null]]),
        student('gradvis avbrott', [['2025-09-15', null]], { onset: 2, exit: 7 }),
      ],
    },
    ['N01'],
  );
  expect(figures).toMatchObject({
    healthyFlagged: 0.5,
    chronicFound: 1,
    detection: 1,
    latencyMedian: 2,
    leadMedian: 3,
    precision: 2 / 3,
  });
  expect(figures.alarms).toBeCloseTo((25 * 4) / 4 / 8);
});

test('signals that overlap are one case, a signal after a pause is a new one', () => {
  const both = (history: [string, string | null][], more: [string, string | null][]): JudgedStudent => {
    const [first, second] = [student('stabil', history), student('stabil', more)];
    return { ...first, signals: [...first.signals, { ...second.signals[0]!, signal: 'N02' }] };
  };
  const alarms = (judged: JudgedStudent) =>
    figuresOf({ mondays, students: [judged] }, ['N01', 'N02']).alarms * (8 / 25);
  expect(alarms(both([['2025-09-01', '2025-09-22']], [['2025-09-08', '2025-09-29']]))).toBeCloseTo(1);
  expect(alarms(both([['2025-09-01', '2025-09-08']], [['2025-09-15', null]]))).toBeCloseTo(2);
  expect(alarms(both([['2025-09-01', null]], [['2025-09-15', '2025-09-22']]))).toBeCloseTo(1);
});

test('a signal that was on and over before the onset has not found it', () => {
  const over = student('gradvis avbrott', [['2025-08-25', '2025-09-01']], { onset: 4 });
  expect(figuresOf({ mondays, students: [over] }, ['N01']).detection).toBe(0);
  const already = student('gradvis avbrott', [['2025-08-25', null]], { onset: 4 });
  expect(figuresOf({ mondays, students: [already] }, ['N01'])).toMatchObject({
    detection: 1,
    latencyMedian: 0,
  });
});

test('a sudden leaver counts neither for nor against precision', () => {
  const students = [
    student('plötsligt', [['2025-09-01', null]]),
    student('kronisk hög', [['2025-09-01', null]]),
  ];
  expect(figuresOf({ mondays, students }, ['N01']).precision).toBe(1);
});
