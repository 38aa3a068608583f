import type { LocalDate } from '../../../platform/local-date.ts';
import { Insight, Law, Panel } from '../../../platform/web/components/index.ts';
import { clock, dayShort } from '../../../platform/web/format.ts';
import { becauseSentence, becauseWords } from '../../access/index.ts';
import type { StudentFile } from '../queries/student-file.ts';

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** Insyn: why the reader sees the student, and who else has read. */
export function InsightPanel({ file, today }: { file: StudentFile; today: LocalDate }) {
  const { says, law } = becauseSentence(file.why.because);
  return (
    <Panel id="insyn" title="Insyn">
      <Insight
        open
        why={
          <p class="ff-small">
            {says} Kuratorns och skolsköterskans anteckningar finns inte här. {law && <Law>{law}</Law>}
          </p>
        }
        readings={file.readers.map((reader) => ({
          who: reader.name,
          reason: becauseWords(reader.because),
          when: readAt(reader.at, today),
        }))}
      />
      {file.readers.length === 0 && (
        <p class="ff-small ff-soft">Ingen har läst sidan före dig. Din läsning loggas nu.</p>
      )}
    </Panel>
  );
}

function readAt(at: Date, today: LocalDate): string {
  const day = swedishDay.format(at);
  return `${day === today ? 'i dag' : dayShort(day, today)} ${clock(at)}`;
}
