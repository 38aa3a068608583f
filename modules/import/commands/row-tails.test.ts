import { describe, expect, it } from 'vitest';
import { type Found, findHeadings } from '../reading/find-headings.ts';
import { rowTails } from './row-tails.ts';

const found = (...headings: string[]) =>
  findHeadings([[...headings, 'Datum', 'Starttid', 'Lektionsminuter', 'Rapporterad']]) as Found;

describe('rows that differ by the student only', () => {
  it('are cut after the columns that say who the row is about', () => {
    const tails = rowTails<number>(found('Person-ID', 'Personnummer'), ';')!;
    expect(tails.split('E1; 200903012384;2026-11-16;08:10;60;Ja')).toEqual({
      civic: '200903012384',
      source: 'E1',
      tail: '2026-11-16;08:10;60;Ja',
    });
  });

  it('may have a name that is not read between those columns', () => {
    const tails = rowTails<number>(found('Personnummer', 'Namn', 'Person-ID'), ';')!;
    expect(tails.split('1;Alva;E1;rest')).toEqual({ civic: '1', source: 'E1', tail: 'rest' });
  });

  it('are read in the ordinary way when something else stands first, when quoted and when cut off', () => {
    expect(
      rowTails(
        findHeadings([['Datum', 'Personnummer', 'Starttid', 'Lektionsminuter', 'Rapporterad']]) as Found,
        ';',
      ),
    ).toBeUndefined();
    const tails = rowTails<number>(found('Personnummer', 'Person-ID'), ';')!;
    expect(tails.split(['1', 'E1', 'a'])).toBeUndefined();
    expect(tails.split('1;E1')).toBeUndefined();
  });

  it('are no longer looked for in a file whose rows never repeat themselves', () => {
    const tails = rowTails<number>(found('Personnummer'), ';')!;
    for (let row = 0; row < 20_001; row++) tails.get(`tail ${row}`);
    expect(tails.split('1;a')).toBeUndefined();
    const worthwhile = rowTails<number>(found('Personnummer'), ';')!;
    worthwhile.set('a', 1);
    for (let row = 0; row < 20_001; row++) worthwhile.get('a');
    expect(worthwhile.split('1;a')).toBeDefined();
  });
});
