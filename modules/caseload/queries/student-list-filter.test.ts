import { describe, expect, test } from 'vitest';
import type { ListChoices, OfferedChoices } from './student-list-choices.ts';
import { isFiltered, noFilter, parseFilter } from './student-list-filter.ts';

const ekdala: OfferedChoices = {
  programmes: [{ name: 'Samhällsvetenskapsprogrammet', codes: ['SA25', 'SASAP25'] }],
  classes: ['SA25B'],
  mentors: [{ personId: 7, name: 'Maria Holm' }],
};
const hamn: OfferedChoices = {
  programmes: [{ name: 'El- och energiprogrammet', codes: ['EE'] }],
  classes: ['EE26'],
  mentors: [{ personId: 9, name: 'Johan Wester' }],
};
const choices: ListChoices = {
  units: [
    { unitId: 1, name: 'Ekdalagymnasiet' },
    { unitId: 2, name: 'Hamngymnasiet' },
  ],
  within: (unit) => {
    if (unit === 1) return ekdala;
    if (unit === 2) return hamn;
    return {
      programmes: [...ekdala.programmes, ...hamn.programmes],
      classes: [...ekdala.classes, ...hamn.classes],
      mentors: [...ekdala.mentors, ...hamn.mentors],
    };
  },
};

function parse(query: string) {
  return parseFilter(new URLSearchParams(query), choices);
}

test('an address without a query is everybody, those with a signal first', () => {
  expect(parse('')).toEqual(noFilter);
  expect(isFiltered(parse(''))).toBe(false);
});

test('everything that can be chosen is read', () => {
  const read = parse(
    'namn=+nora++lind&enhet=1&program=Samh%C3%A4llsvetenskapsprogrammet&klass=SA25B&mentor=7&signal=N01&visa=aktiv&visa=inget-samtal&sortera=namn&ordning=fallande&sida=3',
  );
  expect(read).toEqual({
    name: 'nora lind',
    unit: 1,
    programme: 'Samhällsvetenskapsprogrammet',
    className: 'SA25B',
    mentor: 7,
    signal: 'N01',
    show: ['aktiv', 'inget-samtal'],
    sort: 'namn',
    descending: true,
    page: 3,
  });
  expect(isFiltered(read)).toBe(true);
});

test('what cannot be chosen is as if it were not there', () => {
  const odd =
    'enhet=99&program=XX&klass=9A&mentor=1&signal=Z99&visa=halsa&sortera=diagnos&ordning=upp&sida=-1&modersmal=arabiska';
  expect(parse(odd)).toEqual(noFilter);
  expect(parse('enhet=1;drop&sida=1e9&mentor=07&sida=x')).toEqual(noFilter);
});

test('a class of another school is left out when a school is chosen', () => {
  expect(parse('enhet=2&klass=SA25B')).toMatchObject({ unit: 2, className: null });
  expect(parse('klass=SA25B')).toMatchObject({ unit: null, className: 'SA25B' });
});

describe('the order', () => {
  test('names and classes begin with A, absence with the most', () => {
    expect(parse('sortera=namn').descending).toBe(false);
    expect(parse('sortera=klass').descending).toBe(false);
    expect(parse('sortera=franvaro').descending).toBe(true);
    expect(parse('sortera=franvaro&ordning=stigande').descending).toBe(false);
  });

  test('signals are never shown the least urgent first', () => {
    expect(parse('sortera=signal&ordning=stigande').descending).toBe(true);
  });
});
