import type { CivicNumber } from './civic-number.ts';
import { isProvisional, isTemporary } from './provisional-number.ts';

/** What decides which of two persons stays. */
export interface Weighed {
  readonly personId: number;
  readonly civicNumber: CivicNumber | null;
  /** How many rows there are about the person. */
  readonly rows: number;
}

/** Why the one stays that does. */
export type StaysBecause = 'number' | 'rows' | 'first';

/**
 * Which of two persons stays when they are merged: the one with the better number (personnummer before samordningsnummer
 * before TF number before none), else the one with most rows, else the one who was registered first.
 */
export function whoStays<Person extends Weighed>(
  one: Person,
  other: Person,
): { readonly stays: Person; readonly goes: Person; readonly because: StaysBecause } {
  const pick = (first: boolean, because: StaysBecause) =>
    first ? { stays: one, goes: other, because } : { stays: other, goes: one, because };
  const [a, b] = [rank(one.civicNumber), rank(other.civicNumber)];
  if (a !== b) return pick(a > b, 'number');
  if (one.rows !== other.rows) return pick(one.rows > other.rows, 'rows');
  return pick(one.personId < other.personId, 'first');
}

function rank(civicNumber: CivicNumber | null): number {
  if (civicNumber === null) return 0;
  if (isTemporary(civicNumber)) return 1;
  return isProvisional(civicNumber) ? 2 : 3;
}
