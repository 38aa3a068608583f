import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import { FieldError, fieldId, type Option, Panel, Table } from '../../../platform/web/components/index.ts';
import { allColumns, columnField, mostColumns } from '../reading/check-mapping.ts';
import { type Kind, kindSpecs, namingFields } from '../reading/file-kinds.ts';
import { differentValues, type ShownExample, shownExample } from '../reading/shown-example.ts';
import type { MappingFormProps } from './mapping-form.tsx';

/** A column of the file, to be said what it is. */
interface ColumnToSay {
  readonly index: number;
  readonly heading: string;
  readonly examples: readonly string[];
  readonly field: string | null;
  readonly fault: string | undefined;
}

/** Each column of the file with some of what stands in it, and a list of what it may be. */
export function MappingColumns({ draft, faults, examples, choices }: MappingFormProps) {
  const { form } = words;
  const codes = new Set(choices.units.map(({ code }) => code));
  const columns = draft.headings.slice(0, mostColumns).map((heading, index) => ({
    index,
    heading: words.column(heading, index),
    field: draft.fields[index] ?? null,
    examples: examplesOf(examples ?? [], index, draft.fields[index] ?? null, codes),
    fault: faults.find((fault) => fault.field === columnField(index))?.says,
  }));
  const missing = faults.filter(({ field }) => field === allColumns);
  const chosen = columns.filter(({ field }) => field !== null).length;
  return (
    <Panel id={allColumns} title={form.title} aside={form.aside(chosen, columns.length)} flush>
      {missing.length > 0 && (
        <FieldError id="kolumner-error" message={missing.map(({ says }) => says).join(' ')} />
      )}
      <Table<ColumnToSay>
        caption={form.title}
        captionHidden
        fold
        rows={columns}
        columns={[
          { head: form.inFile, rowHeader: true, cell: ({ heading }) => <Heading text={heading} /> },
          ...(examples
            ? [
                {
                  head: form.examples,
                  cell: ({ examples }: ColumnToSay) => examples.join(' · ') || form.noExamples,
                  foldLine: true,
                  soft: true,
                },
              ]
            : []),
          {
            head: form.means,
            foldLine: true,
            cell: (column) => <FieldChoice column={column} options={optionsOf(draft.kind)} />,
          },
        ]}
      />
    </Panel>
  );
}

/** A heading may be one word without end: it may break, but is never cut. */
function Heading({ text }: { text: string }) {
  const [first, ...rest] = text.match(/\S{1,24}|\s+/gu) ?? [text];
  return (
    <>
      {first}
      {rest.map((part) => (
        <>
          <wbr />
          {part}
        </>
      ))}
    </>
  );
}

function FieldChoice({ column, options }: { column: ColumnToSay; options: readonly Option[] }) {
  const name = columnField(column.index);
  const id = fieldId(name);
  const { fault } = column;
  return (
    <>
      <label class="ff-sr" for={id}>
        {words.form.meansOf(column.heading)}
      </label>
      <select
        class="ff-in"
        id={id}
        name={name}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${id}-error` : undefined}
      >
        {options.map(({ value, label }) => (
          <option value={value} selected={value === (column.field ?? '')}>
            {label}
          </option>
        ))}
      </select>
      {fault && <FieldError id={`${id}-error`} message={fault} />}
    </>
  );
}

/** "Datum (lektionens dag)": the usual heading, and what it becomes where that says more. */
function optionsOf(kind: Kind): readonly Option[] {
  const fields = Object.entries(kindSpecs[kind].fields).map(([value, { heading, becomes }]) => ({
    value,
    label: heading === becomes ? heading : `${heading} (${becomes.toLowerCase()})`,
  }));
  return [{ value: '', label: words.form.notRead }, ...fields];
}

/** What names somebody is not shown, and neither is what might. */
function examplesOf(
  rows: readonly (readonly string[])[],
  index: number,
  field: string | null,
  units: ReadonlySet<string>,
): readonly string[] {
  const shown = differentValues(rows, index).map((cell) => shownExample(cell, units));
  const hides = field !== null && namingFields.has(field);
  return [...new Set(shown.map((each) => inWords(hides && 'shown' in each ? { hidden: 'text' } : each)))];
}

function inWords(example: ShownExample): string {
  if ('shown' in example) return example.shown;
  if (example.hidden === 'number') return words.form.hiddenNumber(example.digits);
  return example.hidden === 'text' ? words.form.hiddenText : words.form.hiddenAddress;
}
