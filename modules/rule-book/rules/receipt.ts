import { citation, type Decided, type Outcome, type RuleBook } from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';

/** Who decided, as what, when. */
export interface Decider {
  readonly personId: number | null;
  readonly name: string;
  /** In Swedish, as it stands in the decision: `rektor`. */
  readonly capacity: string;
  readonly on: LocalDate;
}

/** What a formal decision stores: enough to tell years later by which law and on which facts, whatever the book says then. */
export interface Receipt {
  readonly format: 1;
  readonly decider: Decider;
  readonly rules: readonly ReceiptRule[];
}

/** One rule that was asked: its sentence and citations are kept, since the book changes. */
export interface ReceiptRule {
  readonly id: string;
  readonly version: string | null;
  readonly sentence: string;
  readonly verdict: Outcome;
  readonly value: unknown;
  readonly reasons: readonly string[];
  readonly citations: readonly string[];
  readonly unverified: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Turns what was decided into the record that the decision stores. */
export function receiptOf(book: RuleBook, decided: readonly Decided[], decider: Decider): Receipt {
  const rules = decided.map(({ rule: id, version, verdict, value, reasons, facts }) => {
    const bases = reasons.flatMap((reason) => reason.basis);
    const cited = (some: typeof bases) => [...new Set(some.map(citation))];
    return {
      ...{ id, version, verdict, value, facts },
      sentence: book.find(id)?.sentence ?? id,
      reasons: reasons.map((reason) => reason.says),
      citations: cited(bases),
      unverified: cited(bases.filter((basis) => !basis.verified)),
    };
  });
  return { format: 1, decider, rules };
}

const outcomes: Readonly<Record<Outcome, string>> = {
  ok: 'Kravet var uppfyllt.',
  refused: 'Regeln sade nej.',
  missing: 'Svaret var inte känt än.',
};

/** Tells a receipt to a person, in Swedish, a paragraph a string. Needs no book: it may be years later. */
export function tellReceipt({ decider, rules }: Receipt): readonly string[] {
  const { name, capacity, on } = decider;
  return [
    `Beslutat ${on} av ${name}, ${capacity}.`,
    ...rules.map(({ sentence, version, verdict, reasons, citations, unverified }) =>
      [
        sentence,
        version
          ? `Versionen som gällde från ${version} användes.`
          : 'Boken hade ingen version för den dagen.',
        outcomes[verdict],
        ...reasons,
        citations.length ? `Stöd: ${citations.join(', ')}.` : '',
        unverified.length ? `Texten var inte läst i original: ${unverified.join(', ')}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ];
}
