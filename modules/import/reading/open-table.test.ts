import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
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
    ['excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['excel', Buffer.from('PK\u0003\u0004................[Content_Types].xml')],
    ['zip', Buffer.from('PK\u0003\u0004................elever.csv')],
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['empty', Buffer.alloc(0)],
  ])('refuses what is %s in one sentence that says what to do', async (code, content) => {
    const error = await lookInto({ path: write(content) }).catch((reason) => reason);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toMatchObject({ code });
    expect(error.says).toMatch(/^Filen är .*\.$/);
  });
});
