import { addDays, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import { Facts, Panel } from '../../../platform/web/components/index.ts';
import { percent, plural } from '../../../platform/web/format.ts';
import type { MyStudent } from '../queries/my-students.ts';

/** The group in three figures, counted from the same rows as the table below. */
export function GroupWeekPanel(props: { students: readonly MyStudent[]; today: LocalDate; name: string }) {
  const { students, today } = props;
  const counted = students.filter((student) => student.reportedLessons > 0);
  const reported = sum(counted.map((student) => student.reportedLessons));
  const absent = sum(counted.map((student) => student.absentLessons));
  const monthAgo = addDays(mondayOf(today), -28);
  const talked = students.filter((student) => student.lastTalkOn && student.lastTalkOn >= monthAgo).length;
  return (
    <Panel id="grupp" title={props.name} aside="senaste 4 skolveckorna">
      <Facts
        facts={[
          {
            term: 'Närvaro',
            value: reported ? percent(100 - (100 * absent) / reported, 1) : 'underlag saknas',
          },
          { term: 'Samtal', value: `med ${talked} av ${plural(students.length, 'elev', 'elever')}` },
        ]}
      />
    </Panel>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
