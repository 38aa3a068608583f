import { z } from 'zod';
import type { FactShape } from '../../../law/index.ts';

/** How a fact is asked for on a page: made from the rule's own schema, so that form, interface and rule agree. */
export type FactField = { readonly name: string; readonly label: string } & (
  | { readonly kind: 'day' | 'text' | 'number' | 'yes-no' }
  | { readonly kind: 'choice'; readonly options: readonly (readonly [code: string, label: string])[] }
  | { readonly kind: 'list'; readonly columns: readonly FactField[]; readonly plain: boolean }
  | { readonly kind: 'group'; readonly fields: readonly FactField[] }
);

interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
}

/** The facts of a rule as JSON Schema: none is required, since a rule says itself what is missing. */
export function factSchema(shape: FactShape): object {
  const { $schema: _, ...schema } = z.toJSONSchema(z.object(shape).partial(), { io: 'input' });
  return schema;
}

/** The fields of a form that asks for a rule's facts, in the rule's order. */
export function factFields(shape: FactShape): readonly FactField[] {
  return fieldsOf(factSchema(shape) as JsonSchema);
}

function fieldsOf({ properties = {} }: JsonSchema): readonly FactField[] {
  return Object.entries(properties).map(([name, schema]) => fieldOf(name, schema));
}

/** The first kind of several that is not null; a fact that may be text or a number is asked for as text. */
function oneOf({ anyOf }: JsonSchema): JsonSchema | undefined {
  const first = anyOf?.find((each) => each.type !== 'null');
  return first && (oneOf(first) ?? first);
}

function fieldOf(name: string, given: JsonSchema): FactField {
  const inner = oneOf(given);
  const schema = inner ? { ...inner, ...(given.title ? { title: given.title } : {}) } : given;
  const named = { name, label: schema.title ?? name };
  if (schema.enum)
    return {
      ...named,
      kind: 'choice',
      options: schema.enum.map((code) => [code, schema.labels?.[code] ?? code]),
    };
  if (schema.type === 'array') {
    const plain = schema.items?.type !== 'object';
    return {
      ...named,
      kind: 'list',
      plain,
      columns: plain ? [fieldOf('', schema.items ?? {})] : fieldsOf(schema.items),
    };
  }
  if (schema.type === 'object') return { ...named, kind: 'group', fields: fieldsOf(schema) };
  if (schema.type === 'boolean') return { ...named, kind: 'yes-no' };
  if (schema.type === 'number' || schema.type === 'integer') return { ...named, kind: 'number' };
  return { ...named, kind: schema.format === 'date' ? 'day' : 'text' };
}
