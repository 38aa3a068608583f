import { openTable, readBatches } from '../open-table.ts';
import type { ImportFile } from '../opened-file.ts';
import { plainHeading } from '../plain-heading.ts';
import { cellsOf } from '../split-rows.ts';
import { UnreadableFile } from '../unreadable-file.ts';

/** One row of a OneRoster file. */
export interface RosterRecord {
  /** The row's number in its file, as a spreadsheet counts. */
  readonly number: number;
  /** The cell under a heading of the standard, trimmed; empty when there is none. */
  get(heading: string): string;
}

/** A OneRoster file: which one of the standard it is, and its rows. */
export interface RecordTable {
  readonly file: string;
  readonly records: readonly RosterRecord[];
}

/** The files of OneRoster 1.1 and 1.2 (CSV) that are used, each told by headings that only it has. */
const signatures = {
  users: [
    ['sourcedId', 'givenName', 'familyName', 'enabledUser'],
    ['sourcedId', 'givenName', 'familyName', 'orgSourcedIds'],
  ],
  orgs: [['sourcedId', 'name', 'type', 'identifier', 'parentSourcedId']],
  classes: [['sourcedId', 'title', 'courseSourcedId', 'schoolSourcedId']],
  enrollments: [['sourcedId', 'classSourcedId', 'userSourcedId', 'role']],
  roles: [['sourcedId', 'userSourcedId', 'roleType', 'role', 'orgSourcedId']],
} as const;

/** Files of the standard that a roster needs nothing from. */
const unused: readonly (readonly string[])[] = [
  ['propertyName', 'value'],
  ['sourcedId', 'title', 'type', 'startDate', 'endDate', 'schoolYear'],
  ['sourcedId', 'title', 'courseCode', 'orgSourcedId'],
  ['sourcedId', 'birthDate', 'sex'],
  ['sourcedId', 'userSourcedId', 'profileType'],
];

/** Which file of the standard. */
export type RosterFile = keyof typeof signatures;

/** What a file's first row says it is; undefined for what is no OneRoster file. */
export function rosterFileOf(headings: readonly string[]): RosterFile | 'unused' | undefined {
  const there = new Set(headings.map(plainHeading));
  const has = (wanted: readonly string[]): boolean => wanted.every((each) => there.has(plainHeading(each)));
  for (const [name, alternatives] of Object.entries(signatures))
    if (alternatives.some(has)) return name as RosterFile;
  return unused.some(has) ? 'unused' : undefined;
}

/** What a file is and its rows; undefined for what is no OneRoster file. Of other files only the beginning is read. */
export async function readRecords(
  file: ImportFile,
): Promise<{ readonly is: RosterFile | 'unused'; readonly table: RecordTable } | undefined> {
  try {
    const table = await openTable(file.path, file.name);
    const records: RosterRecord[] = [];
    let is: RosterFile | 'unused' | undefined;
    let columns = new Map<string, number>();
    for await (const batch of readBatches(table, 0, 0)) {
      for (const [index, row] of batch.rows.entries()) {
        const cells = cellsOf(row, table.separator);
        const number = batch.first + index;
        if (number > 1) records.push(recordOf(number, cells, columns));
        else {
          is = rosterFileOf(cells);
          columns = new Map(cells.map((cell, at) => [plainHeading(cell), at]));
        }
      }
      if (is === undefined || is === 'unused') break;
    }
    return is && { is, table: { file: table.file, records } };
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

function recordOf(
  number: number,
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
): RosterRecord {
  return { number, get: (heading) => cells[columns.get(plainHeading(heading)) ?? -1]?.trim() ?? '' };
}
