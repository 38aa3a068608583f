import { gzipSync } from 'node:zlib';
import {
  columnName,
  type WorkbookCell,
  type WorkbookOptions,
  type WorkbookSheet,
  workbookOf,
} from '../../fixtures/workbook/workbook.ts';
import { type ZipMember, zipOf } from '../../fixtures/workbook/zip-writer.ts';
import { type Break, type Breaking, type BrokenFile, changed } from './broken-file.ts';
import { type Cells, textOf } from './sound-files.ts';

const nothing = (name: string, content: Buffer | string): BrokenFile => ({
  name,
  content: Buffer.from(content as string),
  reads: 'nothing',
});
const book = (
  sheets: readonly WorkbookSheet[],
  options?: WorkbookOptions,
  more: Partial<BrokenFile> = {},
): BrokenFile => ({
  name: 'fil.xlsx',
  content: workbookOf(sheets, options),
  ...more,
});
const sheetOf = (rows: Cells | readonly (readonly WorkbookCell[])[], name = 'Blad1'): WorkbookSheet => ({
  name,
  rows,
});
const zip = (members: readonly ZipMember[], more: Partial<BrokenFile> = {}): BrokenFile => ({
  name: 'fil.zip',
  content: zipOf(members),
  ...more,
});
const text = (from: Breaking): string => textOf(from.table);
const sheetXml = (inside: string): WorkbookSheet => ({
  name: 'Blad1',
  rows: [],
  xml: `<worksheet><sheetData>${inside}</sheetData></worksheet>`,
});
const rows = ({ table }: Breaking): number => table.length - 1;

/** Mangles a share of the bytes of the packed whole. */
function mangled(from: Breaking, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let count = from.random.whole(1, 10); count > 0; count--)
    copy[from.random.whole(0, copy.length - 1)] = from.random.whole(0, 255);
  return copy;
}

const strangeCells = [
  ' t="b"><v>7</v></c>',
  ' t="d"><v>2026-11-16</v></c>',
  ' t="d"><v>x</v></c>',
  ' t="e"><v>#DIV/0!</v></c>',
  ' t="str"><f>A1</f></c>',
  ' t="zz"><v>1</v></c>',
  ' s="1"><v>-5</v></c>',
  ' s="2"><v>1e300</v></c>',
  ' s="3"><v>0.5</v></c>',
  ' t="n"><v>abc</v></c>',
  ' t="inlineStr"><is/></c>',
  '/>',
] as const;

let bomb: Buffer | undefined;
let xmlBomb: Buffer | undefined;

/** Workbooks and archives that are broken, lie or attack, and files of other formats. */
export const brokenPackages: Readonly<Record<string, Break>> = {
  'hel arbetsbok': (from) => book([sheetOf(from.table)], {}, { rows: rows(from) }),
  'arbetsbok med flera blad': (from) =>
    book(
      [
        sheetOf(from.table),
        sheetOf([['Hjälp']], 'Hjälp'),
        { ...sheetOf(from.table, 'Dold'), state: 'hidden' },
      ],
      {},
      { rows: rows(from) },
    ),
  'arbetsbok med ändrade byte': (from) => ({
    name: 'fil.xlsx',
    content: mangled(from, workbookOf([sheetOf(from.table)])),
  }),
  'arbetsbok avhuggen': (from) => {
    const whole = workbookOf([sheetOf(from.table)]);
    return nothing('fil.xlsx', whole.subarray(0, from.random.whole(4, whole.length - 30)));
  },
  'arbetsbok med trasig XML': (from) => {
    const xml = `<worksheet><sheetData>${from.table.map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => `<c r="${columnName(column)}${at + 1}" t="str"><v>${cell.replaceAll('&', '')}</v></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`;
    const at = from.random.whole(0, xml.length - 1);
    const broken =
      xml.slice(0, at) +
      from.random.pick(['<', '>', '&', '"', '</row>', '\u0000', ']]>', '<!--']) +
      xml.slice(at + 1);
    return book([{ name: 'Blad1', rows: [], xml: broken }]);
  },
  'arbetsbok med konstiga celler': (from) => {
    const strange = changed(from, () => '\u0000').map((row) =>
      row.map((cell): WorkbookCell => (cell === '\u0000' ? { xml: from.random.pick(strangeCells) } : cell)),
    );
    return book([sheetOf(strange)], { formats: [14, 20, '0%'] }, { rows: rows(from) });
  },
  'arbetsbok med tal som text och text som tal': (from) =>
    book(
      [
        sheetOf(
          from.table.map((row) =>
            row.map(
              (cell): WorkbookCell => (/^\d+$/.test(cell) && from.random.chance(0.5) ? Number(cell) : cell),
            ),
          ),
        ),
      ],
      {},
      { rows: rows(from) },
    ),
  'arbetsbok med skadade personnummer': (from) =>
    book(
      [
        sheetOf(
          changed(
            from,
            (cell) =>
              from.random.pick([cell.slice(3), `${cell[0]},${cell.slice(1, 6)}E+11`, cell.slice(0, 11)]),
            ['Personnummer'],
          ),
        ),
      ],
      {},
      { rows: rows(from) },
    ),
  'arbetsbok med format som inte finns': (from) =>
    book([sheetOf([...from.table, [{ xml: ' s="99"><v>46342</v></c>' }]])], {}, { reads: 'nothing' }),
  'arbetsbok utan delar': (from) => {
    const part = from.random.pick([
      'xl/workbook.xml',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'xl/worksheets/sheet1.xml',
      'xl/_rels/workbook.xml.rels',
    ]);
    return book([sheetOf(from.table)], { parts: { [part]: from.random.pick(['', '<a/>', 'x', '<a>']) } });
  },
  'blad med 16 384 kolumner': (from) =>
    book(
      [
        sheetXml(
          `<row r="1">${Array.from({ length: 16_384 }, (_, at) => `<c r="${columnName(at)}1" t="str"><v>${from.random.pick(from.table[0]!)}</v></c>`).join('')}</row>`,
        ),
      ],
      {},
      { reads: 'nothing' },
    ),
  'rader som inte finns i Excel': (from) =>
    book(
      [
        sheetXml(
          `<row r="1"/><row r="${from.random.pick(['5000000', '-1', 'x', '1', '1e9', '1048577'])}"><c><v>1</v></c></row>`,
        ),
      ],
      {},
      { reads: 'nothing' },
    ),
  'miljoner tomma rader': (from) => {
    const body = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at * 50 + 1}"><c r="A${at * 50 + 1}" s="1"/></row>`,
    ).join('');
    return book(
      [sheetXml(`${body}<row r="1048576"><c r="A1048576" t="str"><v>${from.kind}</v></c></row>`)],
      {},
      { reads: 'nothing' },
    );
  },
  'XML-bomb': (from) => {
    const entities = Array.from(
      { length: 10 },
      (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};&e${at};&e${at};&e${at};&e${at};&e${at};">`,
    );
    const xml = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities.join('')}]><worksheet>&e${from.random.whole(1, 10)};</worksheet>`;
    return book([{ name: 'Blad1', rows: [], xml }], {}, { reads: 'nothing' });
  },
  'arbetsbok som sväller': () => {
    xmlBomb ??= workbookOf([
      { name: 'Blad1', rows: [], xml: `<worksheet>${'<a></a>'.repeat(9_000_000)}</worksheet>` },
    ]);
    return { name: 'fil.xlsx', content: xmlBomb, reads: 'nothing' };
  },
  'arkiv som sväller': () => {
    bomb ??= zipOf([{ name: 'elever.csv', content: Buffer.alloc(120_000_000, ';'), says: { bytes: 100 } }]);
    return { name: 'fil.zip', content: bomb, reads: 'nothing' };
  },
  'arkiv som ljuger': (from) =>
    zip(
      [
        {
          name: 'a.csv',
          content: text(from),
          says: from.random.pick([
            { bytes: 10 },
            { bytes: 1e9 },
            { crc32: 1 },
            { method: 0 },
            { method: 14 },
          ]),
        },
      ],
      { reads: 'nothing' },
    ),
  'arkiv i arkiv': (from) =>
    zip([{ name: 'a.zip', content: zipOf([{ name: 'a.csv', content: text(from) }]) }], { reads: 'nothing' }),
  'arkiv med lösenord': (from) =>
    zip([{ name: 'a.csv', content: text(from), says: { encrypted: true } }], { reads: 'nothing' }),
  'arkiv med namn som vill ut': (from) =>
    zip(
      [
        {
          name: from.random.pick([
            '../../../../etc/cron.d/x',
            '/etc/passwd',
            'C:\\x\\y.csv',
            'a\0b.csv',
            `${'x'.repeat(5_000)}.csv`,
            Buffer.from([0x86, 0x2e, 0x63]),
          ]),
          content: text(from),
        },
      ],
      { rows: rows(from) },
    ),
  'arkiv med ändrade byte': (from) => ({
    name: 'fil.zip',
    content: mangled(from, zipOf([{ name: 'a.csv', content: text(from) }])),
  }),
  'arkiv med många filer': (from) =>
    zip(
      Array.from({ length: 300 }, (_, at) => ({ name: `${at}.csv`, content: text(from) })),
      { reads: 'nothing' },
    ),
  'arkiv med blandat': (from) =>
    zip(
      [
        { name: 'a.csv', content: text(from) },
        { name: 'b.pdf', content: '%PDF-1.7' },
        { name: 'c.xlsx', content: 'PK\x03\x04' },
        { name: 'tom.csv', content: '' },
      ],
      { rows: rows(from) },
    ),
  'andra format': (from) =>
    nothing(
      from.random.pick(['fil.csv', 'fil.xlsx', 'fil.xls']),
      Buffer.from(
        from.random.pick([
          '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
          '\xd0\xcf\x11\xe0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0',
          '%PDF-1.7\n',
          '\x89PNG\r\n\x1a\n\0\0',
          '\xff\xd8\xff\xe0',
          'Rar!\x1a\x07\0',
          '7z\xbc\xaf\x27\x1c',
          '{\\rtf1 Hej}',
          '<?xml version="1.0"?><elever/>',
          '{"elever":[]}',
          'Hej!\nEtt brev.\n',
          '',
          '   \r\n\r\n',
        ]),
        'latin1',
      ),
    ),
  gzip: (from) => nothing('fil.csv.gz', gzipSync(text(from))),
  'webbsida som heter xls': (from) =>
    nothing(
      'fil.xls',
      `<html><body><table>${from.table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`,
    ),
  'andra kontorsformat': (from) =>
    zip(
      [
        { name: 'mimetype', content: 'x' },
        {
          name: from.random.pick([
            'xl/workbook.bin',
            'word/document.xml',
            'content.xml',
            'Index/Tables.iwa',
            'ppt/presentation.xml',
          ]),
          content: 'x',
        },
      ],
      { reads: 'nothing' },
    ),
  'fel ändelse': (from) => ({
    name: from.random.pick(['fil.xlsx', 'fil.xls', 'fil.pdf', 'fil', 'fil.zip']),
    content: Buffer.from(textOf(from.table, '\t')),
    rows: rows(from),
  }),
};
