import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { csvLine } from '../../../platform/csv-line.ts';
import { asOpened, lookInto, rowsOf } from './opened-file.ts';
import { UnreadableFile } from './unreadable-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'fullfolj-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const headings = ['Personnummer', 'Förnamn', 'Efternamn', 'Skolenhetskod', 'Klass'];
const students = [
  ['200903012384', 'Åsa', 'Öström', '12345678', 'NA25A'],
  ['200903022383', 'Émile', 'Ärlig – Berg', '12345678', 'NA25B'],
];

function write(content: Buffer | string): string {
  const path = join(folder, 'elever.csv');
  writeFileSync(path, content);
  return path;
}

async function read(content: Buffer | string) {
  const { table, bytes } = await lookInto({ path: write(content) });
  const file = asOpened(table, bytes)!;
  const rows: { number: number; cells: readonly string[] }[] = [];
  for await (const batch of rowsOf(file)) rows.push(...batch.rows);
  return { table, rows };
}

function encode(text: string, encoding: string): Buffer {
  return iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' });
}

const wide = (...texts: string[]): Buffer => Buffer.from(texts.join(''), 'utf16le');

describe('opening a file', () => {
  it('refuses a file that is partly UTF-8 and partly Windows-1252, wherever the two meet', async () => {
    const row = '200903022383;Åsa;Öst;12345678;NA\n';
    const [first, second] = [encode(`${headings.join(';')}\n${row}`, 'utf-8'), encode(row, 'windows-1252')];
    const far = encode(row, 'utf-8').toString('latin1').repeat(40_000);
    for (const content of [
      Buffer.concat([first, second]),
      Buffer.concat([encode('Personnummer;fname;lname;Enhet;class\n', 'utf-8'), second, first]),
      Buffer.concat([first, Buffer.from(far, 'latin1'), second]),
    ])
      await expect(read(content)).rejects.toMatchObject({ code: 'mixed-encoding' });
  });

  it('reads the same rows whatever the encoding, separator, line break and quotation', async () => {
    const encodings = fc.constantFrom('utf-8', 'utf-8 with mark', 'windows-1252', 'utf-16le');
    const spelling = fc.record({
      encoding: encodings,
      separator: fc.constantFrom(';', ',', '\t'),
      ending: fc.constantFrom('\n', '\r\n', '\r'),
      quoted: fc.boolean(),
      lastEnding: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(spelling, async ({ encoding, separator, ending, quoted, lastEnding }) => {
        const cell = (text: string): string => (quoted ? `"${text}"` : text);
        const lines = [headings, ...students].map((cells) => cells.map(cell).join(separator));
        const text = lines.join(ending) + (lastEnding ? ending : '');
        const marked = encoding === 'utf-8 with mark' ? `\ufeff${text}` : text;
        const { rows } = await read(encode(marked, encoding.split(' ')[0]!));
        expect(rows.map((row) => row.cells)).toEqual(students);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a file for Windows-1252 although the first letter outside ASCII stands after a million bytes', async () => {
    const filler = Array.from({ length: 40_000 }, () => '200903012384;Ada;Ek;12345678;NA25A\n').join('');
    const content = Buffer.concat([
      Buffer.from(`Personnummer;Fornamn;Efternamn;Skolenhetskod;Klass\n${filler}`),
      encode('200903022383;Åsa;Öst;12345678;NA\n', 'windows-1252'),
    ]);
    const { table, rows } = await read(content);
    expect(table.encoding).toBe('windows-1252');
    expect(rows.at(-1)!.cells.slice(1, 3)).toEqual(['Åsa', 'Öst']);
  });

  it('cuts no letter in two where one piece of the file ends and the next begins', async () => {
    const name = 'Å'.repeat(700);
    const line = `200903012384;${name};Ek;12345678;NA25A\n`;
    const { table, rows } = await read(`${headings.join(';')}\n${line.repeat(1_000)}`);
    expect(table.encoding).toBe('utf-8');
    expect(rows).toHaveLength(1_000);
    expect(rows.every((row) => row.cells[1] === name)).toBe(true);
  });

  it('numbers rows as a spreadsheet does, with a title above and blank rows between', async () => {
    const { rows } = await read(`Elevlista;;;;\n\n${headings.join(';')}\n;;;;\n${students[0]!.join(';')}\n`);
    expect(rows.map((row) => row.number)).toEqual([5]);
  });

  it.each([
    ['excel-old', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['excel-locked', wide('\u{cfd0}\u{e011}', 'x'.repeat(3_000_000), 'EncryptedPackage')],
    ['document', wide('\u{cfd0}\u{e011}', 'WordDocument')],
    ['packed', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['packed', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1')],
    ['packed', Buffer.from('Rar!\x1a\x07\x01', 'latin1')],
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['image', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['document', Buffer.from('{\\rtf1\\ansi Hej')],
    ['web-page', Buffer.from('\ufeff \r\n<!DOCTYPE html><table><tr><td>Personnummer</td></tr></table>')],
    ['web-page', Buffer.from('<table border="1"><tr><td>Personnummer</td></tr></table>')],
    ['web-page', encode('<html xmlns:x="urn:schemas-microsoft-com:office:excel">', 'utf-16le')],
    ['excel-xml', Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ['document', Buffer.from('<?xml version="1.0"?><elever/>')],
    ['binary', Buffer.from([1, 2, 3, 0, 0, 0, 13])],
    ['empty', Buffer.alloc(0)],
  ])('refuses what is %s in sentences that say what to do', async (code, content) => {
    const error = await lookInto({ path: write(content) }).catch((reason) => reason);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toMatchObject({ code });
    expect(error.says).toMatch(/^Filen är .*\.$/);
  });

  it('reads UTF-16 whichever way its bytes are turned, with and without its mark', async () => {
    const text = [headings, ...students].map((cells) => cells.join('\t')).join('\r\n');
    for (const marked of [text, `\ufeff${text}`]) {
      const little = iconv.encode(marked, 'utf-16le', { addBOM: false });
      for (const content of [little, Buffer.from(little).swap16()])
        expect((await read(content)).rows.map((row) => row.cells)).toEqual(students);
    }
  });

  it('answers zeros in a text, in words, wherever they stand', async () => {
    const text = [headings, ...students].map((cells) => cells.join(';')).join('\n');
    for (const content of [Buffer.from(`${text}\0`), encode(`${text}\n${'x;'.repeat(99_999)}\0`, 'utf-16le')])
      await expect(read(content)).rejects.toMatchObject({ code: 'binary' });
  });

  it('gives up a row that never ends, and says what is wrong with it', async () => {
    const start = `${headings.join(';')}\n`;
    await expect(read(`${start}${'x;'.repeat(1_000_000)}`)).rejects.toMatchObject({ code: 'endless-row' });
    await expect(read(`${start}"${'x\n'.repeat(1_000_000)}`)).rejects.toMatchObject({ code: 'open-quote' });
  });

  it('reads text that a system calls .xls, and what was put before a formula is taken away again', async () => {
    const path = join(folder, 'elever.xls');
    writeFileSync(path, csvLine(headings) + csvLine(['200903012384', '=1+1', '-Berg', '12345678', 'a;\n@b']));
    const { table, bytes } = await lookInto({ path });
    const rows: (readonly string[])[] = [];
    for await (const batch of rowsOf(asOpened(table, bytes)!))
      rows.push(...batch.rows.map((row) => row.cells));
    expect(rows).toEqual([['200903012384', '=1+1', '-Berg', '12345678', 'a;\n@b']]);
  });
});
