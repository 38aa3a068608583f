import { importWords as words } from '../../../messages/sv/import.ts';
import { type KeyFigure, KeyFigures } from '../../../platform/web/components/index.ts';
import { change, noBreakSpace, number } from '../../../platform/web/format.ts';
import type { KindCounts, Run, RunReport } from '../queries/runs.ts';
import { kinds } from '../reading/file-kinds.ts';

/** One count of a run, over all its kinds. */
export function sumOf(report: RunReport, what: keyof KindCounts): number {
  return kinds.reduce((sum, kind) => sum + report.kinds[kind][what], 0);
}

/** The files in four figures: rows, read in, refused, compared with what is usual. Nothing when no row could be read. */
export function RunFigures({ run, report }: { run: Run; report: RunReport }) {
  const { keys } = words;
  const [created, updated, unchanged] = [
    sumOf(report, 'created'),
    sumOf(report, 'updated'),
    sumOf(report, 'unchanged'),
  ];
  const refused = sumOf(report, 'refused');
  const rows = report.files.reduce((sum, file) => sum + file.rows, 0);
  if (rows === 0) return null;
  const isDone = run.state === 'done';
  const figures: KeyFigure[] = [
    {
      label: keys.rows,
      figure: number(rows),
      comparison: keys.students(report.students),
    },
    {
      label: isDone ? keys.wasReadIn : keys.readIn,
      figure: number(created + updated + unchanged),
      comparison: keys.parts(created, updated, unchanged),
    },
    {
      label: isDone ? keys.wasRefused : keys.refused,
      figure: number(refused),
      comparison: refusedWords(refused, isDone),
    },
    comparedWithUsual(report),
  ];
  return <KeyFigures title={keys.title} figures={figures} />;
}

function refusedWords(refused: number, isDone: boolean): string {
  const { keys } = words;
  if (refused > 0) return isDone ? keys.wasRefusedWhere : keys.refusedWhere;
  return isDone ? keys.wasRefusedNone : keys.refusedNone;
}

function comparedWithUsual({ checks }: RunReport): KeyFigure {
  const { keys } = words;
  const lessons = checks.find((check) => check.change !== undefined);
  if (lessons) {
    const figure = `${change((lessons.change ?? 0) * 100, 1)}${noBreakSpace}%`;
    return { label: keys.compared, figure, comparison: lessons.holds ? keys.reasonable : keys.unreasonable };
  }
  const doubtful = checks.filter((check) => !check.holds).length;
  return {
    label: keys.toLookAt,
    figure: number(doubtful),
    comparison: doubtful > 0 ? keys.toLookAtSome : keys.toLookAtNone,
  };
}
