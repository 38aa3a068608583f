import { importWords as words } from '../../../messages/sv/import.ts';
import { importColumnWords as columnWords } from '../../../messages/sv/import-columns.ts';
import { Open, Panel, Table } from '../../../platform/web/components/index.ts';
import { joined } from '../../../platform/web/format.ts';
import { type FieldSpec, type KindSpec, kindSpecs, kinds } from '../reading/file-kinds.ts';

/** What can be read in: in a few sentences, under each kind its headings as the reader knows them, and what to do with others. */
export function FormatsPanel() {
  const { formats } = words;
  return (
    <Panel id="format" title={formats.title}>
      <p class="ff-small">{formats.text}</p>
      {kinds.map((kind) => (
        <Open id={`rubriker-${kind.replace('_', '-')}`} summary={formats.headingsOf(words.kinds[kind])}>
          <p class="ff-small">{formats.needs(neededIn(kindSpecs[kind]))}</p>
          <Headings kind={words.kinds[kind]} spec={kindSpecs[kind]} />
        </Open>
      ))}
      <p class="ff-small ff-soft">
        {columnWords.list.linkWhy} <a href="/import/kolumner">{columnWords.list.title}</a>
      </p>
    </Panel>
  );
}

function Headings({ kind, spec }: { kind: string; spec: KindSpec }) {
  const { formats } = words;
  return (
    <Table<FieldSpec>
      caption={formats.headingsOf(kind)}
      captionHidden
      fold
      fit
      rows={Object.values(spec.fields)}
      columns={[
        { head: formats.heading, rowHeader: true, cell: ({ heading }) => heading },
        { head: words.columns.becomes, cell: ({ becomes }) => becomes },
      ]}
    />
  );
}

/** "Personnummer eller Person-ID, Förnamn och Efternamn": the headings without which a file is not read. */
function neededIn({ fields, needs }: KindSpec): string {
  const groups = needs.map((names) =>
    joined([...new Set(names.map((name) => fields[name]!.heading))], 'eller'),
  );
  return joined(groups);
}
