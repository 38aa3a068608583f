import type { LocalDate } from '../../../platform/local-date.ts';
import { Deadline, List, ListItem, Panel } from '../../../platform/web/components/index.ts';
import { dayInSentence } from '../../../platform/web/format.ts';
import type { StudentFile } from '../queries/student-file.ts';
import { nextStepWords } from '../words/talk-words.ts';

/** Överenskommet: what the latest talk agreed on. */
export function AgreedPanel({ file, today }: { file: StudentFile; today: LocalDate }) {
  const [talk] = file.talks;
  return (
    <Panel id="atg" title="Överenskommet">
      {talk?.nextOn ? (
        <List
          items={[
            <ListItem
              title={nextStepWords[talk.nextStep]}
              detail={`Avtalat ${dayInSentence(talk.heldOn)} med ${talk.heldByName}`}
            >
              <Deadline day={talk.nextOn} today={today} before="följs upp" />
            </ListItem>,
          ]}
        />
      ) : (
        <p class="ff-soft">Inget är avtalat just nu. Nästa steg från samtalen visas här.</p>
      )}
    </Panel>
  );
}
