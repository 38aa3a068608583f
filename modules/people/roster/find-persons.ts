import { isProvisional } from '../rules/provisional-number.ts';
import type { ToldPerson } from './roster-row.ts';
import type { KnownBy, StoredPerson } from './roster-snapshot.ts';

/** Whom a row is about: a stored person, somebody new (with a key that is the same for all rows about them), or a refusal. */
export type Identified =
  | { readonly person: StoredPerson; readonly key: string }
  | { readonly person: null; readonly key: string }
  | { readonly refused: 'identifiers-differ' };

/** What a row knows its person by. */
type Identifiers = Pick<ToldPerson, 'civicNumber' | 'sourceId'>;

/**
 * Answers whom each row is about: by the civic number, that of today or a former one, then by any source id that somebody
 * has been known by. A row needs one of the two; when both are told they must agree.
 */
export function personFinder(
  rows: readonly Identifiers[],
  persons: readonly StoredPerson[],
  known: KnownBy,
): (row: Identifiers) => Identified {
  const byId = new Map(persons.map((each) => [each.personId, each]));
  const byCivic = new Map(persons.map((each) => [each.civicNumber, each]));
  const withNumber = (civic: string) => byCivic.get(civic) ?? byId.get(known.formerNumbers.get(civic) ?? 0);
  const withSourceId = (source: string) => byId.get(known.sourceIds.get(source) ?? 0);
  const pairs = pairsOf(rows);
  return (row) => {
    if (pairs.contradict(row)) return { refused: 'identifiers-differ' };
    const civic = row.civicNumber ?? pairs.civicOf(row.sourceId);
    const found = civic ? withNumber(civic) : undefined;
    const other = row.sourceId ? withSourceId(row.sourceId) : undefined;
    if (found && other && found !== other) return { refused: 'identifiers-differ' };
    const person = found ?? other;
    if (!person) return { person: null, key: civic ?? `source ${row.sourceId}` };
    if (civic && !found && !mayBecome(person.civicNumber)) return { refused: 'identifiers-differ' };
    return { person, key: String(person.personId) };
  };
}

/** A number is kept for life, but a provisional one gives way to the real one. */
function mayBecome(stored: string | null): boolean {
  return stored === null || isProvisional(stored);
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
