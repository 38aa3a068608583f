import { z } from 'zod';
import { isDayOfTheBook } from './calendar.ts';
import { because, type Reason } from './verdict.ts';

/** The facts that a rule asks for: name → schema with a Swedish label (`title`). Made with `fact`. */
export type FactShape = Readonly<Record<string, z.ZodType>>;

/** Facts as a rule meets them. Absent is not given; null is given as "not known" or "none", which each rule says. */
export type FactsOf<Shape extends FactShape> = {
  readonly [Name in keyof Shape]?: z.output<Shape[Name]> | null;
};

/** The kinds of facts. `label` is Swedish and stands beside the field on the page and in the API. */
export const fact = {
  day: (label: string) =>
    z.string().refine(isDayOfTheBook, 'ska vara en dag, ÅÅÅÅ-MM-DD').meta({ title: label, format: 'date' }),
  yesNo: (label: string) => z.boolean('ska vara ja eller nej').meta({ title: label }),
  text: (label: string) => z.string('ska vara text').meta({ title: label }),
  number: (label: string) =>
    z.number('ska vara ett tal').nonnegative('får inte vara negativt').meta({ title: label }),
  /** One of some codes; `labels` are their Swedish words. */
  choice: <const Code extends string>(label: string, labels: Readonly<Record<Code, string>>) =>
    z
      .enum(Object.keys(labels) as Code[], `ska vara ett av: ${Object.keys(labels).join(', ')}`)
      .meta({ title: label, labels }),
  list: <Item extends z.ZodType>(label: string, item: Item) =>
    z.array(item, 'ska vara en lista').meta({ title: label }),
  group: <Shape extends Record<string, z.ZodType>>(label: string, shape: Shape) =>
    z.object(shape, 'ska vara en grupp av uppgifter').meta({ title: label }),
} as const;

/** The Swedish label of a fact. */
export const labelOf = (shape: FactShape, name: string): string => shape[name]?.meta()?.title ?? name;

/** Reads facts from outside, one by one: tells what could not be understood, names what the rule never asks for. Never throws. */
export function readFacts<Shape extends FactShape>(
  shape: Shape,
  given: unknown,
): { facts: FactsOf<Shape>; problems: Reason[]; unused: string[] } {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { facts: {}, problems: [notUnderstood('facts', 'uppgifterna ska vara ett objekt')], unused: [] };
  const facts: Record<string, unknown> = {};
  const problems: Reason[] = [];
  const unused: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(shape, name)) unused.push(name);
    else if (value === null || value === undefined) facts[name] = value;
    else {
      const read = shape[name]!.safeParse(value);
      if (read.success) facts[name] = read.data;
      else problems.push(notUnderstood(name, whatIsWrong(labelOf(shape, name), read.error)));
    }
  }
  return { facts: facts as FactsOf<Shape>, problems, unused };
}

function whatIsWrong(label: string, error: z.ZodError): string {
  const [first] = error.issues;
  const place = first?.path.length ? ` (${first.path.join('.')})` : '';
  return `${label}${place} ${first?.message ?? 'kunde inte förstås'}`;
}

function notUnderstood(name: string, says: string): Reason {
  return { ...because('fact-not-understood', `Uppgiften kunde inte förstås: ${says}.`), fact: name };
}
