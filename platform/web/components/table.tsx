import type { Child } from 'hono/jsx';
import { classNames } from '../class-names.ts';
import { Icon } from './icons.tsx';

/** How a column may be sorted: the address that sorts by it, and the present order if it is the one. */
export type ColumnSort = { href: string; order?: 'ascending' | 'descending' | undefined };

/** A column: its head, and what it shows of a row. Exactly one column is the row header. */
export type Column<Row> = {
  head: Child;
  cell: (row: Row) => Child;
  /** Names the row (a link with the name). */
  rowHeader?: boolean | undefined;
  /** Figures: at the end, in equal digits. */
  numeric?: boolean | undefined;
  /** Said before the value when the table is folded on a narrow screen: "samtal". */
  foldLabel?: string | undefined;
  /** Begins a line of its own when the table is folded, whatever room there is: rows that look alike. */
  foldLine?: boolean | undefined;
  /** Left out on a narrow screen, such as a sparkline whose figure stands beside it. */
  wideOnly?: boolean | undefined;
  soft?: boolean | undefined;
  /** A head and short values that stay on one line: days, groups, names of staff. */
  nowrap?: boolean | undefined;
  sort?: ColumnSort | undefined;
};

/** A table in a named group that may scroll sideways: no landmark of its own, since its panel is one. */
export type TableProps<Row> = {
  /** Names the table and the group around it. */
  caption: string;
  /** The caption is only said, when a heading above shows the same. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Narrow: one block a row in place of a wide table. */
  fold?: boolean | undefined;
  /** Rows of 36 px, for long lists. */
  dense?: boolean | undefined;
  /** Without padding at the sides: in a panel that has its own. */
  fit?: boolean | undefined;
  /** Long texts: start at the top. */
  top?: boolean | undefined;
  /** A name, a sentence and two short columns, as wide from table to table: tables below each other line up. */
  aligned?: boolean | undefined;
};

/** A table of typed columns. Escapes everything; shows nothing for an empty cell rather than a dash without meaning. */
export function Table<Row>({ caption, captionHidden, columns, rows, ...look }: TableProps<Row>) {
  const roles = look.fold === true;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div class="ff-scroll" role="group" tabindex={0} aria-label={caption}>
      <table class={tableClass(look)} role={roles ? 'table' : undefined}>
        <caption class={captionHidden ? 'ff-sr' : undefined}>{caption}</caption>
        <thead role={roles ? 'rowgroup' : undefined}>
          <tr role={roles ? 'row' : undefined}>{columns.map((column) => head(column, roles))}</tr>
        </thead>
        <tbody role={roles ? 'rowgroup' : undefined}>
          {rows.map((row) => (
            <tr role={roles ? 'row' : undefined}>{columns.map((column) => cell(column, row, roles))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function head<Row>({ head, numeric, nowrap, sort }: Column<Row>, roles: boolean) {
  return (
    <th
      scope="col"
      role={roles ? 'columnheader' : undefined}
      class={classNames(numeric && 'ff-num', nowrap && 'is-nowrap') || undefined}
      aria-sort={sort?.order}
    >
      {sort ? (
        <a class="ff-sort" href={sort.href}>
          {head}
          {sort.order && <Icon name="up" />}
        </a>
      ) : (
        head
      )}
    </th>
  );
}

// Blocks and flex boxes lose the meaning of a table in some browsers; the roles of a folded table give it back.
function cell<Row>(column: Column<Row>, row: Row, roles: boolean) {
  const content = column.cell(row);
  if (column.rowHeader) {
    return (
      <th
        scope="row"
        role={roles ? 'rowheader' : undefined}
        class={column.nowrap ? 'is-nowrap' : undefined}
        data-l={roles ? column.foldLabel : undefined}
      >
        {content}
      </th>
    );
  }
  const { numeric, wideOnly, soft, nowrap, foldLabel, foldLine } = column;
  const name = classNames(
    numeric && 'ff-num',
    foldLine && 'is-line',
    wideOnly && 'is-wide-only',
    soft && 'is-soft',
    nowrap && 'is-nowrap',
  );
  return (
    <td role={roles ? 'cell' : undefined} class={name || undefined} data-l={roles ? foldLabel : undefined}>
      {content}
    </td>
  );
}

type Look = Pick<TableProps<unknown>, 'fold' | 'dense' | 'fit' | 'top' | 'aligned'>;

function tableClass({ fold, dense, fit, top, aligned }: Look) {
  return classNames(
    'ff-table',
    fold && 'ff-fold',
    dense && 'ff-table--list',
    fit && 'ff-table--fit',
    top && 'ff-table--top',
    aligned && 'ff-table--aligned',
  );
}
