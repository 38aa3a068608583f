import type { LocalDate } from '../platform/local-date.ts';
import { type Answer, answerOf, decide } from './decide.ts';
import type { LocalRoutine } from './routine.ts';
import type { AnyRule } from './rule.ts';
import { isTimeline } from './timeline.ts';
import { because } from './verdict.ts';

/** All rules, by id. */
export interface RuleBook {
  readonly rules: readonly AnyRule[];
  readonly find: (id: string) => AnyRule | undefined;
}

/** Binds rules into a book, in the order given. Throws for a fault in the book itself: it is found at the first start. */
export function ruleBook(rules: readonly AnyRule[]): RuleBook {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const faults = rules.flatMap((rule) => {
    const told: string[] = [];
    if (byId.get(rule.id) !== rule) told.push('stands twice');
    if (rule.versions.length === 0 || !isTimeline(rule.versions))
      told.push('has versions that overlap or lack order');
    if (rule.versions.some((version) => version.basis.length === 0)) told.push('has a version without basis');
    return told.map((fault) => `${rule.id} ${fault}`);
  });
  if (faults.length) throw new Error(`faults in the rule book: ${faults.join('; ')}`);
  return { rules, find: (id) => byId.get(id) };
}

/** A question to the book; the rule and the facts may be anything. */
export type Question = Readonly<{
  rule: unknown;
  facts?: unknown;
  on: LocalDate;
  routines?: readonly LocalRoutine[];
}>;

/** Answers a question; an unknown rule is answered too. */
export function askBook(book: RuleBook, { rule: id, facts, on, routines }: Question): Answer {
  const rule = typeof id === 'string' ? book.find(id) : undefined;
  if (rule) return answerOf(decide(rule, facts ?? {}, on, routines));
  const says = `Regeln ${String(id)} finns inte i boken. Alla regler står under Regler och i docs/rules.md.`;
  const reason = { ...because('unknown-rule', says), basis: [], verified: true };
  return { verdict: 'missing', value: null, version: null, reasons: [reason] };
}
