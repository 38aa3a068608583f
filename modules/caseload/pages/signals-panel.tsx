import type { LocalDate } from '../../../platform/local-date.ts';
import { Panel } from '../../../platform/web/components/index.ts';
import { figuresTogether, plural } from '../../../platform/web/format.ts';
import type { StoredSignal } from '../../signals/index.ts';
import type { StudentFile } from '../queries/student-file.ts';
import { sameLessons } from './lessons-table.tsx';
import { SignalEntry } from './signal-entry.tsx';

/** Signaler: what is on, newest first, each opening to its evidence. No data is its own state, never a good sign. */
export function SignalsPanel(props: {
  file: StudentFile;
  today: LocalDate;
  /** The name of whoever reads. */
  reader: string;
}) {
  const { file } = props;
  const open = file.signals.filter((each) => each.level > 0);
  const lacking = file.signals.find(
    (each) => each.state === 'otillräckligt underlag' && each.signal === 'N01',
  );
  return (
    <Panel id="sig" title="Signaler" aside={headline(open)}>
      {open.map((signal, index) => (
        <SignalEntry
          {...props}
          requestKey={crypto.randomUUID()}
          signal={signal}
          open={index === 0}
          mayAnswer={file.may.answerSignal}
          sameAs={open.slice(0, index).find((above) => sameLessons(file, above, signal))}
        />
      ))}
      {open.length === 0 && !lacking && <p class="ff-soft">{nothing(file)}</p>}
      {lacking && <p>{figuresTogether(lacking.evidence?.text ?? '')}</p>}
    </Panel>
  );
}

function headline(open: readonly StoredSignal[]): string {
  if (open.length === 0) return '';
  const active = open.filter((each) => each.state === 'aktiv').length;
  const resting = open.length - active;
  const counted = [
    active > 0 ? plural(active, 'aktiv', 'aktiva') : '',
    resting > 0 ? plural(resting, 'vilar', 'vilar') : '',
  ].filter(Boolean);
  return `${counted.join(', ')}. Öppna för att se underlaget.`;
}

function nothing(file: StudentFile): string {
  if (file.weeks.length === 0)
    return 'Ingen närvaro är inläst för eleven. Därför kan vi inte säga något, varken bra eller dåligt.';
  return 'Ingen signal just nu. Kommer det en visas den här med sitt underlag.';
}
