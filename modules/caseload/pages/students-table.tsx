import type { Child } from 'hono/jsx';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type Column, Count, Mark, Table } from '../../../platform/web/components/index.ts';
import { dayShort, deadlineText, deadlineTone, share } from '../../../platform/web/format.ts';
import { ruleCards, type SignalId } from '../../signals/index.ts';
import type { Sort, StudentListFilter } from '../queries/student-list-filter.ts';
import type { ListedStudent, StudentListView } from '../queries/student-list-view.ts';
import { shortHeadline } from '../words/short-headline.ts';
import { nextStepWords } from '../words/talk-words.ts';
import { AbsenceLine, StudentLink } from './group-table.tsx';
import { sortAddress } from './students-address.ts';

const caption = 'Elever med frånvaro, signaler, nästa steg och samtal';

/** The list itself: one row a student, the same figures as her own page. */
export function StudentsTable({ view, today }: { view: StudentListView; today: LocalDate }) {
  const severalUnits = view.choices.units.length > 1 && view.filter.unit === null;
  return (
    <Table
      caption={caption}
      captionHidden
      fold
      dense
      rows={view.students}
      columns={columns(view.filter, today).filter((column) => severalUnits || column.head !== 'Skolenhet')}
    />
  );
}

function columns(filter: StudentListFilter, today: LocalDate): Column<ListedStudent>[] {
  return [
    {
      head: 'Namn',
      rowHeader: true,
      sort: sortBy(filter, 'namn'),
      cell: (row) => <StudentLink student={row} />,
    },
    { head: 'Klass', nowrap: true, sort: sortBy(filter, 'klass'), cell: (row) => row.className },
    { head: 'Skolenhet', soft: true, cell: (row) => row.unitName },
    {
      head: 'Frånvaro, 8 veckor',
      wideOnly: true,
      nowrap: true,
      cell: (row) => <AbsenceLine student={row} />,
    },
    { head: '4 v', numeric: true, foldLabel: '4 v', sort: sortBy(filter, 'franvaro'), cell: Share },
    { head: 'Signaler', sort: sortBy(filter, 'signal'), cell: (row) => <SignalCell student={row} /> },
    {
      head: 'Nästa steg',
      foldLabel: 'nästa steg:',
      soft: true,
      cell: (row) => <NextStep {...row} today={today} />,
    },
    {
      head: 'Samtal',
      foldLabel: 'samtal',
      soft: true,
      nowrap: true,
      cell: (row) => (row.lastTalkOn ? dayShort(row.lastTalkOn, today) : 'inget än'),
    },
    { head: 'Mentor', soft: true, nowrap: true, cell: (row) => row.mentorName ?? 'ingen mentor' },
  ];
}

function sortBy(filter: StudentListFilter, sort: Sort): Column<ListedStudent>['sort'] {
  const order = filter.descending ? ('descending' as const) : ('ascending' as const);
  return { href: sortAddress(filter, sort), order: filter.sort === sort ? order : undefined };
}

/** "Nytt samtal, 9 dec"; with a clock when it is near or late. */
function NextStep({ due, today }: Pick<ListedStudent, 'due'> & { today: LocalDate }): Child {
  if (!due) return null;
  const step = nextStepWords[due.nextStep];
  const tone = deadlineTone(due.nextOn, today);
  if (tone === 'later') return `${step}, ${dayShort(due.nextOn, today)}`;
  return (
    <Mark tone={tone}>
      {step}, {deadlineText(due.nextOn, today)}
    </Mark>
  );
}

/** "22 %", or that the data does not suffice: never a zero that nobody has reported. */
function Share({ absentShare }: ListedStudent): Child {
  if (absentShare !== null) return share(absentShare);
  return (
    <>
      <span class="ff-sr">underlag </span>saknas
    </>
  );
}

/**
 * What is on, in one line. An active signal has its sentence and how many more there are. One that rests says so. The
 * school's own duty (P18) is named as such, with a clock and never a flag on the student.
 */
function SignalCell({ student }: { student: ListedStudent }) {
  const [first, ...more] = student.openSignals as readonly SignalId[];
  if (!first) return null;
  if (student.headline) {
    return (
      <Mark tone="signal">
        {shortHeadline(student.headline)} {more.length > 0 && <Count count={more.length} said="till" more />}
      </Mark>
    );
  }
  const resting = student.openSignals.find((id) => ruleCards[id as SignalId].family !== 'P');
  if (resting) return <span class="ff-soft">{ruleCards[resting as SignalId].name}, vilar</span>;
  return <Mark>{ruleCards[first].name}</Mark>;
}
