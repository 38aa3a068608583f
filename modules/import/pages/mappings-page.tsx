import { importWords } from '../../../messages/sv/import.ts';
import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Button,
  EmptyState,
  LinkButton,
  Note,
  PageHead,
  Panel,
  Table,
} from '../../../platform/web/components/index.ts';
import { moment } from '../../../platform/web/format.ts';
import { StaffPage } from '../../access/index.ts';
import type { ListedMapping } from '../queries/mappings.ts';
import type { Importer } from './import-parts.ts';

/** What the page shows; `answer` is what was just done. */
export interface MappingsPageProps {
  readonly importer: Importer;
  readonly mappings: readonly ListedMapping[];
  readonly today: LocalDate;
  readonly answer?: 'forgotten' | 'saved' | undefined;
}

/** Whether somebody may change a mapping: one that holds for all units only who reads in for all. */
export function mayChange({ onlyUnits }: Importer, { unitId }: ListedMapping): boolean {
  return onlyUnits === null || (unitId !== null && onlyUnits.includes(unitId));
}

/** The files whose columns somebody has said what they are, to change and to forget. */
export function MappingsPage({ importer, mappings, today, answer }: MappingsPageProps) {
  const { list } = words;
  return (
    <StaffPage actor={importer.actor} title={list.title} current="/import">
      <PageHead title={list.title} breadcrumb={[{ href: '/import', label: importWords.title }]} />
      <div class="ff-stack">
        {answer && (
          <Note tone="ok" answer>
            {list[answer]}
          </Note>
        )}
        {mappings.length === 0 ? (
          <EmptyState id="sparade" title={list.empty} why={list.emptyWhy} />
        ) : (
          <Panel id="sparade" title={list.caption} aside={list.aside} flush>
            <MappingsTable importer={importer} mappings={mappings} today={today} />
          </Panel>
        )}
      </div>
    </StaffPage>
  );
}

function MappingsTable({ importer, mappings, today }: Omit<MappingsPageProps, 'answer'>) {
  const { list } = words;
  return (
    <Table<ListedMapping>
      caption={list.caption}
      captionHidden
      fold
      rows={mappings}
      columns={[
        {
          head: list.source,
          rowHeader: true,
          cell: ({ source }) => source || list.noSource,
        },
        { head: list.headings, cell: headingsInWords, foldLine: true, soft: true },
        { head: list.kind, cell: ({ kind }) => importWords.kinds[kind], foldLine: true },
        {
          head: list.unit,
          cell: ({ unitName }) => unitName ?? words.form.everyUnit,
          foldLabel: list.unit.toLowerCase(),
          foldLine: true,
        },
        {
          head: list.who,
          cell: ({ setAt, setByName }) => `${moment(setAt, today)} av ${setByName}`,
          foldLabel: list.who.toLowerCase(),
          foldLine: true,
        },
        {
          head: list.act,
          cell: (mapping) =>
            mayChange(importer, mapping) ? <Acts mapping={mapping} /> : <small>{list.ofOthers}</small>,
          foldLine: true,
        },
      ]}
    />
  );
}

const headingsShown = 4;

function headingsInWords({ headings, fields }: ListedMapping): string {
  const read = headings.filter((_, index) => fields[index] !== null);
  const shown = read.slice(0, headingsShown).join(', ');
  return read.length > headingsShown ? words.list.andMore(shown, read.length - headingsShown) : shown;
}

function Acts({ mapping }: { mapping: ListedMapping }) {
  const { list } = words;
  const name = mapping.source || list.noSource;
  return (
    <div class="ff-acts">
      <LinkButton kind="3" small href={`/import/kolumner/${mapping.mappingId}`}>
        {list.changeOne} <span class="ff-sr">{name}</span>
      </LinkButton>
      <form action={`/import/kolumner/${mapping.mappingId}/glom`} method="post">
        <Button kind="3" small>
          {list.forget} <span class="ff-sr">{name}</span>
        </Button>
      </form>
    </div>
  );
}
