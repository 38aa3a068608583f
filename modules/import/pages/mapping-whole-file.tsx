import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import {
  DateField,
  FieldPair,
  Panel,
  SelectField,
  TextField,
} from '../../../platform/web/components/index.ts';
import type { MappingFault } from '../reading/check-mapping.ts';
import { wholeFileFields } from '../reading/column-mapping.ts';
import { dayOrders } from '../reading/how-to-read.ts';
import { draftFields } from './mapping-draft.ts';
import type { MappingFormProps } from './mapping-form.tsx';

/** What is wrong with a field; undefined when nothing is. */
export function faultOf(faults: readonly MappingFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.says;
}

/** How days and times are written, and what no column says. */
export function WholeFilePanel({ draft, choices, faults, examples }: MappingFormProps) {
  const { form } = words;
  const sayable = examples ? wholeFileFields(draft.kind) : [];
  return (
    <Panel id="hela-filen" title={form.andMore}>
      <div class="ff-form">
        {sayable.includes('unit') && <UnitField draft={draft} choices={choices} faults={faults} />}
        {sayable.includes('starts') && (
          <FieldPair>
            <DateField
              name="starts"
              label={form.starts}
              help={form.periodHelp}
              value={draft.wholeFile.starts}
              error={faultOf(faults, 'starts')}
            />
            <DateField
              name="ends"
              label={form.ends}
              value={draft.wholeFile.ends}
              error={faultOf(faults, 'ends')}
            />
          </FieldPair>
        )}
        <FieldPair>
          <SelectField
            name={draftFields.days}
            label={form.days}
            value={draft.dayOrder}
            options={dayOrders.map((order) => ({ value: order, label: form.dayOrders[order] }))}
          />
          {draft.kind === 'narvaro' && (
            <SelectField
              name={draftFields.times}
              label={form.times}
              value={draft.inHours ? 'timmar' : 'minuter'}
              options={[
                { value: 'minuter', label: form.minutes },
                { value: 'timmar', label: form.hours },
              ]}
            />
          )}
        </FieldPair>
      </div>
    </Panel>
  );
}

function UnitField({ draft, choices, faults }: Pick<MappingFormProps, 'draft' | 'choices' | 'faults'>) {
  const { form } = words;
  if (choices.only) return <p class="ff-small">{form.unitGiven(choices.only.name)}</p>;
  const field = { name: 'unit', help: form.unitHelp, error: faultOf(faults, 'unit') };
  if (choices.units.length === 0)
    return (
      <TextField {...field} label={form.unitCode} value={draft.wholeFile.unit} inputmode="numeric" short />
    );
  const units = choices.units.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const options = [{ value: '', label: form.unitFromColumn }, ...units];
  return <SelectField {...field} label={form.unit} value={draft.wholeFile.unit ?? ''} options={options} />;
}
