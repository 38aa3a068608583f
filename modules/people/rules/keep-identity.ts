import type { Protection } from '../person-name.ts';
import type { RosterRow } from '../roster/roster-row.ts';
import type { KnownBy, StoredPerson } from '../roster/roster-snapshot.ts';

const strictness: readonly Protection[] = ['none', 'confidential', 'protected-registration'];

/**
 * A row that leaves a person's identity as it is: names, log-in, address, home municipality, numbers and ids. It still says
 * where she goes, and may make her protected, never less so.
 */
export function keepingIdentity(row: RosterRow, person: StoredPerson, known: KnownBy): RosterRow {
  const { civicNumber, sourceId, protection } = row;
  const isHers = civicNumber === person.civicNumber || known.formerNumbers.has(civicNumber ?? '');
  const isStricter =
    protection !== undefined && strictness.indexOf(protection) > strictness.indexOf(person.protection);
  return {
    ...row,
    civicNumber: isHers ? civicNumber : null,
    sourceId: sourceId !== null && known.sourceIds.has(sourceId) ? sourceId : null,
    federatedName: undefined,
    givenName: person.givenName,
    middleName: undefined,
    familyName: person.familyName,
    protection: isStricter ? protection : undefined,
    email: undefined,
    homeMunicipality: undefined,
  };
}

/** Whether a row told anything else of a person's identity than what it says when it leaves it as it is. */
export function wouldChangeIdentity(row: RosterRow, person: StoredPerson, leaving: RosterRow): boolean {
  return identity.some((field) => {
    if (row[field] === leaving[field]) return false;
    return leaving[field] !== undefined || row[field] !== person[field];
  });
}

const identity = [
  'civicNumber',
  'sourceId',
  'federatedName',
  'givenName',
  'middleName',
  'familyName',
  'protection',
  'email',
  'homeMunicipality',
] as const;
