import { importWords as words } from '../../../messages/sv/import.ts';
import { Panel, Table } from '../../../platform/web/components/index.ts';
import { fieldOf, type Kind, namingFields } from '../reading/file-kinds.ts';
import type { ColumnReport, FileReport } from '../report.ts';

/** Which columns of each file are read, what they become and an example; files with the same columns share a table. */
export function ColumnsPanels({ files }: { files: readonly FileReport[] }) {
  const read = files.filter((file) => file.kind !== null);
  const alike = [...Map.groupBy(read, (file) => `${file.kind}|${file.headings.join('|')}`).values()];
  return (
    <>
      {alike.map((group, index) => (
        <ColumnsPanel files={group} id={`kolumner-${index + 1}`} />
      ))}
    </>
  );
}

function ColumnsPanel({ files, id }: { files: readonly FileReport[]; id: string }) {
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
    </Panel>
  );
}

/** What names somebody is not kept as an example; a column that is empty in the first rows says so. */
function exampleOf(kind: Kind, { heading, example }: ColumnReport): string {
  if (example !== '') return example;
  return namingFields.has(fieldOf(kind, heading) ?? '') ? words.columns.notShown : words.columns.empty;
}
