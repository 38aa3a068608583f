import { expect, test } from 'vitest';
import { orderBreaches } from './threshold-order.ts';
import { catalogueThresholds, type Limits, limitsOn } from './thresholds.ts';

const catalogue = limitsOn(catalogueThresholds, '2026-11-23');

function with_(changes: Partial<Limits>) {
  return orderBreaches({ ...catalogue, ...changes });
}

test('the catalogue keeps its own order', () => {
  expect(orderBreaches(catalogue)).toEqual([]);
});

test('a level must be higher than the one below it: lower passes, the same does not', () => {
  expect(with_({ 'N01.level1': 19 })).toEqual([]);
  expect(with_({ 'N01.level1': 20 })).toMatchObject([{ lower: 'N01.level1', upper: 'N01.level2' }]);
  expect(with_({ 'N01.level2': 30 })).toMatchObject([{ lower: 'N01.level2', upper: 'N01.level3' }]);
  expect(with_({ 'N02.level1': 10 })).toMatchObject([{ lower: 'N02.level1', upper: 'N02.level3' }]);
  expect(with_({ 'N03.level2': 10 })).toMatchObject([{ lower: 'N03.level1', upper: 'N03.level2' }]);
  expect(with_({ 'N04.level3': 10 })).toMatchObject([{ lower: 'N04.days', upper: 'N04.level3' }]);
});

test('a signal clears below where it is lit', () => {
  expect(with_({ 'N01.clear': 14 })).toEqual([]);
  expect(with_({ 'N01.clear': 15 })).toMatchObject([{ lower: 'N01.clear', upper: 'N01.level1' }]);
  expect(with_({ 'N02.clear': 5 })).toHaveLength(1);
  expect(with_({ 'N03.clear': 10 })).toHaveLength(1);
});

test('an unknown reason never asks for more days than a known one, and the first autumn never for more than the rest', () => {
  expect(with_({ 'N04.unknown': 10 })).toMatchObject([{ lower: 'N04.unknown', upper: 'N04.days' }]);
  expect(with_({ 'P18.daysFirstAutumn': 30 })).toEqual([]);
  expect(with_({ 'P18.daysFirstAutumn': 31 })).toHaveLength(1);
});

test('every breach is told at once, in a sentence with both values', () => {
  const breaches = with_({ 'N01.level1': 35, 'N01.clear': 40 });
  expect(breaches.map(({ says }) => says)).toEqual([
    '”Frånvaro, bevaka” ska vara lägre än ”Frånvaro, agera”. Nu är de 35 och 20.',
    '”Frånvarosignalen släcks under” ska vara lägre än ”Frånvaro, bevaka”. Nu är de 40 och 35.',
  ]);
});
