import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, type RawRow, rowSplitter, type Separator } from './split-rows.ts';
import { UnreadableFile } from './unreadable-file.ts';

function split(text: string, separator: Separator = ';', pieces = 1): string[][] {
  const splitter = rowSplitter(separator);
  const size = Math.ceil(text.length / pieces) || 1;
  const rows: RawRow[] = [];
  for (let from = 0; from < text.length; from += size)
    rows.push(...splitter.take(text.slice(from, from + size)));
  return [...rows, ...splitter.end()].map((row) => cellsOf(row, separator));
}

describe('splitting a file into rows and cells', () => {
  it('takes both line breaks, and a last row without one', () => {
    expect(split('a;b\r\nc;d\ne;f')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('keeps separators, line breaks and doubled quotation marks inside a quoted cell', () => {
    expect(split('"a;1";"b\r\nc";"d ""e"""\r\nf;g;h\r\n')).toEqual([
      ['a;1', 'b\r\nc', 'd "e"'],
      ['f', 'g', 'h'],
    ]);
  });

  it('leaves a quotation mark in the middle of a cell as it stands', () => {
    expect(split('5" skärm;x\ny;z\n')).toEqual([
      ['5" skärm', 'x'],
      ['y', 'z'],
    ]);
  });

  it('never lets a short row borrow from the next one', () => {
    expect(split('a;b;c\nd\ne;f;g\n')).toEqual([['a', 'b', 'c'], ['d'], ['e', 'f', 'g']]);
  });

  it('keeps blank rows, so that row numbers stay those of a spreadsheet', () => {
    expect(split('a;b\n\nc;d\n')).toEqual([['a', 'b'], [''], ['c', 'd']]);
  });

  it('takes away the apostrophe that keeps a spreadsheet from running a text, and no other', () => {
    expect(split("'=1+1;\"'@a;b\";'t Hooft\r\n''=x;y\n")).toEqual([
      ['=1+1', '@a;b', "'t Hooft"],
      ["'=x", 'y'],
    ]);
  });

  it('refuses a quotation mark that is never closed instead of filling the memory', () => {
    const splitter = rowSplitter(';');
    splitter.take('a;"b\n');
    expect(() => splitter.take('x'.repeat(1_000_001))).toThrow(UnreadableFile);
  });

  it('gives the same rows however the file is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', '"', ';', '\n', ' '), maxLength: 6 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('\n', '\r\n'),
        (table, pieces, ending) => {
          const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          const text = table.map((cells) => cells.map(quoted).join(';') + ending).join('');
          expect(split(text, ';', pieces)).toEqual(table);
        },
      ),
    );
  });
});
