import type { ToldPerson } from './roster-row.ts';
import type { StoredPerson } from './roster-snapshot.ts';

/** Whom a row is about: a stored person, somebody new (with a key that is the same for all rows about them), or a refusal. */
export type Identified =
  | { readonly person: StoredPerson; readonly key: string }
  | { readonly person: null; readonly key: string }
  | { readonly refused: 'identifiers-differ' };

/** What a row knows its person by. */
type Identifiers = Pick<ToldPerson, 'civicNumber' | 'sourceId'>;

/** Answers whom each row is about. A row needs a civic number or a source id; when both are told they must agree. */
export function personFinder(
  rows: readonly Identifiers[],
  persons: readonly StoredPerson[],
): (row: Identifiers) => Identified {
  const byCivic = new Map(
    persons.flatMap((each) => (each.civicNumber ? [[each.civicNumber, each] as const] : [])),
  );
  const bySource = new Map(
    persons.flatMap((each) => (each.sourceId ? [[each.sourceId, each] as const] : [])),
  );
  const pairs = pairsOf(rows);
  return (row) => {
    if (pairs.contradict(row)) return { refused: 'identifiers-differ' };
    const civic = row.civicNumber ?? pairs.civicOf(row.sourceId);
    const found = civic ? byCivic.get(civic) : undefined;
    const other = row.sourceId ? bySource.get(row.sourceId) : undefined;
    if (found && other && found !== other) return { refused: 'identifiers-differ' };
    const person = found ?? other;
    if (!person) return { person: null, key: civic ?? `source ${row.sourceId}` };
    if (civic && !mayBecome(person.civicNumber, civic)) return { refused: 'identifiers-differ' };
    return { person, key: String(person.personId) };
  };
}

/** A number is kept for life, but a provisional one gives way to the real one. */
function mayBecome(stored: string | null, told: string): boolean {
  return stored === null || stored === told || isProvisional(stored);
}

/** TF numbers and samordningsnummer (60 added to the day) are given until a personnummer is. */
function isProvisional(civicNumber: string): boolean {
  return civicNumber.includes('TF') || Number(civicNumber.slice(6, 8)) > 60;
}

function pairsOf(rows: readonly Identifiers[]): {
  civicOf(sourceId: string | null): string | null;
  contradict(row: Identifiers): boolean;
} {
  const civics = new Map<string, Set<string>>();
  for (const row of rows) {
    if (!row.sourceId || !row.civicNumber) continue;
    const told = civics.get(row.sourceId) ?? new Set();
    civics.set(row.sourceId, told.add(row.civicNumber));
  }
  return {
    civicOf: (sourceId) => (sourceId ? ([...(civics.get(sourceId) ?? [])][0] ?? null) : null),
    contradict: (row) => row.sourceId !== null && (civics.get(row.sourceId)?.size ?? 0) > 1,
  };
}
