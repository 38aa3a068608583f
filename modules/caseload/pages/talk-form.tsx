import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import {
  Actions,
  Button,
  Chips,
  DateField,
  DraftKeeper,
  ErrorSummary,
  FieldPair,
  FieldRow,
  SelectField,
  TextArea,
} from '../../../platform/web/components/index.ts';
import { capitalized } from '../../../platform/web/format.ts';
import { type FieldProblem, nextSteps, outcomes, type TalkDraft } from '../../coordination/index.ts';
import { nextStepWords, outcomeWords } from '../words/talk-words.ts';

/** What the form of a talk needs: about whom, by whom, where it returns, and what was sent if it came back. */
export interface TalkFormProps {
  readonly studentId: number;
  /** "Nora", or "eleven" when the identity is protected. */
  readonly called: string;
  readonly reader: number;
  readonly today: LocalDate;
  readonly requestKey: string;
  /** The page to return to, a path of this site. */
  readonly back: string;
  readonly sent?: Partial<TalkDraft> | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
  /** On a page of its own the day can be chosen; in the day's list it is today. */
  readonly withDay?: boolean | undefined;
}

/** What the form is called, above it or as the heading of its page. */
export function talkTitle(called: string): string {
  return `Logga samtal med ${called}`;
}

/** The quick log of look.md: how it was, what you agreed, what comes next and when. Twenty seconds. */
export function TalkForm(props: TalkFormProps) {
  const { studentId, called, today, sent = {}, problems = [], withDay } = props;
  const id = (field: string) => `${field}-${studentId}`;
  const error = (field: string) => problems.find((problem) => problem.field === field)?.says;
  const Row = withDay ? FieldRow : FieldPair;
  return (
    <form
      class={withDay ? 'ff-form' : 'ff-form ff-form--box'}
      action={`/elever/${studentId}/samtal`}
      method="post"
      novalidate
      aria-label={talkTitle(called)}
    >
      {!withDay && <h4>{talkTitle(called)}</h4>}
      <ErrorSummary errors={problems.map(({ field, says }) => ({ field: id(field), message: says }))} />
      <input type="hidden" name="requestKey" value={props.requestKey} />
      <input type="hidden" name="back" value={props.back} />
      <Chips
        name="outcome"
        id={id('outcome')}
        legend="Hur var det?"
        options={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
        chosen={sent.outcome ? [sent.outcome] : []}
        required
        error={error('outcome')}
      />
      <TextArea
        name="note"
        id={id('note')}
        label="Vad kom ni fram till?"
        note={`${capitalized(called)} kan läsa det här`}
        rows={2}
        value={sent.note}
        error={error('note')}
      />
      {!withDay && <input type="hidden" name="heldOn" value={today} />}
      <Row>
        {withDay && (
          <DateField
            name="heldOn"
            id={id('heldOn')}
            label="När var det?"
            value={sent.heldOn ?? today}
            max={today}
            error={error('heldOn')}
          />
        )}
        <SelectField
          name="nextStep"
          id={id('nextStep')}
          label="Nästa steg"
          options={nextSteps.map((value) => ({ value, label: nextStepWords[value] }))}
          value={sent.nextStep ?? 'new-talk'}
          error={error('nextStep')}
        />
        <DateField
          name="nextOn"
          id={id('nextOn')}
          label="Senast"
          value={sent.nextOn ?? usualNextDay(today)}
          min={today}
          error={error('nextOn')}
        />
      </Row>
      <Actions>
        <Button>Spara samtalet</Button>
        <DraftKeeper owner={String(props.reader)} />
      </Actions>
    </form>
  );
}

/** Two weeks ahead: what the form proposes, never on a weekend since a talk falls on a weekday. */
function usualNextDay(today: LocalDate): LocalDate {
  const day = addDays(today, 14);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
