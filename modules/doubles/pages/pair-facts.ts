import { personWords as words } from '../../../messages/sv/persons.ts';
import { dayLong } from '../../../platform/web/format.ts';
import { displayName, formatCivicNumber } from '../../people/index.ts';
import { isProvisional, isTemporary } from '../../people/rules/index.ts';
import type { Double, Proposal } from '../queries/likely-doubles.ts';

/** One thing that is known of both, in words. */
export interface PairFact {
  readonly what: string;
  readonly stays: string;
  readonly goes: string;
}

type Told = (person: Double) => string | null;

const { pair } = words;

/**
 * What is shown of two persons side by side; what neither has is left out. Of a protected pair nothing that names or places
 * them, and of a pair that is another unit's to decide about no more than who they were here.
 */
export function pairFacts({ stays, goes, isMasked, outOfReach }: Proposal): readonly PairFact[] {
  const open: readonly (readonly [string, Told])[] = [
    [pair.name, displayName],
    [pair.number, numberOf],
    [pair.unit, placesOf],
    [pair.className, (person) => person.className],
    [pair.email, (person) => person.email],
    [pair.logIn, (person) => person.federatedName],
    [pair.sources, (person) => person.sourceIds.join(', ') || null],
  ];
  const rows: readonly (readonly [string, Told])[] = [
    ...(isMasked || outOfReach !== undefined ? closed(isMasked) : open),
    [pair.about, (person) => words.counts(person.about) || pair.nothing],
  ];
  return rows.flatMap(([what, told]) => {
    const [one, other] = [told(stays), told(goes)];
    if (one === null && other === null) return [];
    return [{ what, stays: one ?? pair.missing, goes: other ?? pair.missing }];
  });
}

function closed(isMasked: boolean): readonly (readonly [string, Told])[] {
  return [...(isMasked ? [] : [[pair.name, displayName] as const]), [pair.number, kindOf]];
}

function numberOf({ civicNumber }: Double): string | null {
  return civicNumber && formatCivicNumber(civicNumber);
}

/** Which kind of number it is, and nothing of the number. */
function kindOf({ civicNumber }: Double): string {
  if (civicNumber === null) return pair.kinds.none;
  if (isTemporary(civicNumber)) return pair.kinds.temporary;
  return isProvisional(civicNumber) ? pair.kinds.coordination : pair.kinds.real;
}

function placesOf({ goesAt, dutiesAt, left }: Double): string | null {
  const places = [
    ...goesAt.map((unit) => unit.name),
    ...dutiesAt.map((unit) => pair.worksAt(unit.name)),
    ...(left ? [pair.leftOn(dayLong(left))] : []),
  ];
  return places.length > 0 ? places.join(', ') : null;
}
