import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Aside,
  Columns,
  DayList,
  DayRow,
  LinkButton,
  Note,
  PageHead,
  Panel,
  Section,
  Stack,
  type Why,
} from '../../../platform/web/components/index.ts';
import { dayAndWeek, dayInSentence, genitive, joined, plural } from '../../../platform/web/format.ts';
import { StaffPage, type StaffPageProps } from '../../access/index.ts';
import type { MyStudent, MyStudents } from '../queries/my-students.ts';
import { called } from '../words/called.ts';
import { lastTalk } from '../words/last-talk.ts';
import { saidToReader, signalIcon, signalSentence } from '../words/signal-words.ts';
import { DuePanel } from './due-panel.tsx';
import { GroupTable } from './group-table.tsx';
import { GroupWeekPanel } from './group-week-panel.tsx';
import { NobodyToday } from './nobody-today.tsx';
import { TalkForm, type TalkFormProps } from './talk-form.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

/** What the page is made of. `chosen` is the student whose form is open; the first one unless told. */
export interface MyStudentsPageProps {
  readonly frame: Omit<StaffPageProps, 'children' | 'title' | 'current'>;
  readonly mine: MyStudents;
  readonly today: LocalDate;
  readonly chosen: number | undefined;
  readonly requestKey: string;
  /** The student a talk was just saved for. */
  readonly saved: MyStudent | undefined;
  /** A form that came back with something to mend. */
  readonly returned?: Pick<TalkFormProps, 'sent' | 'problems'> | undefined;
}

/** Mina elever: whom to talk to today and why, what is due, and the rest of the group. */
export function MyStudentsPage(props: MyStudentsPageProps) {
  const { frame, mine, today } = props;
  const classes = [...new Set(mine.all.map((student) => student.className).filter(Boolean))].sort();
  return (
    <StaffPage {...frame} title="Mina elever" current="/mina-elever">
      <PageHead
        title="Mina elever"
        meta={[
          `${joined(classes)}${classes.length ? ', ' : ''}${plural(mine.all.length, 'elev', 'elever')}`,
          dayAndWeek(today),
        ]}
      />
      {props.saved && <Saved student={props.saved} />}
      {mine.all.length === 0 ? (
        <NoStudents />
      ) : (
        <>
          <Columns>
            <Stack>
              <Today {...props} />
            </Stack>
            <Aside label="Att göra">
              <DuePanel students={mine.due} today={today} />
              <WaitingPanel mine={mine} />
              <GroupWeekPanel
                students={mine.all}
                today={today}
                name={classes.length === 1 ? classes[0]! : 'Gruppen'}
              />
            </Aside>
          </Columns>
          <GroupTable students={mine.others} whole={mine.today.length === 0} />
        </>
      )}
    </StaffPage>
  );
}

function Saved({ student }: { student: MyStudent }) {
  const until = student.due ? ` till ${dayInSentence(student.due.nextOn)}` : '';
  return (
    <Note tone="ok" icon="check" answer savedForm={`/elever/${student.studentId}/samtal`}>
      Samtalet med {called(student)} är sparat. Signalen vilar{until} och kommer tillbaka bara om läget blir
      sämre.
    </Note>
  );
}

function NoStudents() {
  return (
    <Panel id="inga" title="Du har inga elever än">
      <p>
        Här visas de elever som du är mentor för. Mentorskapet kommer från elevfilen som skoladministratören
        läser in. Stämmer det inte, be administratören kontrollera kolumnen Mentor.
      </p>
    </Panel>
  );
}

function Today(props: MyStudentsPageProps) {
  const { mine, chosen } = props;
  if (mine.today.length === 0) return <NobodyToday mine={mine} today={props.today} />;
  const open = mine.today.find((student) => student.studentId === chosen) ?? mine.today[0]!;
  return (
    <Section
      id="idag"
      title="Prata med i dag"
      aside="Högst tre nya i veckan. Den som mest behöver det står först."
    >
      <DayList>
        {mine.today.map((student) => (
          <Person {...props} student={student} open={student === open} />
        ))}
      </DayList>
    </Section>
  );
}

function Person(props: MyStudentsPageProps & { student: MyStudent; open: boolean }) {
  const { student, today } = props;
  return (
    <DayRow
      id={`p${student.studentId}`}
      name={student.name}
      href={`/elever/${student.studentId}`}
      strengths={student.strengths.slice(0, 2)}
      reasons={reasons(student, props.frame.actor.name)}
      form={
        props.open ? (
          <TalkForm
            studentId={student.studentId}
            called={called(student)}
            reader={props.frame.actor.personId}
            today={today}
            requestKey={props.requestKey}
            back="/mina-elever"
            {...props.returned}
          />
        ) : undefined
      }
      actions={
        <LinkButton
          kind="2"
          icon="chat"
          href={`/mina-elever?prata=${student.studentId}#p${student.studentId}`}
        >
          Logga samtal
        </LinkButton>
      }
    >
      {!saysLastTalk(student) && <p class="ff-soft ff-small">{lastTalk(student, today)}</p>}
      {props.open && (
        <p>
          <a class="ff-link" href={`/elever/${student.studentId}`}>
            Öppna {genitive(called(student))} sida
          </a>
        </p>
      )}
    </DayRow>
  );
}

function reasons(student: MyStudent, reader: string): Parameters<typeof Why>[0]['reasons'] {
  return student.signals
    .filter((signal) => signal.state === 'aktiv')
    .map((signal) => {
      const { main, detail } = signalSentence(signal);
      const sentence = saidToReader(main, called(student), reader);
      return { icon: signalIcon(signal), sentence, ...(detail ? { detail } : {}) };
    });
}

/** The school's own reminder (P18) already says when the latest talk was. */
function saysLastTalk(student: MyStudent): boolean {
  return student.signals.some((signal) => signal.signal === 'P18' && signal.state === 'aktiv');
}
