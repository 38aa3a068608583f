import type { SchoolUnit } from '../../organisation/index.ts';
import { plainHeading } from './plain-heading.ts';
import { isRoundedByExcel } from './read-cells.ts';
import type { RowCells } from './row-cells.ts';

/** Why the unit of a row is not known. */
export type UnitProblem = 'unit-missing' | 'unit-unknown' | 'unit-lost-zero' | 'rounded-by-excel';

/** What each of them is called in words. */
export const unitSentences: Readonly<Record<UnitProblem | 'unit-not-yours', string>> = {
  'unit-missing': 'Skolenhetskod saknas. Fyll i den åttasiffriga koden.',
  'unit-lost-zero':
    'Skolenhetskoden har sju siffror, så en inledande nolla saknas. Formatera kolumnen som text och hämta filen på nytt.',
  'rounded-by-excel':
    'Excel har gjort om koden till ett avrundat tal, så att siffror saknas. Formatera kolumnen som text och hämta filen på nytt.',
  'unit-unknown':
    'Skolenheten är okänd. Skriv skolenhetskoden med åtta siffror, eller namnet precis som det står i Fullfölj.',
  'unit-not-yours':
    'Filen får bara innehålla din skolenhet. Ta bort raden eller låt den enheten läsa in den.',
};

function problemOf(told: readonly string[]): UnitProblem {
  if (told.some(isRoundedByExcel)) return 'rounded-by-excel';
  return told.some((text) => /^\d{7}$/.test(text)) ? 'unit-lost-zero' : 'unit-unknown';
}

/** The unit code of a row, or why there is none. */
export type FindUnit = (
  row: RowCells,
  cells: readonly string[],
) => { readonly code: string } | { readonly problem: UnitProblem };

/**
 * Finds a row's unit by its eight-digit code, known or not; failing that by the name of exactly one known unit, whatever
 * the capitals.
 */
export function unitFinder(known: readonly SchoolUnit[]): FindUnit {
  const named = Map.groupBy(known, (unit) => plainHeading(unit.name));
  const byName = (text: string): string | undefined => {
    const called = text === '' ? undefined : named.get(plainHeading(text));
    return called?.length === 1 ? called[0]!.code : undefined;
  };
  return (row, cells) => {
    const told = [row.text(cells, 'unit'), row.text(cells, 'unitName')];
    if (told.every((text) => text === '')) return { problem: 'unit-missing' };
    const code = told.find((text) => /^\d{8}$/.test(text)) ?? told.map(byName).find((found) => found);
    return code === undefined ? { problem: problemOf(told) } : { code };
  };
}
