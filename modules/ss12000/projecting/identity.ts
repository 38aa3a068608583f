import type { LocalDate } from '../../../platform/local-date.ts';
import { parseCivicNumber } from '../../people/rules/index.ts';
import type { PersonBody } from '../mirror/bodies.ts';

/** How a person is named in the rows: by civic number where there is one, since ids change when systems do. */
export interface Identity {
  readonly civic: string;
  readonly source: string;
}

/** Reads civic numbers in whatever spelling the source uses; what cannot be read stays, and the import says why it cannot. */
export function civicReader(on: LocalDate): (text: string | null) => string {
  return (text) => {
    if (text === null) return '';
    const read = parseCivicNumber(text, on);
    return read.ok ? read.civicNumber : text;
  };
}

/** The identity to write for a student's lessons, totals and grades. `person` undefined: not among the persons that were sent. */
export function identityOf(
  id: string,
  person: PersonBody | undefined,
  civic: (text: string | null) => string,
): Identity {
  const number = civic(person?.civic ?? null);
  return number === '' ? { civic: '', source: id } : { civic: number, source: '' };
}

/** The identity as the two first cells of a row, and as a key. */
export function identityCells({ civic, source }: Identity): string {
  return `${plainCell(civic)};${plainCell(source)}`;
}

/** A text that needs no quotation marks: what separates cells and rows becomes a space. */
export function plainCell(text: string): string {
  return /[;"\r\n\t]/.test(text) ? text.replace(/[;"\r\n\t]+/g, ' ').trim() : text;
}

/** A group's name as it is written everywhere: commas separate groups in the roster's cell. */
export function groupName(name: string): string {
  return name.replace(/[,;"\s]+/g, ' ').trim();
}
