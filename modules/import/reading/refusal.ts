/** Why a row is not read in. One per row: the first reason's code and column, and the sentences of all reasons. */
export interface Refusal {
  /** The heading as it stands in the file; null when the whole row is meant. */
  readonly column: string | null;
  readonly code: string;
  /** One or more plain Swedish sentences: what is wrong and what to do. Never quotes a person's data. */
  readonly says: string;
}

/** A refused row with its place: the file's name and the row's number as a spreadsheet shows it (the first row is 1). */
export interface RefusedRow extends Refusal {
  readonly file: string;
  readonly row: number;
}

/** Something the reader should know that stops nothing. `rows` counts the rows concerned. */
export interface Warning {
  readonly code: string;
  readonly says: string;
  readonly rows: number;
}

/** Puts the reasons of one row together: the first gives code and column, all give their sentences. Undefined without reasons. */
export function together(reasons: readonly Refusal[]): Refusal | undefined {
  const [first] = reasons;
  if (!first || reasons.length === 1) return first;
  const sentences = [...new Set(reasons.map((reason) => reason.says))];
  return { column: first.column, code: first.code, says: sentences.join(' ') };
}
