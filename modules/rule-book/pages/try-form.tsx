import type { AnyRule } from '../../../law/index.ts';
import {
  Actions,
  Button,
  DateField,
  FieldGroup,
  SelectField,
  TextArea,
  TextField,
} from '../../../platform/web/components/index.ts';
import { type FactField, factFields } from '../rules/fact-fields.ts';
import { type FormTexts, none } from '../rules/form-facts.ts';

/** A form for one's own facts; empty fields are facts that nobody knows. Sent by POST: facts never stand in an address. */
export function TryForm({ rule, texts, on }: { rule: AnyRule; texts: FormTexts; on: string }) {
  return (
    <form class="ff-form" method="post" action={`/regler/${rule.id}#svar`} novalidate>
      <p class="ff-soft ff-small">
        Fälten är ifyllda med ett exempel. Skriv dina egna uppgifter och lämna tomt det du inte vet.
      </p>
      <DateField name="dag" label="Dag som frågan gäller" value={on} short />
      <Fields fields={factFields(rule.facts)} texts={texts} prefix="" />
      <Actions>
        <Button>Pröva</Button>
      </Actions>
    </form>
  );
}

function Fields({
  fields,
  texts,
  prefix,
}: {
  fields: readonly FactField[];
  texts: FormTexts;
  prefix: string;
}) {
  return (
    <>
      {fields.map((field) => (
        <Field field={field} name={prefix + field.name} texts={texts} />
      ))}
    </>
  );
}

const notKnown = { value: '', label: 'Inte känt' };

function Field({ field, name, texts }: { field: FactField; name: string; texts: FormTexts }) {
  const common = { name, id: `f-${name.replaceAll('.', '-')}`, label: field.label, value: texts[name] ?? '' };
  switch (field.kind) {
    case 'day':
      return <DateField {...common} short />;
    case 'yes-no':
      return (
        <SelectField
          {...common}
          short
          options={[notKnown, { value: 'ja', label: 'Ja' }, { value: 'nej', label: 'Nej' }]}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...common}
          options={[notKnown, ...field.options.map(([value, label]) => ({ value, label }))]}
        />
      );
    case 'list':
      return <TextArea {...common} rows={6} help={listHelp(field)} />;
    case 'group':
      return (
        <FieldGroup legend={field.label}>
          <SelectField
            {...common}
            label="Finns?"
            short
            options={[
              { value: '', label: 'Enligt fälten nedan, eller inte känt' },
              { value: none, label: 'Nej, ingen' },
            ]}
          />
          <Fields fields={field.fields} texts={texts} prefix={`${name}.`} />
        </FieldGroup>
      );
    default:
      return <TextField {...common} short={field.kind === 'number'} autocomplete="off" />;
  }
}

function listHelp({ plain, columns }: FactField & { kind: 'list' }): string {
  if (plain) return 'En på varje rad';
  return `En på varje rad, med semikolon mellan: ${columns.map(columnHelp).join('; ')}. Skriv ? för det som inte är känt.`;
}

function columnHelp(column: FactField): string {
  const codes = column.kind === 'choice' ? ` (${column.options.map(([code]) => code).join(', ')})` : '';
  return column.label.toLocaleLowerCase('sv') + codes;
}
