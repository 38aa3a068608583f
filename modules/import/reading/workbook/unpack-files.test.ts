import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  columnName,
  type WorkbookOptions,
  type WorkbookSheet,
  workbookOf,
} from '../../../../fixtures/workbook/workbook.ts';
import { type ZipMember, zipOf } from '../../../../fixtures/workbook/zip-writer.ts';
import { type UnpackLimits, unpackFiles } from './unpack-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'fullfolj-unpack-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Came {
  readonly name: string;
  readonly text?: string | null;
  readonly refused?: string;
  readonly says?: string;
}

let made = 0;
/** What comes out of a file: the name and the text of each table, or what is said of it. */
async function unpack(content: Buffer, limits?: UnpackLimits, name = 'elever.xlsx') {
  made += 1;
  const own = join(folder, String(made));
  mkdirSync(own);
  const path = join(folder, `${made}.sent`);
  writeFileSync(path, content);
  const found = await unpackFiles([{ path, name }], own, limits);
  expect(readdirSync(folder).filter((each) => !/^\d+(\.sent)?$/.test(each))).toEqual([]);
  return found.map((each): Came => {
    const name = each.name ?? '';
    if ('says' in each) return { name, says: each.says };
    const text = each.path === path ? null : readFileSync(each.path, 'utf8');
    return { name, text, ...(each.refused ? { refused: each.refused } : {}) };
  });
}

const sheet = (rows: WorkbookSheet['rows'], options?: WorkbookOptions) =>
  unpack(workbookOf([{ name: 'Elever', rows }], options));
const text = async (rows: WorkbookSheet['rows'], options?: WorkbookOptions) =>
  (await sheet(rows, options))[0]?.text;
const worksheet = (inside: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`;
const rawSheet = (xml: string | Buffer, options?: WorkbookOptions) =>
  unpack(workbookOf([{ name: 'Elever', rows: [], xml }], options));

describe('a workbook is taken apart into a text file a sheet', () => {
  it('with the name of the file and of the sheet, cells between tabs, and what stands in a cell kept there', async () => {
    const rows = [
      ['Namn', 'Klass'],
      ['Åsa "Bus"\nÖst', 'NA\t1'],
    ];
    const found = await unpack(
      workbookOf([
        { name: 'Elever', rows },
        { name: 'Mer', rows: [['x']] },
      ]),
    );
    expect(found).toEqual([
      { name: 'elever.xlsx › Elever', text: 'Namn\tKlass\n"Åsa ""Bus""\nÖst"\t"NA\t1"\n' },
      { name: 'elever.xlsx › Mer', text: 'x\n' },
    ]);
  });

  it('where rows and cells keep the places that a person sees', async () => {
    expect(await text([null, ['a'], null, [null, null, 'b'], [null]])).toBe('\na\n\n\t\tb\n');
    const gaps = worksheet(
      '<sheetData><row r="3"><c r="B3"><v>1</v></c></row><row><c><v>2</v></c><c/><c><v>3</v></c></row></sheetData>',
    );
    expect((await rawSheet(gaps))[0]?.text).toBe('\n\n\t1\n2\t\t3\n');
  });

  it('with texts wherever Excel keeps them: in the cell, among the shared ones, in several styles, from a formula', async () => {
    const strings = [
      '<t>Ek</t>',
      '<r><t>Å</t></r><r><rPr><b/></rPr><t xml:space="preserve">sa </t></r><rPh sb="0" eb="1"><t>ljud</t></rPh>',
      '<t>två_x000D_\nrader_x0000_</t>',
      '<t>&lt;b&gt; &amp;amp;</t>',
    ];
    const cells = [0, 1, 2, 3].map((at) => ({ xml: ` t="s"><v>${at}</v></c>` }));
    const formula = { xml: ' t="str"><f>A1&amp;B1</f><v>NA25A</v></c>' };
    expect(await text([[...cells, formula]], { strings })).toBe('Ek\tÅsa \t"två\nrader"\t<b> &amp;\tNA25A\n');
  });

  it('where a formula counts as what it last came to, and one that never came to anything is empty', async () => {
    const formulas = [
      { xml: '><f>40+20</f><v>60</v></c>' },
      { xml: '><f>TODAY()</f></c>' },
      { xml: ' t="e"><f>NA()</f><v>#N/A</v></c>' },
    ];
    expect(await text([[...formulas, 'x']])).toBe('60\t\t#N/A\tx\n');
  });

  it('with days, times, percent, yes and no as a person sees them', async () => {
    const cells = [
      { xml: ' s="1"><v>46342</v></c>' },
      { xml: ' s="2"><v>0.3402777777777778</v></c>' },
      { xml: ' s="3"><v>0.123</v></c>' },
      { xml: ' s="4"><v>46342</v></c>' },
      { xml: ' t="b"><v>1</v></c>' },
      { xml: ' t="b"><v>0</v></c>' },
      { xml: ' t="d"><v>2026-11-16T00:00:00</v></c>' },
    ];
    const formats = [14, 20, '0%', 'yyyy\\-mm\\-dd;@'];
    expect(await text([cells], { formats })).toBe(
      '2026-11-16\t08:10\t12,3%\t2026-11-16\tJa\tNej\t2026-11-16\n',
    );
    expect(await text([cells.slice(0, 1)], { formats, date1904: true })).toBe('2030-11-17\n');
  });

  it('as programs write it that put a prefix on every tag, in UTF-8 or UTF-16', async () => {
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Åsa</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    for (const written of [xml, Buffer.from(`\ufeff${xml}`, 'utf16le')])
      expect((await rawSheet(written))[0]?.text).toBe('Åsa\n');
  });

  it('and a hidden sheet is marked, because a person who sends the file does not see it', async () => {
    const sheets = [
      { name: 'Elever', rows: [['a']] },
      { name: 'I fjol', rows: [['b']], state: 'hidden' },
      { name: 'Dold', rows: [['c']], state: 'veryHidden' },
    ] as const;
    expect((await unpack(workbookOf(sheets))).map(({ refused }) => refused)).toEqual([
      undefined,
      'sheet-hidden',
      'sheet-hidden',
    ]);
  });
});

describe('a workbook that is not what it should be is answered in words', () => {
  const row = (inside: string) => worksheet(`<sheetData>${inside}</sheetData>`);
  it.each([
    ['no XML', 'hej'],
    ['XML that breaks off', '<worksheet><sheetData><row'],
    [
      'letters that are none',
      Buffer.from([...Buffer.from('<worksheet><a>'), 0xe5, 0xff, ...Buffer.from('</a></worksheet>')]),
    ],
    ['rows that go backwards', row('<row r="2"/><row r="1"/>')],
    ['a row that Excel does not have', row('<row r="1048577"><c><v>1</v></c></row>')],
    ['a column that Excel does not have', row('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['a cell that points at no text', row('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')],
    ['a number whose format is lost', row('<row r="1"><c r="A1" s="7"><v>46342</v></c></row>')],
    ['an unknown entity', row('<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>')],
  ])('%s', async (_what, xml) => {
    expect(await rawSheet(xml)).toEqual([{ name: 'elever.xlsx', says: expect.stringContaining('skadad') }]);
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'],
    ['a document type that reaches for a file', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'],
    ['a text without end', `<worksheet><a>${'x'.repeat(3_000_000)}`],
    ['a tag without end', `<worksheet><a ${'b="c" '.repeat(500_000)}`],
    ['a remark without end', `<worksheet><!-- ${'x'.repeat(3_000_000)}`],
    ['bottomless nesting', '<a>'.repeat(100_000)],
  ])('%s, for safety', async (_what, xml) => {
    expect(await rawSheet(xml)).toEqual([
      { name: 'elever.xlsx', says: expect.stringContaining('säkerhetsskäl') },
    ]);
  });

  it('a sheet with something in column 1,001 is marked, and one in column 1,000 read', async () => {
    const at = (column: number) => row(`<row r="1"><c r="${columnName(column)}1"><v>1</v></c></row>`);
    expect((await rawSheet(at(1_000)))[0]).toMatchObject({ refused: 'sheet-too-wide' });
    expect((await rawSheet(at(999)))[0]?.text).toBe(`${'\t'.repeat(999)}1\n`);
    expect((await rawSheet(row('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>')))[0]?.text).toBe(
      '1\n',
    );
  });

  it('a workbook whose table of contents names parts that are not there', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': '' };
    const whole = workbookOf([{ name: 'Elever', rows: [['a']] }], { parts });
    expect((await unpack(whole))[0]?.says).toContain('skadad');
    const loose = zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]);
    expect((await unpack(loose))[0]?.says).toContain('skadad');
  });

  it('parts that lie outside the workbook are never asked for', async () => {
    const target = `<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="file:///etc/passwd"/></Relationships>`;
    const outside = workbookOf([{ name: 'Elever', rows: [['a']] }], {
      parts: { 'xl/_rels/workbook.xml.rels': target },
    });
    expect((await unpack(outside))[0]?.says).toContain('tom');
    const up = target
      .replace(' TargetMode="External"', '')
      .replace('file:///etc/passwd', '../../../etc/passwd');
    const above = workbookOf([{ name: 'Elever', rows: [['a']] }], {
      parts: { 'xl/_rels/workbook.xml.rels': up },
    });
    expect((await unpack(above))[0]?.says).toContain('skadad');
  });

  it.each([
    ['xl/workbook.bin', '.xlsb'],
    ['word/document.xml', 'dokument'],
    ['ppt/presentation.xml', 'dokument'],
    ['Index/Document.iwa', 'Numbers'],
    ['content.xml', 'LibreOffice'],
  ])('an archive with %s is told apart: %s', async (name, says) => {
    const archive = zipOf([
      { name: 'mimetype', content: 'x' },
      { name, content: 'x' },
    ]);
    expect((await unpack(archive))[0]?.says).toContain(says);
  });
});

describe('a zip archive is unpacked and read as its files', () => {
  const zip = (members: readonly ZipMember[], limits?: UnpackLimits) =>
    unpack(zipOf(members), limits, 'skola.zip');
  const small: UnpackLimits = { files: 3, bytes: 1_000, xmlBytes: 100_000 };

  it('texts and workbooks, in folders or not, without what computers put there of their own accord', async () => {
    const found = await zip([
      { name: 'hösten/', content: '' },
      { name: 'hösten/elever.csv', content: 'a;b\n' },
      { name: 'våren/elever.csv', content: 'c\n' },
      { name: '__MACOSX/._elever.csv', content: 'x' },
      { name: '.DS_Store', content: 'x' },
      { name: 'betyg.xlsx', content: workbookOf([{ name: 'Blad1', rows: [['d']] }]) },
    ]);
    expect(found).toMatchObject([
      { name: 'skola.zip › elever.csv', text: 'a;b\n' },
      { name: 'skola.zip › elever.csv (2)', text: 'c\n' },
      { name: 'skola.zip › betyg.xlsx › Blad1', text: 'd\n' },
    ]);
  });

  it('whatever they are called: a name is shown and never used as a path', async () => {
    const names = [
      '../../../../tmp/fullfolj-utbruten.csv',
      '/etc/passwd',
      'C:\\Windows\\a.csv',
      '..',
      'a\u202egpj.csv',
    ];
    const found = await zip(names.map((name) => ({ name, content: 'x\n' })));
    expect(found.map(({ name }) => name)).toEqual([
      'skola.zip › fullfolj-utbruten.csv',
      'skola.zip › passwd',
      'skola.zip › a.csv',
      'skola.zip › agpj.csv',
    ]);
    expect(found.every((each) => each.text === 'x\n')).toBe(true);
    expect(readdirSync(tmpdir())).not.toContain('fullfolj-utbruten.csv');
  });

  it.each([
    ['no files', 'utan filer', [{ name: 'tom/', content: '' }]],
    ['a password', 'lösenord', [{ name: 'a.csv', content: 'a', says: { encrypted: true } }]],
    ['an unknown way of packing', 'Packa upp', [{ name: 'a.csv', content: 'a', says: { method: 14 } }]],
    [
      'another archive',
      'ett annat arkiv',
      [{ name: 'b.zip', content: zipOf([{ name: 'a.csv', content: 'a' }]) }],
    ],
    ['content that is not what was packed', 'skadad', [{ name: 'a.csv', content: 'a', says: { crc32: 1 } }]],
    ['more than it says', 'skadad', [{ name: 'a.csv', content: 'a'.repeat(100), says: { bytes: 10 } }]],
    ['less than it says', 'skadad', [{ name: 'a.csv', content: 'a', says: { bytes: 1_000 } }]],
    ['a file that is too large', 'för stor', [{ name: 'a.csv', content: 'a'.repeat(1_001) }]],
    [
      'files that are too large together',
      'för stor',
      [
        { name: 'a.csv', content: 'a'.repeat(999) },
        { name: 'b.csv', content: 'bb' },
      ],
    ],
    [
      'more files than may be sent',
      'fler än',
      [1, 2, 3, 4].map((name) => ({ name: `${name}.csv`, content: 'a' })),
    ],
  ] as const)('with %s is answered: %s', async (_what, says, members) => {
    expect((await zip(members, small)).at(-1)?.says).toContain(says);
  });

  it('cut off or damaged anywhere is answered too', async () => {
    const whole = zipOf([{ name: 'elever.csv', content: 'Personnummer;Förnamn\n'.repeat(20) }]);
    for (let at = 4; at < whole.length; at += 3) {
      const cut = await unpack(whole.subarray(0, at), undefined, 'skola.zip');
      expect(cut[0]?.says ?? '').toContain('skadad');
    }
  });

  it('that swells as no table does is given up, whatever it says of its size', async () => {
    const zeros = Buffer.alloc(60_000_000, 'a');
    const bomb = await zip([{ name: 'elever.csv', content: zeros }]);
    expect(bomb[0]?.says).toContain('för stor');
    const xml = Buffer.concat([
      Buffer.from('<worksheet>'),
      Buffer.alloc(60_000_000, ' '),
      Buffer.from('</worksheet>'),
    ]);
    expect((await rawSheet(xml))[0]?.says).toContain('säkerhetsskäl');
  });

  it('together with what lies packed in it may not come to more than a run may', async () => {
    const inner = workbookOf([{ name: 'Blad1', rows: Array.from({ length: 40 }, () => ['x'.repeat(20)]) }]);
    const members = [1, 2].map((nth) => ({ name: `${nth}.xlsx`, content: inner }));
    const room = inner.length * 2 + 900;
    const both = await zip(members, { files: 3, bytes: room + 900, xmlBytes: 100_000 });
    expect(both.map(({ text }) => text?.length)).toEqual([840, 840]);
    const one = await zip(members, { files: 3, bytes: room, xmlBytes: 100_000 });
    expect(one.map(({ says }) => says?.includes('för stor') ?? false)).toEqual([false, true]);
  });
});
