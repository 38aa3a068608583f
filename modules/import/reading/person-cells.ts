import type { LocalDate } from '../../../platform/local-date.ts';
import { type CivicNumber, parseCivicNumber, type ToldPerson } from '../../people/index.ts';
import { unitSentences } from './find-unit.ts';
import type { Problems } from './problems.ts';
import { isRoundedByExcel } from './read-cells.ts';
import { readProtection } from './read-codes.ts';
import type { RosterReach } from './roster-reach.ts';
import type { RowCells } from './row-cells.ts';

/** What is wrong with the cells that say who somebody is and where, in words. */
export const personSentences = {
  'identifier-missing': 'Raden har varken personnummer eller Person-ID. Fyll i ett av dem.',
  'given-name-missing': 'Förnamn saknas. Fyll i det.',
  'family-name-missing': 'Efternamn saknas. Fyll i det.',
  ...unitSentences,
  'remove-unknown': 'Ta bort ska vara Ja eller tom. Rätta cellen.',
  'ends-before-start': 'Slutdatum ligger före startdatum. Rätta datumen.',
  'identifiers-differ': 'Personnummer och Person-ID hör till olika personer. Rätta det som är fel.',
  'federated-name-taken': 'Federationsanvändarnamnet hör redan till en annan person. Rätta det.',
} as const;

type PersonProblems = Pick<Problems<keyof typeof personSentences>, 'refuse' | 'add'>;

/** The civic number of a row; null when it has none. Whether the row must have one of its identifiers is `needs`. */
export function readCivic(
  row: RowCells,
  cells: readonly string[],
  on: LocalDate,
  problems: PersonProblems,
  needs: 'identifier' | 'nothing' = 'identifier',
): CivicNumber | null {
  const text = row.text(cells, 'civic');
  // Two persons whose ids were rounded to the same number would become one.
  if (isRoundedByExcel(row.text(cells, 'source'))) problems.refuse('source', 'rounded-by-excel');
  if (text === '') {
    const missing = needs === 'identifier' && row.text(cells, 'source') === '';
    if (missing) problems.refuse(row.has('civic') ? 'civic' : 'source', 'identifier-missing');
    return null;
  }
  const read = parseCivicNumber(text, on);
  if (read.ok) return read.civicNumber;
  const column = row.heading('civic');
  for (const { code, says } of read.reasons) problems.add({ column, code: `civic-number-${code}`, says });
  return null;
}

/** Who a row is about. A protected person is never refused for a missing name. */
export function readWho(row: RowCells, cells: readonly string[], problems: PersonProblems) {
  const text = (field: string): string => row.text(cells, field);
  const told = (field: string): string | null | undefined =>
    row.has(field) ? text(field) || null : undefined;
  const protection = row.has('protection') ? readProtection(text('protection')) : undefined;
  const isProtected = protection !== undefined && protection.value !== 'none';
  if (text('givenName') === '' && !isProtected) problems.refuse('givenName', 'given-name-missing');
  if (text('familyName') === '' && !isProtected) problems.refuse('familyName', 'family-name-missing');
  const fields: Omit<ToldPerson, 'civicNumber' | 'homeMunicipality'> = {
    sourceId: text('source') || null,
    federatedName: told('federatedName'),
    givenName: text('givenName') || null,
    middleName: told('middleName'),
    familyName: text('familyName') || null,
    protection: protection?.value,
    email: told('email'),
  };
  return { fields, knownProtection: protection?.known ?? true };
}

/** The unit code of a row, which the sender must be allowed to change; empty when there is none, which is then noted. */
export function readUnit(
  row: RowCells,
  cells: readonly string[],
  problems: PersonProblems,
  { allowed, findUnit }: RosterReach,
): string {
  const column = row.has('unit') ? 'unit' : 'unitName';
  const found = findUnit(row, cells);
  if ('problem' in found) {
    problems.refuse(column, found.problem);
    return '';
  }
  if (allowed && !allowed.has(found.code)) problems.refuse(column, 'unit-not-yours');
  return found.code;
}

/** The groups in a cell, set apart by comma or semicolon, each once. */
export function groupNames(cell: string): readonly string[] {
  const names = cell.split(/[,;]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
