import { addDays, daysBetween, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import { Columns, Panel, Table, type WeekBar, WeekBars } from '../../../platform/web/components/index.ts';
import { period, share, weekNumber } from '../../../platform/web/format.ts';
import { autumnOf, type StudentWeek } from '../../attendance/index.ts';
import type { StudentFile } from '../queries/student-file.ts';
import { courseWords } from '../words/strengths-of.ts';
import { PeriodTotals } from './period-totals.tsx';

const shownWeeks = 16;

/** Närvaro: by week as drawn and as a table, and by course. Counted in lessons, as the signals are. */
export function AttendancePanel({ file, today }: { file: StudentFile; today: LocalDate }) {
  const last = file.weeks.at(-1);
  if (!last && file.totals.length > 0) {
    return (
      <Panel id="narv" title="Närvaro">
        <PeriodTotals totals={file.totals} />
      </Panel>
    );
  }
  if (!last) {
    return (
      <Panel id="narv" title="Närvaro">
        <p class="ff-soft">Ingen närvaro är inläst för eleven. Det säger varken bra eller dåligt.</p>
      </Panel>
    );
  }
  const limit = file.signals.find((each) => each.signal === 'N01')?.evidence?.threshold;
  return (
    <Panel id="narv" title="Närvaro" aside={upTo(last.monday, today)}>
      <Columns pattern="even">
        <WeekBars
          id="veckor"
          caption="Frånvaro per vecka, procent av lektionerna"
          weeks={weekBars(file.weeks, today)}
          limit={limit ? { percent: limit.value, name: `gräns ${limit.value} %` } : undefined}
        />
        <Courses file={file} />
      </Columns>
      {file.totals.length > 0 && <PeriodTotals totals={file.totals} />}
    </Panel>
  );
}

/** "Till och med vecka 47"; the present week is told to be under way, since its bar will change. */
function upTo(monday: LocalDate, today: LocalDate): string {
  const week = `Till och med vecka\u00a0${weekNumber(monday)}`;
  return monday === mondayOf(today) ? `${week}, som pågår` : week;
}

/**
 * The latest weeks; a week without lessons is time off, one without reports has no figure. The week under way is among
 * them once it has lessons.
 */
export function weekBars(weeks: readonly StudentWeek[], today: LocalDate): WeekBar[] {
  const first = schoolYearsFirst(weeks, today);
  const byMonday = new Map(weeks.map((week) => [week.monday, week]));
  const hasBegun = (byMonday.get(mondayOf(today))?.lessons ?? 0) > 0;
  const last = addDays(mondayOf(today), hasBegun ? 0 : -7);
  const span = Math.floor(daysBetween(first, last) / 7) + 1;
  const count = Math.min(shownWeeks, span);
  return Array.from({ length: count }, (_, index) => {
    const monday = addDays(last, -7 * (count - 1 - index));
    return weekBar(monday, byMonday.get(monday));
  });
}

/** The first week of the school year that `today` lies in, so that the summer is not drawn. */
function schoolYearsFirst(weeks: readonly StudentWeek[], today: LocalDate): LocalDate {
  const turn = `${autumnOf(today)}-07-01`;
  return (weeks.find((week) => week.monday >= turn && week.lessons > 0) ?? weeks.at(-1)!).monday;
}

function weekBar(monday: LocalDate, week: StudentWeek | undefined): WeekBar {
  const number = weekNumber(monday);
  if (!week || week.lessons === 0) return { week: number, empty: 'holiday' };
  if (week.reportedLessons === 0) return { week: number, empty: 'no-report' };
  const ofLessons = (lessons: number) => (100 * lessons) / week.reportedLessons;
  return {
    week: number,
    valid: ofLessons(week.absentLessons - week.invalidLessons),
    invalid: ofLessons(week.invalidLessons),
  };
}

function mostAbsentFirst({ courses }: StudentFile): StudentFile['courses'] {
  const shareOf = (course: StudentFile['courses'][number]) => course.absentLessons / course.reportedLessons;
  return courses.toSorted((a, b) => shareOf(b) - shareOf(a));
}

function Courses({ file }: { file: StudentFile }) {
  if (file.courses.length === 0)
    return <p class="ff-soft">Inga rapporterade lektioner de senaste fyra veckorna.</p>;
  return (
    <div>
      <Table
        caption={`Frånvaro per kurs, ${period(file.coursesFrom, file.coursesTo)}`}
        fit
        rows={mostAbsentFirst(file)}
        columns={[
          { head: 'Kurs', rowHeader: true, cell: courseWords },
          {
            head: 'Lektioner',
            numeric: true,
            cell: (each) => `${each.absentLessons} av ${each.reportedLessons}`,
          },
          { head: 'Andel', numeric: true, cell: (each) => share(each.absentLessons / each.reportedLessons) },
        ]}
      />
    </div>
  );
}
