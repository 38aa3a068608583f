import type { Form } from '../../../platform/server/read-form.ts';
import { columnField, type MappingDraft, mostColumns } from '../reading/check-mapping.ts';
import { wholeFileFields } from '../reading/column-mapping.ts';
import { type Kind, kindSpecs, kinds } from '../reading/file-kinds.ts';
import type { Columns } from '../reading/find-headings.ts';
import { dayOrders, type WholeFile } from '../reading/how-to-read.ts';

/** The names of the form's fields that are no column. What is said of the whole file is called as its field. */
export const draftFields = {
  kind: 'slag',
  row: 'rad',
  days: 'dagar',
  times: 'tider',
  source: 'system',
  holdsFor: 'galler',
} as const;

/** The kind that an address or a form names; undefined for anything else. */
export function kindOf(text: string | undefined): Kind | undefined {
  return kinds.find((kind) => kind === text);
}

/** What was chosen in a form, about these headings. What is no field of the kind is not read. */
export function draftFrom(form: Form, kind: Kind, headings: readonly string[]): MappingDraft {
  const fields = headings.slice(0, mostColumns).map((_, index) => {
    const chosen = form[columnField(index)] ?? '';
    return Object.hasOwn(kindSpecs[kind].fields, chosen) ? chosen : null;
  });
  return {
    kind,
    headings,
    fields,
    dayOrder: dayOrders.find((order) => order === form[draftFields.days]) ?? 'year-first',
    inHours: kind === 'narvaro' && form[draftFields.times] === 'timmar',
    wholeFile: wholeFileFrom(form, kind),
    source: (form[draftFields.source] ?? '').trim().replace(/\s+/g, ' '),
    holdsFor: form[draftFields.holdsFor] ?? '',
  };
}

function wholeFileFrom(form: Form, kind: Kind): WholeFile {
  const said = wholeFileFields(kind).map((field) => [field, (form[field] ?? '').trim()] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}

/** The fields heading by heading, from where the fields stand. */
export function fieldsAt(columns: Columns, headings: readonly string[]): readonly (string | null)[] {
  const byPlace = new Map(Object.entries(columns).map(([field, index]) => [index, field]));
  return headings.slice(0, mostColumns).map((_, index) => byPlace.get(index) ?? null);
}
