import {
  Actions,
  Button,
  Chips,
  ErrorSummary,
  Note,
  PageHead,
} from '../../../platform/web/components/index.ts';
import { StaffPage, type StaffPageProps } from '../../access/index.ts';
import { type ConcernProblem, concernAreas } from '../../concerns/index.ts';
import { called } from '../words/called.ts';
import { areaWords } from '../words/events.ts';

/** The form of an adult's concern: one choice. No free text, so that nothing about health is written where many read. */
export interface ConcernPageProps {
  readonly frame: Omit<StaffPageProps, 'children' | 'title' | 'current'>;
  /** `mine` when the reader is the student's mentor. */
  readonly student: {
    readonly studentId: number;
    readonly name: string;
    readonly isProtected: boolean;
    readonly mayRead: boolean;
    readonly mine: boolean;
  };
  readonly requestKey: string;
  readonly saved?: boolean | undefined;
  readonly problems?: readonly ConcernProblem[] | undefined;
}

/** Lyft en oro. */
export function ConcernPage({ frame, student, requestKey, saved, problems = [] }: ConcernPageProps) {
  const title = `Lyft en oro för ${called(student)}`;
  const error = problems.find((problem) => problem.field === 'area')?.says;
  return (
    <StaffPage {...frame} title={title} current={student.mine ? '/mina-elever' : '/elever'} width="read">
      <PageHead
        title={title}
        breadcrumb={student.mayRead ? [{ href: `/elever/${student.studentId}`, label: student.name }] : []}
        meta={student.mayRead ? [] : [student.name]}
      />
      {saved && (
        <Note tone="ok" icon="check" answer>
          Tack. Mentorn ser din oro i dag och talar med eleven.
        </Note>
      )}
      <form
        class="ff-panel ff-panel--lead ff-form"
        method="post"
        action={`/elever/${student.studentId}/oro`}
        novalidate
      >
        <ErrorSummary errors={problems.map(({ field, says }) => ({ field, message: says }))} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <Chips
          name="area"
          id="area"
          legend="Vad gäller det?"
          options={concernAreas.map((value) => ({ value, label: areaWords[value] }))}
          required
          error={error}
          help="Mentorn får veta att du har en oro och vad den gäller. Berätta resten muntligt."
        />
        <Actions>
          <Button>Lyft oron</Button>
        </Actions>
        <p class="ff-help">
          Det här är skolans egen oro. En anmälan till socialtjänsten görs för sig, genast, av den som
          misstänker att ett barn far illa.
        </p>
      </form>
    </StaffPage>
  );
}
