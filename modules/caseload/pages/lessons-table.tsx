import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { Table, Tag } from '../../../platform/web/components/index.ts';
import { clock, minutes, plural, weekdayShort } from '../../../platform/web/format.ts';
import type { AbsentLesson } from '../../attendance/index.ts';
import type { StoredSignal } from '../../signals/index.ts';
import type { StudentFile } from '../queries/student-file.ts';
import { courseWords } from '../words/strengths-of.ts';

const shownFirst = 6;

/** The lessons behind a signal's figure: the six newest, and all of them one click away. */
export function LessonsTable(props: { file: StudentFile; signal: StoredSignal; today: LocalDate }) {
  const lessons = lessonsOf(props.file, props.signal);
  if (lessons.length === 0) return null;
  const first = lessons.slice(0, shownFirst);
  const rest = lessons.slice(shownFirst);
  return (
    <>
      <Lessons
        caption={`Senaste frånvaron, ${first.length} av ${plural(lessons.length, 'lektion', 'lektioner')}`}
        lessons={first}
      />
      {rest.length > 0 && (
        <details class="ff-plain">
          <summary>Visa alla {lessons.length} lektioner</summary>
          <Lessons caption={`Övriga ${plural(rest.length, 'lektion', 'lektioner')}`} lessons={rest} />
        </details>
      )}
    </>
  );
}

/** Whether two signals rest on the same lessons. */
export function sameLessons(file: StudentFile, one: StoredSignal, other: StoredSignal): boolean {
  const [these, those] = [lessonsOf(file, one), lessonsOf(file, other)];
  return these.length > 0 && these.length === those.length && these.every((each) => those.includes(each));
}

/** Those in the signal's window; only the invalid ones for the signal about invalid absence. */
function lessonsOf(file: StudentFile, { signal, evidence }: StoredSignal): readonly AbsentLesson[] {
  if (!evidence) return [];
  const last = signal === 'N04' ? addDays(evidence.window.to, 1) : evidence.window.to;
  const within = file.lessons.filter((each) => each.day >= evidence.window.from && each.day <= last);
  return signal === 'N02' ? within.filter((each) => each.invalidMinutes > 0) : within;
}

function Lessons({ caption, lessons }: { caption: string; lessons: readonly AbsentLesson[] }) {
  return (
    <Table
      caption={caption}
      fold
      fit
      rows={lessons}
      columns={[
        {
          head: 'Lektion',
          rowHeader: true,
          cell: (each) => `${weekdayShort(each.day)} ${clock(timeOf(each.startMinute))}`,
        },
        { head: 'Kurs', foldLine: true, cell: courseWords },
        {
          head: 'Frånvarande',
          numeric: true,
          cell: (each) => minutes(each.validMinutes + each.invalidMinutes),
        },
        { head: 'Frånvaro', cell: kind },
        { head: 'Skäl', cell: (each) => each.reason ?? (each.validMinutes > 0 ? 'anmäld' : 'ej anmäld') },
      ]}
    />
  );
}

function kind(lesson: AbsentLesson) {
  if (lesson.invalidMinutes >= lesson.validMinutes && lesson.invalidMinutes > 0) {
    return (
      <Tag tone="heed" icon="cross">
        Ogiltig
      </Tag>
    );
  }
  return <Tag icon="check">Giltig</Tag>;
}

function timeOf(startMinute: number): string {
  const hours = String(Math.floor(startMinute / 60)).padStart(2, '0');
  return `${hours}:${String(startMinute % 60).padStart(2, '0')}`;
}
