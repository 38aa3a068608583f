import { expect, test } from 'vitest';
import { epochDay } from '../../../platform/local-date.ts';
import {
  catalogueThresholds,
  limitsAt,
  limitsOn,
  type ThresholdKey,
  type ThresholdRow,
  thresholdFields,
  thresholdIsAllowed,
  thresholdOn,
} from './thresholds.ts';

const own = (from: string, value: number): ThresholdRow => ({
  key: 'N01.level1',
  value,
  unit: 'percent',
  from,
  setBy: 'organiser',
});
const rows = [...catalogueThresholds, own('2025-10-01', 12), own('2025-12-01', 10)];

test('the catalogue holds until the organiser has said otherwise, from that day on', () => {
  expect(thresholdOn(rows, 'N01.level1', '2025-09-30')).toMatchObject({ value: 15, setBy: 'catalogue' });
  expect(thresholdOn(rows, 'N01.level1', '2025-10-01')).toMatchObject({ value: 12, setBy: 'organiser' });
  expect(thresholdOn(rows, 'N01.level1', '2025-11-30')).toMatchObject({ value: 12 });
  expect(thresholdOn(rows, 'N01.level1', '2025-12-01')).toMatchObject({ value: 10 });
});

test('the order of the rows changes nothing', () => {
  expect(thresholdOn(rows.toReversed(), 'N01.level1', '2025-12-24')).toMatchObject({ value: 10 });
});

test('the limits of a day are the same however they are asked for', () => {
  for (const day of ['2025-09-30', '2025-10-01', '2025-12-01', '2030-01-01']) {
    expect(limitsAt(rows, epochDay(day))).toEqual(limitsOn(rows, day));
  }
});

test('without any rows the catalogue answers', () => {
  expect(limitsOn([], '2025-11-10')['N01.level3']).toBe(30);
});

test('a limit outside its bounds is refused with the bounds', () => {
  expect(thresholdIsAllowed('N01.level1', 5)).toEqual({ ok: true });
  expect(thresholdIsAllowed('N01.level1', 40)).toEqual({ ok: true });
  expect(thresholdIsAllowed('N01.level1', 4.9)).toEqual({ ok: false, min: 5, max: 40 });
  expect(thresholdIsAllowed('N01.level1', 41)).toEqual({ ok: false, min: 5, max: 40 });
  expect(thresholdIsAllowed('N01.level1', Number.NaN)).toMatchObject({ ok: false });
});

test('every default lies within its own bounds', () => {
  for (const [key, field] of Object.entries(thresholdFields)) {
    expect(thresholdIsAllowed(key as ThresholdKey, field.value)).toEqual({ ok: true });
  }
});
