import { exportWords } from '../../messages/sv/export.ts';
import { byteOrderMark } from '../../platform/csv-line.ts';
import { dayLong } from '../../platform/web/format-date.ts';
import type { Scope, Taken } from './scope.ts';
import { tablesLeftOut } from './tables.ts';

/** A file of the export: its name, the key of its words, and its rows without headings. */
export interface FileRows {
  readonly name: string;
  readonly key: string;
  readonly rows: number;
}

const words = exportWords.readme;

/** LÄSMIG.txt, name and text: what each file is, how many rows it has, what is left out, and how it is read in again. */
export function readmeText(
  scope: Scope,
  of: { readonly organiserName: string; readonly unitNames: readonly string[] },
  taken: Taken,
  files: readonly FileRows[],
): [name: string, text: string] {
  const documents = files.filter(({ key }) => key === 'json');
  const blocks = [
    [words.title(of.organiserName), words.taken(dayLong(scope.today)), extent(scope, of.unitNames)],
    protectedOnes(scope, taken),
    [words.handle],
    [words.files, ...files.filter(({ key }) => key !== 'json').map(fileLine)],
    [words.json, ...documents.map(({ name, rows }) => `  ${name}: ${words.rows(rows)}`)],
    words.format,
    [words.again, ...words.againHow],
    [words.notHere, ...Object.values(tablesLeftOut)],
  ];
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\r\n'));
  return [words.name, `${byteOrderMark}${plainSpaces(text.join('\r\n\r\n'))}\r\n`];
}

function extent({ units }: Scope, names: readonly string[]): string {
  return units === null ? words.whole : words.units(names);
}

function protectedOnes({ withProtected }: Scope, taken: Taken): readonly string[] {
  if (withProtected) return taken.protectedStudents > 0 ? [words.withProtected(taken.protectedStudents)] : [];
  const { leftOutStudents, leftOutOthers } = taken;
  return leftOutStudents + leftOutOthers > 0 ? [words.leftOut(leftOutStudents, leftOutOthers)] : [];
}

function fileLine({ name, key, rows }: FileRows): string {
  const { title, says } = exportWords.files[key]!;
  return `  ${name}: ${words.rows(rows)}. ${title}. ${says}`;
}

/** The spaces that keep figures together on a page are read wrongly by some editors, and no search finds them. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
