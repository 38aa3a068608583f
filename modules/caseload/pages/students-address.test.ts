import { expect, test } from 'vitest';
import { noFilter, type StudentListFilter } from '../queries/student-list-filter.ts';
import { fileAddress, listAddress, sortAddress, sortFields } from './students-address.ts';

const filter: StudentListFilter = { ...noFilter, name: 'nora', show: ['aktiv', 'vilande'], page: 3 };

test('the list as it comes has the shortest address', () => {
  expect(listAddress(noFilter)).toBe('/elever');
});

test('an address carries the whole selection', () => {
  expect(listAddress(filter)).toBe('/elever?namn=nora&visa=aktiv&visa=vilande&sida=3');
});

test('sorting begins on the first page; sorting by the same again turns the order', () => {
  expect(sortAddress(filter, 'namn')).toBe('/elever?namn=nora&visa=aktiv&visa=vilande&sortera=namn');
  const byName = { ...filter, sort: 'namn', descending: false } as const;
  expect(sortAddress(byName, 'namn')).toContain('sortera=namn&ordning=fallande');
  expect(sortAddress({ ...byName, descending: true }, 'namn')).not.toContain('ordning');
});

test('the form keeps the order that was chosen', () => {
  expect(sortFields(noFilter)).toEqual([]);
  expect(sortFields({ ...noFilter, sort: 'franvaro', descending: false })).toEqual([
    ['sortera', 'franvaro'],
    ['ordning', 'stigande'],
  ]);
});

test('the file is of the selection, whichever page is shown', () => {
  expect(fileAddress(filter, 'csv')).toBe('/elever/ladda-ner?namn=nora&visa=aktiv&visa=vilande&format=csv');
});
