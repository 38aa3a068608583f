import type { FactField } from './fact-fields.ts';

/** A form's fields as they were written, by name: `receivedOn`, `reduction.requestedByStudent`. */
export type FormTexts = Readonly<Record<string, string>>;

/** What is written for "none", where that is an answer and not a gap. */
export const none = 'ingen';

/** Reads facts out of a form. What is empty is not known; what cannot be read is passed on as it stands, for the rule to say so. */
export function factsFromForm(
  fields: readonly FactField[],
  texts: FormTexts,
  prefix = '',
): Record<string, unknown> {
  const read = fields.map((field) => [field.name, readField(field, texts, prefix + field.name)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readField(field: FactField, texts: FormTexts, name: string): unknown {
  const text = (texts[name] ?? '').trim();
  if (field.kind === 'group') {
    if (text === none) return null;
    const inside = factsFromForm(field.fields, texts, `${name}.`);
    return Object.keys(inside).length ? inside : undefined;
  }
  if (text === '') return undefined;
  if (field.kind !== 'list') return scalar(field, text);
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  return lines.map((line) =>
    field.plain ? scalar(field.columns[0]!, line.trim()) : row(field.columns, line),
  );
}

/** One thing a line, its parts separated by semicolon, tab or spaces, in the order of the columns. */
function row(columns: readonly FactField[], line: string): Record<string, unknown> {
  const cells = line.includes(';') ? line.split(';') : line.trim().split(/\s+/);
  const read = columns.map(
    (column, index) => [column.name, cell(column, cells[index]?.trim() ?? '')] as const,
  );
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function cell(column: FactField, text: string): unknown {
  if (text === '') return undefined;
  return text === '?' ? null : scalar(column, text);
}

function scalar({ kind }: FactField, text: string): unknown {
  if (kind === 'number' && /^\d+([.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  if (kind === 'yes-no' && /^(ja|nej)$/.test(text)) return text === 'ja';
  return text;
}

/** The other way: facts as the texts of a form. */
export function formFromFacts(
  fields: readonly FactField[],
  facts: Readonly<Record<string, unknown>>,
): FormTexts {
  const texts: Record<string, string> = {};
  const write = (
    all: readonly FactField[],
    from: Readonly<Record<string, unknown>>,
    prefix: string,
  ): void => {
    for (const field of all) {
      const value = from[field.name];
      const name = prefix + field.name;
      if (value === undefined) continue;
      if (field.kind === 'group') {
        if (value === null) texts[name] = none;
        else write(field.fields, value as Record<string, unknown>, `${name}.`);
      } else texts[name] = field.kind === 'list' ? lines(field, value) : written(value);
    }
  };
  write(fields, facts, '');
  return texts;
}

function lines(field: FactField & { kind: 'list' }, value: unknown): string {
  if (!Array.isArray(value)) return '';
  if (field.plain) return value.map(written).join('\n');
  return value.map((item) => field.columns.map(({ name }) => cellText(item?.[name])).join(';')).join('\n');
}

function cellText(value: unknown): string {
  if (value === undefined) return '';
  return value === null ? '?' : written(value);
}

function written(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return value === null ? '' : String(value).replace(/^(\d+)\.(\d+)$/, '$1,$2');
}
