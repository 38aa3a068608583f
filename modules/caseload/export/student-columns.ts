import type { Cell } from '../../../platform/csv-line.ts';
import { epochDay } from '../../../platform/local-date.ts';
import { programmeName, programmeOf } from '../../organisation/index.ts';
import { ruleCards, type SignalId } from '../../signals/index.ts';
import type { CaseloadRow } from '../queries/indicator-row.ts';

/** A column of the file of students. */
export interface StudentColumn {
  readonly head: string;
  /** In characters, for Excel. */
  readonly width: number;
  /** How Excel shows the figure. */
  readonly format?: string;
  readonly cell: (student: CaseloadRow) => Cell;
}

/**
 * The columns of the file. For a protected identity the name is "Skyddade uppgifter", and class, programme and mentor are
 * left out: a file goes further than a page, and together they point somebody out. A share that the data does not
 * suffice for is empty, never zero.
 */
export const studentColumns: readonly StudentColumn[] = [
  { head: 'Namn', width: 28, cell: (student) => student.name },
  { head: 'Enhet', width: 24, cell: (student) => student.unitName },
  { head: 'Klass', width: 10, cell: open((student) => student.className) },
  {
    head: 'Program',
    width: 32,
    cell: open((student) => student.programmeCode && programmeName(programmeOf(student.programmeCode))),
  },
  { head: 'Mentor', width: 24, cell: open((student) => student.mentorName) },
  { head: 'Frånvaro % 4 v', width: 14, format: '0.0', cell: percent },
  { head: 'Frånvarande lektioner', width: 14, cell: (student) => student.absentLessons },
  { head: 'Rapporterade lektioner', width: 14, cell: (student) => student.reportedLessons },
  { head: 'Signaler', width: 40, cell: signalNames },
  {
    head: 'Senaste samtal',
    width: 14,
    format: 'yyyy-mm-dd',
    cell: ({ lastTalkOn }) => lastTalkOn && asDate(lastTalkOn),
  },
];

function open(cell: (student: CaseloadRow) => Cell): (student: CaseloadRow) => Cell {
  return (student) => (student.isProtected ? null : cell(student) || null);
}

function percent({ absentShare }: CaseloadRow): Cell {
  return absentShare === null ? null : Math.round(absentShare * 1000) / 10;
}

function signalNames({ openSignals }: CaseloadRow): Cell {
  const names = openSignals.map((id) => ruleCards[id as SignalId].name);
  return names.length > 0 ? names.join(', ') : null;
}

function asDate(day: string): Date {
  return new Date(epochDay(day) * 86_400_000);
}
