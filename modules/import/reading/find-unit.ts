import type { SchoolUnit } from '../../organisation/index.ts';
import { plainHeading } from './plain-heading.ts';
import type { RowCells } from './row-cells.ts';

/** Why the unit of a row is not known. */
export type UnitProblem = 'unit-missing' | 'unit-unknown' | 'unit-not-in-file';

/** What each of them is called in words. */
export const unitSentences: Readonly<Record<UnitProblem | 'unit-not-yours', string>> = {
  'unit-missing': 'Skolenhetskod saknas. Fyll i den åttasiffriga koden.',
  'unit-unknown':
    'Skolenheten är okänd. Skriv skolenhetskoden med åtta siffror, eller namnet precis som det står i Fullfölj.',
  'unit-not-in-file':
    'Filen har ingen kolumn för skolenhet, och här finns inte bara en. Lägg till kolumnen Skolenhetskod.',
  'unit-not-yours':
    'Filen får bara innehålla din skolenhet. Ta bort raden eller låt den enheten läsa in den.',
};

/** The unit code of a row, or why there is none. */
export type FindUnit = (
  row: RowCells,
  cells: readonly string[],
) => { readonly code: string } | { readonly problem: UnitProblem };

/**
 * Finds a row's unit by its eight-digit code, known or not; failing that by the name or code of exactly one known unit,
 * whatever the capitals. A file without any column for it is about `only`, the one unit there is; null when there are
 * several.
 */
export function unitFinder(known: readonly SchoolUnit[], only: string | null): FindUnit {
  const named = Map.groupBy(known, (unit) => plainHeading(unit.name));
  const byName = (text: string): string | undefined => {
    const called = text === '' ? undefined : named.get(plainHeading(text));
    return called?.length === 1 ? called[0]!.code : undefined;
  };
  return (row, cells) => {
    if (!row.has('unit') && !row.has('unitName'))
      return only === null ? { problem: 'unit-not-in-file' } : { code: only };
    const told = [row.text(cells, 'unit'), row.text(cells, 'unitName')];
    if (told.every((text) => text === '')) return { problem: 'unit-missing' };
    const code = told.find((text) => /^\d{8}$/.test(text)) ?? told.map(byName).find((found) => found);
    return code === undefined ? { problem: 'unit-unknown' } : { code };
  };
}
