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
import { areaWords } from '../words/events.ts';

/** The form of an adult's concern: one choice. No free text, so that nothing about health is written where many read. */
export interface ConcernPageProps {
  readonly frame: Omit<StaffPageProps, 'children' | 'title' | 'current'>;
  readonly student: { readonly studentId: number; readonly name: string; readonly mayRead: boolean };
  readonly requestKey: string;
  readonly saved?: boolean | undefined;
  readonly problems?: readonly ConcernProblem[] | undefined;
}

/** Lyft en oro. */
export function ConcernPage({ frame, student, requestKey, saved, problems = [] }: ConcernPageProps) {
  const error = problems.find((problem) => problem.field === 'area')?.says;
  return (
    <StaffPage {...frame} title="Lyft en oro" current="/elever" width="read">
      <PageHead
        title="Lyft en oro"
        breadcrumb={student.mayRead ? [{ href: `/elever/${student.studentId}`, label: student.name }] : []}
        meta={[student.name]}
      />
      {saved && (
        <Note tone="ok" icon="check" answer>
          Tack. Mentorn ser din oro i dag och talar med eleven.
        </Note>
      )}
      <form class="ff-form ff-form--box" method="post" action={`/elever/${student.studentId}/oro`} novalidate>
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
      </form>
      <p class="ff-small ff-soft">
        Det här är skolans egen oro. En anmälan till socialtjänsten görs för sig, genast, av den som
        misstänker att ett barn far illa.
      </p>
    </StaffPage>
  );
}
