import type { LocalDate } from '../platform/local-date.ts';
import { citation } from './basis.ts';
import { isDayOfTheBook } from './calendar.ts';
import { type FactShape, type FactsOf, readFacts } from './facts.ts';
import { type LocalRoutine, routinesOn } from './routine.ts';
import type { AnyRule, Rule } from './rule.ts';
import { versionOn } from './timeline.ts';
import { because, missing, type Outcome, type Reason, type Verdict } from './verdict.ts';

/** A rule that was asked: its verdict, by which version, on which facts. */
export interface Decided<Value = unknown> extends Verdict<Value> {
  readonly rule: string;
  /** The day the version begins; null when none was in force. */
  readonly version: string | null;
  readonly on: LocalDate;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Facts that were given and that the rule does not ask for. */
  readonly unused: readonly string[];
}

/** Asks a rule on a day. Facts may be anything; nothing is thrown for them. */
export function decide<Shape extends FactShape, Value>(
  rule: Rule<Shape, Value>,
  given: FactsOf<Shape> | unknown,
  on: LocalDate,
  routines: readonly LocalRoutine[] = [],
): Decided<Value> {
  const { facts, problems, unused } = readFacts(rule.facts, given);
  const asked = { rule: rule.id, on, facts, unused };
  if (!isDayOfTheBook(on)) return { ...asked, version: null, ...missing<Value>(null, notADay) };
  const version = versionOn(rule.versions, on);
  if (!version) return { ...asked, version: null, ...missing<Value>(null, ...noVersion(rule, on)) };
  const known = { ...asked, version: version.inForce.from };
  if (problems.length) return { ...known, ...missing<Value>(null, ...problems) };
  return { ...known, ...version.check(facts, { on, local: routinesOn(routines, rule.id, on) }) };
}

const notADay = because('day-not-understood', 'Dagen ska skrivas ÅÅÅÅ-MM-DD, från 1900 till 2199.');

function noVersion(rule: AnyRule, on: LocalDate): Reason[] {
  const first = rule.versions[0]?.inForce.from ?? on;
  const last = rule.versions.at(-1)?.inForce.through;
  const until = last && on > last ? ` Den senaste gällde till och med ${last}.` : '';
  const known = on < first ? ` Den första gäller från ${first}.` : until;
  const says = `Boken har ingen version av regeln som gäller ${on}.${known}`;
  const changes = (rule.changes ?? []).filter((change) => change.from <= on);
  const told = changes.map((change) => because('decided-change', change.says, ...change.basis));
  return [because('no-version', says), ...told];
}

/** A verdict as it is written for machines: bases as citations. */
export interface Answer {
  readonly verdict: Outcome;
  readonly value: unknown;
  /** `verified` is false when a text that the reason stands on was not read. */
  readonly reasons: readonly (Omit<Reason, 'basis'> & { basis: readonly string[]; verified: boolean })[];
  readonly version: string | null;
}

/** Writes what was decided as an answer. */
export function answerOf({ verdict, value, reasons, version, unused }: Decided): Answer {
  const note = (fact: string) => ({ ...because('fact-unused', `Regeln frågar inte efter ${fact}.`), fact });
  return { verdict, value, version, reasons: [...reasons, ...unused.map(note)].map(cited) };
}

function cited({ basis, ...reason }: Reason): Answer['reasons'][number] {
  return { ...reason, basis: basis.map(citation), verified: basis.every((each) => each.verified) };
}
