import { importWords as words } from '../../../messages/sv/import.ts';
import { Panel, Table } from '../../../platform/web/components/index.ts';
import type { Run } from '../queries/runs.ts';
import { fieldOf, type Kind, namingFields } from '../reading/file-kinds.ts';
import type { ColumnReport, FileReport } from '../report.ts';
import { MappingLine } from './mapping-link.tsx';

/** Which columns of each file are read, what they become and an example; files with the same columns share a table. */
export function ColumnsPanels({ run, filesThere }: { run: Run; filesThere: boolean }) {
  const read = (run.report?.files ?? []).filter((file) => file.kind !== null);
  const alike = [
    ...Map.groupBy(
      read,
      (file) => `${file.kind}|${JSON.stringify(file.mapping)}|${file.headings.join('|')}`,
    ).values(),
  ];
  return (
    <>
      {alike.map((group, index) => (
        <ColumnsPanel files={group} id={`kolumner-${index + 1}`} run={run} filesThere={filesThere} />
      ))}
    </>
  );
}

function ColumnsPanel({
  files,
  id,
  ...of
}: {
  files: readonly FileReport[];
  id: string;
  run: Run;
  filesThere: boolean;
}) {
  const { columns } = words;
  const [first] = files;
  if (!first?.kind) return null;
  const { kind } = first;
  const title = `${columns.title}: ${words.kinds[kind].toLowerCase()}`;
  return (
    <Panel id={id} title={title} aside={columns.aside(first.columns.length, first.headings.length)} flush>
      <Table<ColumnReport>
        caption={title}
        captionHidden
        fold
        rows={first.columns}
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
      <p class="ff-small ff-soft">
        <MappingLine {...of} file={first} />
      </p>
    </Panel>
  );
}

/** What names somebody is not kept as an example; a column that is empty in the first rows says so. */
function exampleOf(kind: Kind, { heading, example, field }: ColumnReport): string {
  if (example !== '') return example;
  return namingFields.has(field ?? fieldOf(kind, heading) ?? '')
    ? words.columns.notShown
    : words.columns.empty;
}
