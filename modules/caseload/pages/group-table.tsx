import { Icon, Panel, Sparkline, Table } from '../../../platform/web/components/index.ts';
import { dayShort, plural, share } from '../../../platform/web/format.ts';
import type { CaseloadRow } from '../queries/indicator-row.ts';
import type { MyStudent } from '../queries/my-students.ts';
import { nextStepWords } from '../words/talk-words.ts';

/** Resten av gruppen, or all of it when nobody is on the day's list: everybody without something new, quiet and complete. */
export function GroupTable({ students, whole }: { students: readonly MyStudent[]; whole: boolean }) {
  if (students.length === 0) return null;
  const title = whole ? 'Hela gruppen' : 'Resten av gruppen';
  return (
    <Panel id="resten" title={title} aside={`${plural(students.length, 'elev', 'elever')}, inget nytt`} flush>
      <Table
        caption={`${title}: frånvaro, senaste samtal och vad som pågår`}
        captionHidden
        fold
        rows={students}
        columns={[
          { head: 'Elev', rowHeader: true, cell: (student) => <StudentLink student={student} /> },
          { head: 'Det som fungerar', cell: (student) => student.strengths[0] ?? '' },
          {
            head: 'Frånvaro, 8 veckor',
            wideOnly: true,
            cell: (student) => <AbsenceLine student={student} />,
          },
          { head: 'Senaste 4 v', numeric: true, foldLabel: 'frånvaro', cell: shareText },
          {
            head: 'Samtal',
            foldLabel: 'samtal',
            cell: (student) => (student.lastTalkOn ? dayShort(student.lastTalkOn) : 'inget än'),
          },
          { head: 'Pågår', cell: ongoing },
        ]}
      />
    </Panel>
  );
}

/** A student's name as a link; a lock and "Skyddade uppgifter" when the identity is protected. */
export function StudentLink({
  student,
}: {
  student: Pick<CaseloadRow, 'studentId' | 'name' | 'isProtected'>;
}) {
  return (
    <a href={`/elever/${student.studentId}`}>
      {student.isProtected && <Icon name="lock" />}
      {student.isProtected ? ' ' : ''}
      {student.name}
    </a>
  );
}

/** The same for every row, as in the chart of the student's page: a line is as high as the absence, whoever's it is. */
const topOfScale = 40;

/** Eight weeks of absence as a line; the figures are in its name. */
export function AbsenceLine({ student }: { student: CaseloadRow }) {
  if (student.weekShares.length === 0) return null;
  const whole = student.weekShares.map((week) => (week === null ? null : Math.round(week)));
  return <Sparkline values={whole} label="Frånvaro per vecka i procent" max={topOfScale} />;
}

/** "22 %", or that the data does not suffice: never a zero that nobody has reported. */
export function shareText(student: CaseloadRow): string {
  return student.absentShare === null ? 'underlag saknas' : share(student.absentShare);
}

function ongoing(student: MyStudent): string {
  if (student.due) return `${nextStepWords[student.due.nextStep]}, ${dayShort(student.due.nextOn)}`;
  return '';
}
