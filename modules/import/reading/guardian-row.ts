import type { LocalDate } from '../../../platform/local-date.ts';
import type { GuardianRow } from '../../people/index.ts';
import type { FindStudent } from './find-student.ts';
import { guardianSentences } from './guardian-sentences.ts';
import { readCivic, readWho } from './person-cells.ts';
import { plainHeading } from './plain-heading.ts';
import { problemsIn } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';

/** Reads one row of a `vardnadshavare` file; answers why not when it cannot, and null for somebody who is not a guardian. */
export type ReadGuardianRow = (cells: readonly string[], row: number) => GuardianRow | Refusal | null;

/** SS 12000's words and what parents are called in files; who acts in a guardian's place is one. */
const guardians = new Set(
  ['', 'Vårdnadshavare', 'Vårdnadshavare 1', 'Vårdnadshavare 2', 'Målsman', 'God man', 'Guardian', 'Carer']
    .concat(['Förälder', 'Parent', 'Mor', 'Far', 'Mamma', 'Pappa', 'Moder', 'Fader'])
    .map(plainHeading),
);
const others = new Set(
  ['Annan ansvarig', 'Utsedd behörig', 'Styvförälder', 'Kontaktperson', 'Familjehem'].map(plainHeading),
);

/**
 * A reader of one `vardnadshavare` file. The student must be read in already. A guardian needs a name and no identifier:
 * many systems give none. Refuses with all reasons at once.
 */
export function guardianReader(
  row: RowCells,
  headings: number,
  find: FindStudent,
  on: LocalDate,
): ReadGuardianRow {
  const least = 1 + Math.max(...['studentCivic', 'studentSource', 'givenName', 'familyName'].map(row.index));
  const problems = problemsIn(row, guardianSentences);
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least) ?? row.unfit(cells);
    if (wrongLength) return wrongLength;
    problems.clear();
    const relation = plainHeading(row.text(cells, 'relation'));
    if (others.has(relation)) return null;
    if (!guardians.has(relation)) problems.refuse('relation', 'relation-unknown');
    const student = find(row.text(cells, 'studentCivic'), row.text(cells, 'studentSource'));
    if (typeof student !== 'number') problems.add(student);
    const civicNumber = readCivic(row, cells, on, problems, 'nothing');
    const { fields } = readWho(row, cells, problems);
    const starts = problems.day(cells, 'starts', 'may-be-empty');
    const ends = row.has('ends') ? problems.day(cells, 'ends', 'may-be-empty') : undefined;
    if (starts && ends && ends < starts) problems.refuse('ends', 'ends-before-start');
    const remove = problems.yes(cells, 'remove', 'remove-unknown');
    const refusal = problems.together();
    if (refusal || typeof student !== 'number') return refusal!;
    const federatedName = fields.federatedName ?? undefined;
    return { row: number, studentId: student, civicNumber, ...fields, federatedName, starts, ends, remove };
  };
}
