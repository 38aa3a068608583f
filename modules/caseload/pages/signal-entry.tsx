import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Actions,
  Button,
  Chips,
  Evidence,
  type Fact,
  Law,
  SignalDetails,
} from '../../../platform/web/components/index.ts';
import { dayInSentence, minutes, percent, period } from '../../../platform/web/format.ts';
import { feedbackReasons, ruleCards, type StoredSignal } from '../../signals/index.ts';
import type { StudentFile } from '../queries/student-file.ts';
import { called } from '../words/called.ts';
import { feedbackWords } from '../words/feedback-words.ts';
import { saidToReader, signalSentence } from '../words/signal-words.ts';
import { LessonsTable } from './lessons-table.tsx';

interface SignalEntryProps {
  readonly file: StudentFile;
  readonly signal: StoredSignal;
  readonly today: LocalDate;
  readonly requestKey: string;
  /** The name of whoever reads. */
  readonly reader: string;
  readonly open: boolean;
  readonly mayAnswer: boolean;
  /** A signal above whose lessons are the same. */
  readonly sameAs: StoredSignal | undefined;
}

/** One signal: the sentence; inside it the evidence, the lessons, the law, "Stämmer inte" and how it is counted. */
export function SignalEntry(props: SignalEntryProps) {
  const { file, signal, requestKey, reader, open, mayAnswer } = props;
  const { name, protection } = file.card;
  const student = called({ name, isProtected: protection !== 'none' });
  const card = ruleCards[signal.signal];
  return (
    <SignalDetails
      sentence={saidToReader(signalSentence(signal).main, student, reader)}
      open={open}
      id={`signal-${signal.signal}`}
    >
      {signal.rest && <p class="ff-small">{restText(signal)}</p>}
      <Evidence facts={evidenceFacts(signal)} />
      {signal.signal.startsWith('N') && <Lessons {...props} />}
      {card.family === 'P' && (
        <p class="ff-small">
          Påminnelsen gäller skolan, inte eleven. Den försvinner när ett samtal är antecknat.
        </p>
      )}
      {card.citations.slice(0, 1).map((citation) => (
        <p class="ff-small ff-soft">
          {citation.text} <Law href={`/signaler/${signal.signal}`}>{citation.source}</Law>
        </p>
      ))}
      <p class="ff-small">
        Tändes {dayInSentence(signal.since)}.{' '}
        <a class="ff-link" href={`/signaler/${signal.signal}`}>
          Så räknas signalen
        </a>
      </p>
      {mayAnswer && signal.state !== 'fel' && card.family !== 'P' && (
        <WrongSignal studentId={file.card.studentId} signal={signal} requestKey={requestKey} />
      )}
    </SignalDetails>
  );
}

/** The lessons are shown once: where they are those of a signal above, the way there. */
function Lessons({ file, signal, today, sameAs }: SignalEntryProps) {
  if (!sameAs) return <LessonsTable file={file} signal={signal} today={today} />;
  return (
    <p class="ff-small">
      Lektionerna är desamma som under{' '}
      <a class="ff-link" href={`#signal-${sameAs.signal}`}>
        {ruleCards[sameAs.signal].name}
      </a>
      .
    </p>
  );
}

function restText(signal: StoredSignal): string {
  const { rest } = signal;
  if (!rest) return '';
  const why = rest.by === 'feedback' ? 'Någon har sagt att den inte stämmer' : 'Någon har talat med eleven';
  const until = rest.until ? ` till ${dayInSentence(rest.until)}` : ' tills läget ändras';
  return `Signalen vilar${until}. ${why} ${dayInSentence(rest.on)}. Blir läget sämre kommer den tillbaka genast.`;
}

function evidenceFacts({ evidence }: StoredSignal): Fact[] {
  if (!evidence) return [];
  const { window, ownEarlier, groupMedian, threshold, completeness } = evidence;
  const limit = threshold && (threshold.unit === 'minutes' ? minutes(threshold.value) : limitText(threshold));
  return [
    { term: 'Period', value: period(window.from, window.to) },
    ...(ownEarlier === null ? [] : [{ term: 'Tidigare egen nivå', value: percent(ownEarlier) }]),
    ...(groupMedian === null
      ? []
      : [{ term: 'Klassens median', value: `${percent(groupMedian.value)}, ${groupMedian.n} elever` }]),
    ...(threshold
      ? [{ term: threshold.setBy === 'organiser' ? 'Gräns, satt av skolan' : 'Gräns, förvald', value: limit }]
      : []),
    ...(completeness === null
      ? []
      : [{ term: 'Rapporterat', value: `${percent(completeness)} av lektionerna` }]),
  ];
}

function limitText(threshold: NonNullable<NonNullable<StoredSignal['evidence']>['threshold']>): string {
  if (threshold.unit === 'percent') return percent(threshold.value);
  if (threshold.unit === 'percentage-points') return `+${threshold.value}\u00a0procentenheter`;
  const words = threshold.unit === 'days' ? 'dagar' : threshold.unit === 'school-days' ? 'skoldagar' : '';
  return [String(threshold.value), words].filter(Boolean).join('\u00a0');
}

function WrongSignal(props: { studentId: number; signal: StoredSignal; requestKey: string }) {
  const { studentId, signal } = props;
  return (
    <details class="ff-plain">
      <summary>Stämmer inte</summary>
      <form
        class="ff-form ff-form--box"
        method="post"
        action={`/elever/${studentId}/signaler/${signal.signal}/${signal.since}/stammer-inte`}
      >
        <input type="hidden" name="requestKey" value={props.requestKey} />
        <Chips
          name="reason"
          id={`skal-${signal.signal}`}
          legend="Varför stämmer den inte?"
          options={feedbackReasons.map((value) => ({ value, label: feedbackWords[value] }))}
          required
        />
        <Actions>
          <Button kind="2" small>
            Låt signalen vila
          </Button>
        </Actions>
      </form>
    </details>
  );
}
