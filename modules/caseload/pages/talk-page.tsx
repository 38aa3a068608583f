import type { LocalDate } from '../../../platform/local-date.ts';
import { PageHead } from '../../../platform/web/components/index.ts';
import { StaffPage, type StaffPageProps } from '../../access/index.ts';
import { called } from '../words/called.ts';
import { TalkForm, type TalkFormProps, talkTitle } from './talk-form.tsx';

/** Whom the talk is with; `mine` when the reader is her mentor. */
export interface TalkedWith {
  readonly studentId: number;
  readonly name: string;
  readonly isProtected: boolean;
  readonly mine: boolean;
}

/** The form of a talk on a page of its own: for any student, on any day of the past year. */
export interface TalkPageProps extends Pick<TalkFormProps, 'sent' | 'problems' | 'back' | 'requestKey'> {
  readonly frame: Omit<StaffPageProps, 'children' | 'title' | 'current'>;
  readonly student: TalkedWith;
  readonly today: LocalDate;
}

/** Logga samtal. */
export function TalkPage({ frame, student, today, ...form }: TalkPageProps) {
  return (
    <StaffPage
      {...frame}
      title={talkTitle(called(student))}
      current={student.mine ? '/mina-elever' : '/elever'}
      width="read"
    >
      <PageHead
        title={talkTitle(called(student))}
        breadcrumb={[{ href: `/elever/${student.studentId}`, label: student.name }]}
        meta={['Skriv kort: vad ni kom fram till, inte allt som sades']}
      />
      <div class="ff-panel ff-panel--lead">
        <TalkForm
          {...form}
          studentId={student.studentId}
          called={called(student)}
          reader={frame.actor.personId}
          today={today}
          withDay
        />
      </div>
    </StaffPage>
  );
}
