import { describe, expect, it } from 'vitest';
import { type Column, Table } from './table.tsx';

type Row = { name: string; share: number | null };

const rows: Row[] = [
  { name: '<script>alert(1)</script>', share: 22 },
  { name: 'Alma', share: null },
];
const columns: Column<Row>[] = [
  { head: 'Elev', rowHeader: true, sort: { href: '?ordning=namn' }, cell: (row) => row.name },
  {
    head: '4 v',
    numeric: true,
    foldLabel: '4 v',
    sort: { href: '?ordning=andel', order: 'descending' },
    cell: (row) => row.share,
  },
];
const html = async (fold = false) =>
  String(await (<Table caption="Elever" captionHidden fold={fold} rows={rows} columns={columns} />));

describe('a table', () => {
  it('has a caption, a named group that can be scrolled by keyboard, column heads and one row head each', async () => {
    const table = await html();
    expect(table).toContain('<div class="ff-scroll" role="group" tabindex="0" aria-label="Elever">');
    expect(table).toContain('<caption class="ff-sr">Elever</caption>');
    expect(table.match(/scope="col"/g)).toHaveLength(2);
    expect(table.match(/scope="row"/g)).toHaveLength(2);
  });

  it('escapes a name that looks like a script', async () => {
    expect(await html()).not.toContain('<script>');
    expect(await html()).toContain('&lt;script&gt;');
  });

  it('puts figures at the end, and leaves a cell without a figure empty', async () => {
    expect(await html()).toContain('<td class="ff-num">22</td>');
    expect(await html()).toContain('<td class="ff-num"></td>');
  });

  it('says the order on the column it is sorted by, and sorts by links', async () => {
    const table = await html();
    expect(table.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="descending"']);
    expect(table).toContain('<a class="ff-sort" href="?ordning=namn">Elev</a>');
  });

  it('keeps its meaning when it is folded into blocks on a narrow screen', async () => {
    const table = await html(true);
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']) {
      expect(table).toContain(`role="${role}"`);
    }
    expect(table).toContain('data-l="4 v"');
    expect(await html(false)).not.toMatch(/<t\w+[^>]* role=/);
  });
});
