import { importWords } from '../../../messages/sv/import.ts';
import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import {
  Actions,
  Aside,
  Button,
  Columns,
  PageHead,
  Panel,
  SelectField,
} from '../../../platform/web/components/index.ts';
import { StaffPage } from '../../access/index.ts';
import { type Kind, kinds } from '../reading/file-kinds.ts';
import { searchedRows } from '../reading/find-headings.ts';
import { looksLikeData } from '../reading/looks-like-data.ts';
import type { Importer } from './import-parts.ts';
import { draftFields } from './mapping-draft.ts';
import { MappingFaults, MappingForm, type MappingFormProps } from './mapping-form.tsx';

import { NeedsPanel, PrivacyPanel } from './mapping-needs.tsx';

/** What the page shows of one file of a run. */
export interface MappingPageProps {
  readonly importer: Importer;
  readonly run: { readonly runId: number; readonly source: string };
  readonly file: string;
  /** The file's number among those of the run, from 0. */
  readonly index: number;
  readonly kind: Kind | undefined;
  readonly row: number;
  /** The first rows of the file. */
  readonly top: readonly (readonly string[])[];
  /** Absent until it is known what the file is about. */
  readonly form?: Omit<MappingFormProps, 'action' | 'back'> | undefined;
}

/** What the columns of a file are: first what sort of file it is, then column by column. */
export function MappingPage(props: MappingPageProps) {
  const { importer, run, file, index, form } = props;
  const title = words.page.title(file);
  const preview = `/import/${run.runId}`;
  return (
    <StaffPage actor={importer.actor} title={title} current="/import">
      <PageHead
        title={title}
        breadcrumb={[
          { href: '/import', label: importWords.title },
          { href: preview, label: words.page.preview },
        ]}
      />
      <Columns>
        <div class="ff-stack">
          {form && <MappingFaults faults={form.faults} />}
          <KindPanel {...props} />
          {form && <MappingForm {...form} action={`${preview}/kolumner?fil=${index}`} back={preview} />}
        </div>
        <Aside label={words.needs.title}>
          {form && <NeedsPanel draft={form.draft} unitIsGiven={form.choices.only !== null} />}
          <PrivacyPanel />
        </Aside>
      </Columns>
    </StaffPage>
  );
}

function KindPanel({ run, index, kind, row, top, form }: MappingPageProps) {
  const { page } = words;
  const none = kind ? [] : [{ value: '', label: page.chooseKind }];
  const rows = top.slice(0, searchedRows).map((cells, at) => ({
    value: String(at + 1),
    label: page.rowOption(at + 1, rowInWords(cells, at + 1 > row)),
  }));
  const rowFault = form?.faults.find(({ field }) => field === draftFields.row)?.says;
  return (
    <Panel id="slag" title={page.what} aside={page.whatAside} lead={!form}>
      <form class="ff-form" action={`/import/${run.runId}/kolumner`} method="get">
        <input type="hidden" name="fil" value={String(index)} />
        <div class="ff-2">
          <SelectField
            name={draftFields.kind}
            label={page.kind}
            value={kind ?? ''}
            required
            options={[...none, ...kinds.map((each) => ({ value: each, label: importWords.kinds[each] }))]}
          />
          <SelectField
            name={draftFields.row}
            label={page.row}
            value={String(row)}
            options={rows}
            error={rowFault}
          />
        </div>
        <Actions>
          <Button kind={form ? '2' : undefined}>{form ? page.showAgain : page.show}</Button>
        </Actions>
      </form>
    </Panel>
  );
}

/** A row to choose must be recognised, and may be of persons: of those, and of all under the headings, only how many cells there are. */
function rowInWords(cells: readonly string[], isUnder: boolean): string {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return '';
  if (isUnder || looksLikeData(cells)) return words.page.dataRow(filled.length);
  const said = filled.slice(0, 4).join(', ');
  return said.length > longestRow ? `${said.slice(0, longestRow)} …` : said;
}

const longestRow = 60;
