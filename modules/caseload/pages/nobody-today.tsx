import type { Child } from 'hono/jsx';
import { addDays, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import { List, Panel } from '../../../platform/web/components/index.ts';
import { weekdayLong } from '../../../platform/web/format.ts';
import type { MyStudent, MyStudents } from '../queries/my-students.ts';
import { lastTalk } from '../words/last-talk.ts';

/** When nobody waits: why it is empty, when it fills, and something useful to do. */
export function NobodyToday({ mine, today }: { mine: MyStudents; today: LocalDate }) {
  const longest = mine.all
    .filter((student) => !student.lastTalkOn || student.lastTalkOn < today)
    .toSorted((a, b) => ((a.lastTalkOn ?? '') < (b.lastTalkOn ?? '') ? -1 : 1))
    .slice(0, 4);
  return (
    <Panel id="idag" title="Ingen ny att prata med i dag">
      <p>
        Ingen av dina elever har en signal som väntar på dig. Nya signaler visas{' '}
        {weekdayLong(addDays(mondayOf(today), 7))}. Blir något bråttom visas det genast.
      </p>
      <p>Bra tillfälle för dem du inte har talat med på längst:</p>
      <List items={longest.map((student) => <LongSince student={student} today={today} />)} />
    </Panel>
  );
}

function LongSince({ student, today }: { student: MyStudent; today: LocalDate }): Child {
  return (
    <>
      <a class="ff-link" href={`/elever/${student.studentId}`}>
        {student.name}
      </a>
      <small>
        {lastTalk(student, today)} {student.strengths[0] && `${student.strengths[0]}.`}
      </small>
    </>
  );
}
