import { reconcileWords as words } from '../../../messages/sv/import-undo.ts';
import { type Column, Note, Panel, Table } from '../../../platform/web/components/index.ts';
import { minutes, weekNumber } from '../../../platform/web/format.ts';
import type { LessonMinutes, ReconciledWeek } from '../queries/reconciliation.ts';
import { agreementOf, type Compared, summed } from '../rules/reconcile.ts';

/** A row of the table: a unit's one week, or all of its weeks together. */
interface Shown extends Compared {
  readonly what: string;
}

/** Whether every minute of the file's lessons stands here: per unit, and each week that differs. Nothing without lessons. */
export function ReconcilePanel({
  weeks,
  refused,
  isDone,
}: {
  weeks: readonly ReconciledWeek[];
  refused: number;
  /** Read in, and not only looked at. */
  isDone: boolean;
}) {
  if (weeks.length === 0) return null;
  const units = [...Map.groupBy(weeks, (week) => week.unit).entries()];
  const title = isDone ? words.title : words.titleBefore;
  const allSame = isDone ? words.allSame : words.allSameBefore;
  const same = weeks.every((week) => agreementOf(week) === 'same');
  const rows = units.flatMap(([unit, own]): Shown[] => [
    { what: `${unit}, ${words.weeks(own.length)}`, ...summed(own) },
    ...own.filter((week) => agreementOf(week) !== 'same').map(asShown),
  ]);
  return (
    <Panel id="avstamning" title={title} aside={isDone ? words.aside : words.asideBefore}>
      <Note tone={same ? 'ok' : 'heed'}>
        <p>
          {same ? allSame(weeks.length, units.length) : differences(weeks)}{' '}
          {refused > 0 && words.refused(refused)}
        </p>
      </Note>
      <WeeksTable caption={title} rows={rows} />
      {same && weeks.length > units.length && (
        <details class="ff-plain">
          <summary>{words.eachWeek}</summary>
          <WeeksTable caption={words.eachWeek} rows={weeks.map(asShown)} />
        </details>
      )}
    </Panel>
  );
}

function asShown(week: ReconciledWeek): Shown {
  return { ...week, what: `${week.unit}, ${words.week(weekNumber(week.monday), week.monday)}` };
}

/** One sentence for each way in which weeks differ. */
function differences(weeks: readonly ReconciledWeek[]): string {
  const found = new Set(weeks.map(agreementOf));
  return (['less', 'other', 'more'] as const)
    .filter((agreement) => found.has(agreement))
    .map((agreement) => words.agreement[agreement])
    .join(' ');
}

function WeeksTable({ caption, rows }: { caption: string; rows: readonly Shown[] }) {
  const figure = (head: string, pick: keyof LessonMinutes): Column<Shown> => ({
    head,
    numeric: true,
    foldLabel: head.toLowerCase(),
    cell: ({ source, stored }) => inBoth(source[pick], stored[pick]),
  });
  return (
    <Table<Shown>
      caption={caption}
      captionHidden
      fold
      fit
      dense
      rows={rows}
      columns={[
        { head: words.unit, rowHeader: true, cell: ({ what }) => what },
        figure(words.lessons, 'offered'),
        figure(words.reported, 'reported'),
        figure(words.absent, 'absent'),
      ]}
    />
  );
}

/** The time once when both agree; otherwise what the file says and what stands here. */
function inBoth(source: number, stored: number) {
  if (source === stored) return minutes(stored);
  return (
    <>
      {minutes(source)} {words.inSource}
      <br />
      {minutes(stored)} {words.here}
    </>
  );
}
