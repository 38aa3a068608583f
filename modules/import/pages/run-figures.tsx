import { importWords as words } from '../../../messages/sv/import.ts';
import { type KeyFigure, KeyFigures } from '../../../platform/web/components/index.ts';
import { change, noBreakSpace, number } from '../../../platform/web/format.ts';
import type { KindCounts, Run, RunReport } from '../queries/runs.ts';
import { kinds } from '../reading/file-kinds.ts';

/** One count of a run, over all its kinds. */
export function sumOf(report: RunReport, what: keyof KindCounts): number {
  return kinds.reduce((sum, kind) => sum + report.kinds[kind][what], 0);
}

/** The files in four figures: rows, read in, refused, compared with what is usual. */
export function RunFigures({ run, report }: { run: Run; report: RunReport }) {
  const { keys } = words;
  const [created, updated, unchanged] = [
    sumOf(report, 'created'),
    sumOf(report, 'updated'),
    sumOf(report, 'unchanged'),
  ];
  const refused = sumOf(report, 'refused');
  const figures: KeyFigure[] = [
    {
      label: keys.rows,
      figure: number(report.files.reduce((sum, file) => sum + file.rows, 0)),
      comparison: keys.students(report.students),
    },
    {
      label: run.state === 'done' ? keys.wasReadIn : keys.readIn,
      figure: number(created + updated + unchanged),
      comparison: keys.parts(created, updated, unchanged),
    },
    {
      label: keys.refused,
      figure: number(refused),
      comparison: refused > 0 ? keys.refusedWhere : keys.refusedNone,
    },
    comparedWithUsual(report),
  ];
  return <KeyFigures title={keys.title} figures={figures} />;
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
