import type { LocalDate } from '../../../platform/local-date.ts';
import type { StaffRow } from '../../people/index.ts';
import { groupNames, readCivic, readUnit, readWho } from './person-cells.ts';
import { problemsIn } from './problems.ts';
import type { Refusal } from './refusal.ts';
import type { RosterReach } from './roster-reach.ts';
import { type RowCells, rightLength } from './row-cells.ts';
import { readStaffCategory } from './staff-categories.ts';
import { staffSentences } from './staff-sentences.ts';

/** A row that could be read, and the category in it that gives no duty because it is not known. */
export interface ReadStaff {
  readonly staff: StaffRow;
  /** The word as written; null when it is known. */
  readonly unknownCategory: string | null;
  readonly knownProtection: boolean;
}

/** Reads one row of a `personal` file; answers why not when it cannot. */
export type ReadStaffRow = (cells: readonly string[], row: number) => ReadStaff | Refusal;

/**
 * A reader of one `personal` file (the sheet Personaltjänstgöringar of the national roster template). Refuses with all
 * reasons at once. A category that is not known is no reason: the person is read in without a duty. An empty log-in name
 * says nothing: the operator may have given one.
 */
export function staffReader(
  row: RowCells,
  headings: number,
  on: LocalDate,
  reach: RosterReach,
): ReadStaffRow {
  const least =
    1 + Math.max(...['civic', 'source', 'givenName', 'familyName', 'unit', 'unitName'].map(row.index));
  const problems = problemsIn(row, staffSentences);
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least) ?? row.unfit(cells);
    if (wrongLength) return wrongLength;
    problems.clear();
    const text = (field: string): string => row.text(cells, field);
    const civicNumber = readCivic(row, cells, on, problems);
    const { fields, knownProtection } = readWho(row, cells, problems);
    const unitCode = readUnit(row, cells, problems, reach);
    const starts = problems.day(cells, 'starts', 'may-be-empty');
    const ends = row.has('ends') ? problems.day(cells, 'ends', 'may-be-empty') : undefined;
    if (starts && ends && ends < starts) problems.refuse('ends', 'ends-before-start');
    const remove = problems.yes(cells, 'remove', 'remove-unknown');
    const refusal = problems.together();
    if (refusal) return refusal;
    const category = readStaffCategory(text('category'), text('staffType'));
    const staff: StaffRow = {
      row: number,
      civicNumber,
      ...fields,
      sourceId: sourceOf(row, fields.sourceId),
      federatedName: fields.federatedName || (row.has('eduId') ? text('eduId') : '') || undefined,
      unitCode,
      role: category.role,
      title: text('title') || category.title,
      groups: groupNames(text('groups')),
      starts,
      ends,
      remove,
    };
    const unknownCategory = category.known ? null : text('category') || text('staffType');
    return { staff, unknownCategory, knownProtection };
  };
}

/** SchoolSoft numbers staff and students apart under the same heading: an `id` beside its columns is no student's. */
function sourceOf(row: RowCells, sourceId: string | null): string | null {
  const isNumbered = row.heading('source')?.toLowerCase() === 'id' && row.has('signature');
  return sourceId !== null && isNumbered ? `personal ${sourceId}` : sourceId;
}
