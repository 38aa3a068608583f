import type { AnyRule, RuleBook } from '../../law/index.ts';

/** The parts of the law book by the first word of a rule's id, in the order of a student's way through school. */
const areas: Readonly<Record<string, string>> = {
  admission: 'Antagning',
  eligibility: 'Behörighet',
  mentor: 'Mentor',
  'study-plan': 'Individuell studieplan',
  introductory: 'Introduktionsprogram',
  funding: 'Ersättning mellan kommuner',
  attendance: 'Frånvaro',
  support: 'Stöd',
  exam: 'Examen',
  handover: 'Överlämning',
  kaa: 'Kommunernas aktivitetsansvar',
};

/** The part that a rule stands in, in Swedish. */
export function areaOf({ id }: Pick<AnyRule, 'id'>): string {
  const [first = ''] = id.split('/');
  return areas[first] ?? first;
}

/** Rules by part, the parts in order, the rules as the book has them. */
export function rulesByArea(rules: RuleBook['rules']): readonly (readonly [string, readonly AnyRule[]])[] {
  const named = [...new Set([...Object.values(areas), ...rules.map(areaOf)])];
  const groups = named.map((area) => [area, rules.filter((rule) => areaOf(rule) === area)] as const);
  return groups.filter(([, found]) => found.length > 0);
}
