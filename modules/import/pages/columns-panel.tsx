import { importWords as words } from '../../../messages/sv/import.ts';
import { Open, Panel, Table } from '../../../platform/web/components/index.ts';
import type { Run } from '../queries/runs.ts';
import { fieldOf, type Kind, kindSpecs, namingFields } from '../reading/file-kinds.ts';
import type { ColumnReport, FileReport } from '../report.ts';
import { MappingLine } from './mapping-link.tsx';

/** How many of each file's columns are read, folded what they become; files with the same columns stand together. */
export function ColumnsPanel({ run, filesThere }: { run: Run; filesThere: boolean }) {
  const all = run.report?.files ?? [];
  const alike = [
    ...Map.groupBy(
      all.filter((file) => file.kind !== null),
      (file) => `${file.kind}|${JSON.stringify(file.mapping)}|${file.headings.join('|')}`,
    ).values(),
  ];
  if (alike.length === 0) return null;
  return (
    <Panel id="kolumner" title={words.columns.title}>
      {alike.map((group, index) => (
        <FileColumns files={group} of={all.length} nth={index + 1} run={run} filesThere={filesThere} />
      ))}
    </Panel>
  );
}

interface FileColumnsProps {
  readonly files: readonly FileReport[];
  /** How many files there are in all: a file that is alone need not be named. */
  readonly of: number;
  readonly nth: number;
  readonly run: Run;
  readonly filesThere: boolean;
}

function FileColumns({ files, of, nth, run, filesThere }: FileColumnsProps) {
  const { columns } = words;
  const [first, ...others] = files;
  if (!first?.kind) return null;
  const { kind, headings } = first;
  const read = first.columns.filter((column) => isRead(kind, column));
  const named = others.length > 0 ? columns.andFiles(first.file, others.length) : first.file;
  const summary = columns.summary(
    words.kinds[kind],
    of === 1 ? undefined : named,
    read.length,
    headings.length,
  );
  const unread = unreadHeadings(headings, read);
  return (
    <div>
      <Open id={`kolumner-${nth}`} summary={summary}>
        <ColumnsTable caption={summary} kind={kind} columns={read} />
        {unread.length > 0 && <p class="ff-small ff-soft">{columns.notRead(unread)}</p>}
      </Open>
      <MappingLine run={run} filesThere={filesThere} file={first} />
    </div>
  );
}

function ColumnsTable({
  caption,
  kind,
  columns: rows,
}: {
  caption: string;
  kind: Kind;
  columns: readonly ColumnReport[];
}) {
  const { columns } = words;
  return (
    <Table<ColumnReport>
      caption={caption}
      captionHidden
      fold
      fit
      dense
      rows={rows}
      columns={[
        { head: columns.inFile, rowHeader: true, cell: ({ heading }) => heading },
        { head: columns.becomes, cell: ({ becomes }) => becomes, foldLabel: columns.becomes.toLowerCase() },
        {
          head: columns.example,
          cell: (column) => exampleOf(kind, column),
          foldLabel: columns.example.toLowerCase(),
        },
      ]}
    />
  );
}

/** Some headings are known and yet lead to nothing, such as the unit's code in a file of grades. */
function isRead(kind: Kind, { heading, field }: ColumnReport): boolean {
  const name = field ?? fieldOf(kind, heading);
  return kindSpecs[kind].fields[name ?? '']?.becomes !== words.columns.becomesNothing;
}

function unreadHeadings(headings: readonly string[], read: readonly ColumnReport[]): readonly string[] {
  const known = new Set(read.map(({ heading }) => heading));
  return headings.map((heading) => heading.trim()).filter((heading) => heading !== '' && !known.has(heading));
}

/** What names somebody is not kept as an example; a column that is empty in the first rows says so. */
function exampleOf(kind: Kind, { heading, example, field }: ColumnReport): string {
  if (example !== '') return example;
  return namingFields.has(field ?? fieldOf(kind, heading) ?? '')
    ? words.columns.notShown
    : words.columns.empty;
}
