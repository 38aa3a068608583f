import type { LocalDate } from '../../../platform/local-date.ts';
import { Deadline, List, Panel } from '../../../platform/web/components/index.ts';
import { dayInSentence } from '../../../platform/web/format.ts';
import type { MyStudent } from '../queries/my-students.ts';
import { nextStepWords } from '../words/talk-words.ts';

/** Att göra: the next steps that were agreed on, the earliest first. */
export function DuePanel({ students, today }: { students: readonly MyStudent[]; today: LocalDate }) {
  if (students.length === 0) {
    return (
      <Panel id="uppg" title="Att göra">
        <p class="ff-soft">Inget är avtalat just nu. Nästa steg från samtalen samlas här.</p>
      </Panel>
    );
  }
  return (
    <Panel id="uppg" title="Att göra">
      <List items={students.map((student) => <DueItem student={student} today={today} />)} />
    </Panel>
  );
}

function DueItem({ student, today }: { student: MyStudent; today: LocalDate }) {
  const due = student.due!;
  return (
    <>
      <Deadline day={due.nextOn} today={today} />
      <br />
      <a class="ff-link" href={`/elever/${student.studentId}/samtal`}>
        {nextStepWords[due.nextStep]}: {student.name}
      </a>
      <small>Avtalat {dayInSentence(due.agreedOn)}</small>
    </>
  );
}
