import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import {
  Actions,
  Button,
  ErrorSummary,
  FieldPair,
  fieldId,
  LinkButton,
  Panel,
  SelectField,
  TextField,
} from '../../../platform/web/components/index.ts';
import { allColumns, type MappingDraft, type MappingFault } from '../reading/check-mapping.ts';
import type { Kind } from '../reading/file-kinds.ts';
import type { Columns } from '../reading/find-headings.ts';
import type { DayOrder, WholeFile } from '../reading/how-to-read.ts';
import type { MappingChoices } from './mapping-choices.ts';
import { MappingColumns } from './mapping-columns.tsx';
import { draftFields } from './mapping-draft.ts';
import { faultOf, WholeFilePanel } from './mapping-whole-file.tsx';

/** What a page about a file's columns begins with. */
export interface MappingStart {
  readonly kind: Kind | undefined;
  /** The row of headings; the first is 1. */
  readonly row: number;
  readonly headings: readonly string[];
  readonly columns: Columns;
  /** Rows under the headings. */
  readonly examples: readonly (readonly string[])[];
  readonly dayOrder: DayOrder;
  readonly inHours: boolean;
  readonly wholeFile: WholeFile;
  readonly source: string;
  /** Undefined when nobody has chosen. */
  readonly holdsFor: string | undefined;
}

/** What the form shows. */
export interface MappingFormProps {
  readonly action: string;
  readonly back: string;
  readonly draft: MappingDraft;
  readonly choices: MappingChoices;
  readonly faults: readonly MappingFault[];
  /** Rows to take examples from; absent when only the mapping is changed. */
  readonly examples?: readonly (readonly string[])[] | undefined;
  /** Sent back as it is: which row the headings stand on, which state of the run was seen. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** Column by column what it is, what holds for the whole file, and what to remember. One form, no script. */
export function MappingForm(props: MappingFormProps) {
  const { action, back, draft, examples, hidden } = props;
  return (
    <form class="ff-stack" action={action} method="post">
      <input type="hidden" name={draftFields.kind} value={draft.kind} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <MappingColumns {...props} />
      <WholeFilePanel {...props} />
      <Panel id="kom-ihag" title={words.form.remember}>
        <div class="ff-form">
          <RememberFields {...props} />
          <Actions>
            <Button>{examples ? words.form.save : words.form.saveMapping}</Button>
            <LinkButton kind="3" href={back}>
              {words.form.back}
            </LinkButton>
          </Actions>
        </div>
      </Panel>
    </form>
  );
}

/** What has to be put right, all at once, each leading to its field: first on the page. */
export function MappingFaults({ faults }: { faults: readonly MappingFault[] }) {
  const place = (field: string): string => (field === allColumns ? field : fieldId(field));
  return <ErrorSummary errors={faults.map(({ field, says }) => ({ field: place(field), message: says }))} />;
}

function RememberFields({ draft, choices, faults, examples }: MappingFormProps) {
  const { form } = words;
  const { units, everyUnit, only } = choices;
  const every = everyUnit ? [{ value: '', label: form.everyUnit }] : [];
  const options = [...every, ...units.map(({ unitId, name }) => ({ value: String(unitId), label: name }))];
  const isChosen = examples !== undefined && !only && units.length > 0;
  return (
    <>
      {only && <p class="ff-small">{form.holdsForOne(only.name)}</p>}
      <FieldPair>
        {isChosen ? (
          <SelectField
            name={draftFields.holdsFor}
            label={form.holdsFor}
            help={form.holdsForHelp}
            value={draft.holdsFor}
            options={options}
            error={faultOf(faults, 'galler')}
          />
        ) : (
          <input type="hidden" name={draftFields.holdsFor} value={draft.holdsFor} />
        )}
        <TextField
          name={draftFields.source}
          label={form.source}
          note={form.sourceNote}
          value={draft.source}
          maxlength={80}
          autocomplete="off"
          error={faultOf(faults, 'system')}
        />
      </FieldPair>
    </>
  );
}
