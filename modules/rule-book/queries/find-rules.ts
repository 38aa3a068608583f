import { type AnyRule, citation, type RuleBook } from '../../../law/index.ts';
import { areaOf } from '../areas.ts';
import { type FactField, factFields } from '../rules/fact-fields.ts';

/** The rules that hold every word of the question somewhere: title, sentence, paragraphs, what they ask for. */
export function findRules(book: RuleBook, question: string): readonly AnyRule[] {
  const words = question.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  return book.rules.filter((rule) => {
    const text = searched(rule);
    return words.every((word) => text.includes(word));
  });
}

const texts = new WeakMap<AnyRule, string>();

function searched(rule: AnyRule): string {
  const known = texts.get(rule);
  if (known) return known;
  const bases = rule.versions.flatMap((version) => version.basis);
  const parts = [
    ...[rule.id, rule.title, rule.sentence, areaOf(rule)],
    ...bases.flatMap((basis) => [citation(basis), basis.quote ?? '']),
    ...factFields(rule.facts).flatMap(words),
    ...(rule.routines ?? []).map((kind) => kind.label),
  ];
  const text = parts.join(' ').toLocaleLowerCase('sv');
  texts.set(rule, text);
  return text;
}

function words(field: FactField): readonly string[] {
  if (field.kind === 'choice') return [field.label, ...field.options.map(([, label]) => label)];
  if (field.kind === 'group') return [field.label, ...field.fields.flatMap(words)];
  return field.kind === 'list' ? [field.label, ...field.columns.flatMap(words)] : [field.label];
}
