import { parseCivicNumber } from '../../people/index.ts';
import type { Kind } from './file-kinds.ts';
import type { Found } from './find-headings.ts';

/**
 * Skola24's files have no headings and a fixed order. They are told by what stands in them, and only when every row that
 * is looked at agrees: so many cells, personnummer where they belong, an e-mail address or nothing where one belongs.
 */
export function fixedOrder(rows: readonly (readonly string[])[]): Found | undefined {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return undefined;
  const order = orders.find((each) => filled.every((cells) => fits(each, cells)));
  if (!order) return undefined;
  const columns = Object.fromEntries(
    order.fields.flatMap((field, index) => (field === notRead ? [] : [[field, index]])),
  );
  return { kind: order.kind, columns, headings: order.headings, headingRow: 0 };
}

const notRead = 'not-read';

interface Order {
  readonly kind: Kind;
  readonly fields: readonly string[];
  /** What the columns are called when refused rows are sent back. */
  readonly headings: readonly string[];
}

const orders: readonly Order[] = [
  {
    kind: 'vardnadshavare',
    fields: ['studentCivic', 'civic', 'givenName', 'familyName', 'email', 'mobile'],
    headings: ['Elevens personnummer', 'Personnummer', 'Förnamn', 'Efternamn', 'E-postadress', 'mobile1'],
  },
  {
    kind: 'personal',
    fields: [
      ...['unitName', notRead, 'civic', 'givenName', 'familyName', 'signature', 'email', 'protection'],
    ],
    headings: [
      ...['Enhet', 'Avdelning', 'Personnummer', 'Förnamn', 'Efternamn', 'Signatur', 'E-postadress'],
      'Sekretessmarkering',
    ],
  },
  {
    kind: 'elever',
    fields: ['unitName', notRead, 'civic', 'givenName', 'familyName', 'protection'],
    headings: ['Enhet', 'Avdelning', 'Personnummer', 'Förnamn', 'Efternamn', 'Sekretessmarkering'],
  },
];

const shapes: Readonly<Record<string, (cell: string) => boolean>> = {
  civic: isCivic,
  studentCivic: isCivic,
  givenName: isName,
  familyName: isName,
  unitName: isName,
  email: (cell) => cell === '' || /^[^\s@]+@[^\s@]+$/.test(cell),
  mobile: (cell) => /^[\d\s+()-]*$/.test(cell),
  protection: (cell) => /^[01]?$/.test(cell),
};

function fits({ fields }: Order, cells: readonly string[]): boolean {
  return (
    cells.length === fields.length &&
    fields.every((field, index) => shapes[field]?.(cells[index]!.trim()) ?? true)
  );
}

/** Later than any row: the century of a short number does not matter here, only whether it is one. */
const someDay = '2099-12-31';

/** Whether a cell is somebody's civic number, in any of its spellings. */
export function isCivic(cell: string): boolean {
  return parseCivicNumber(cell, someDay).ok;
}

function isName(cell: string): boolean {
  return cell !== '' && !/[\d@]/.test(cell);
}
