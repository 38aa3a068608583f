import { importWords as words } from '../../../messages/sv/import.ts';
import { storyWords } from '../../../messages/sv/import-story.ts';
import { undoWords } from '../../../messages/sv/import-undo.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { Aside, Button, Columns, PageHead } from '../../../platform/web/components/index.ts';
import { moment, period } from '../../../platform/web/format.ts';
import { StaffPage } from '../../access/index.ts';
import type { ShownDifference } from '../queries/differences.ts';
import type { ShownMissing } from '../queries/missing-students.ts';
import type { ReconciledWeek } from '../queries/reconciliation.ts';
import { type Run, type RunReport, type StoredRefusal, stopsIn, waitsIn } from '../queries/runs.ts';
import type { UndoState } from '../queries/undoable-run.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { DifferencesPanel } from './differences-panel.tsx';
import type { Importer } from './import-parts.ts';
import { MissingPanel } from './missing-panel.tsx';
import { ReconcilePanel } from './reconcile-panel.tsx';
import { RecordPanel } from './record-panel.tsx';
import { RefusedPanel } from './refused-panel.tsx';
import { RunAnswer } from './run-answer.tsx';
import { RunFigures, sumOf } from './run-figures.tsx';
import { SafetyPanel } from './runs-page.tsx';
import { UndoPanel } from './undo-panel.tsx';
import { UnreadPanel } from './unread-panel.tsx';
import { WarningsPanel } from './warnings-panel.tsx';

/** What the page shows. */
export interface RunPageProps {
  readonly importer: Importer;
  readonly run: Run;
  readonly today: LocalDate;
  readonly refused: readonly StoredRefusal[];
  /** Whether the files that were sent are still there to be read in. */
  readonly filesThere: boolean;
  /** What became of a click that did nothing: somebody was first, the page was no longer how it is, it is in use. */
  readonly answer?: 'redan' | 'andrad' | 'anvands' | undefined;
  /** Whether it can be undone, and its minutes beside those that stand here. */
  readonly undo: UndoState;
  readonly reconciled: readonly ReconciledWeek[];
  readonly differences: readonly ShownDifference[];
  readonly missing: readonly ShownMissing[];
}

/** A run that has been looked at, read in, stopped or given up. */
export function RunPage(props: RunPageProps) {
  const { importer, run, today, filesThere, answer } = props;
  const title = titleOf(run);
  const report = run.cancelled ? null : run.report;
  return (
    <StaffPage actor={importer.actor} title={title} current="/import">
      <PageHead
        title={title}
        breadcrumb={[{ href: '/import', label: words.title }]}
        meta={metaOf(run, today)}
        actions={report && filesThere && waitsIn(run) ? <Decide run={run} report={report} /> : null}
      />
      <div class="ff-stack">
        <RunAnswer importer={importer} run={run} today={today} filesThere={filesThere} answer={answer} />
        {report && (
          <>
            <RunFigures run={run} report={report} />
            <Columns>
              <WhatAndWhy {...props} report={report} />
              <Aside label={storyWords.record.title}>
                <RecordPanel run={run} today={today} />
                <UndoPanel run={run} undo={props.undo} />
                <SafetyPanel />
              </Aside>
            </Columns>
          </>
        )}
      </div>
    </StaffPage>
  );
}

/** In the order of a principal's questions: what happens, is it reasonable, what was not read, what was stopped, what is missing, which columns. */
function WhatAndWhy(props: RunPageProps & { report: RunReport }) {
  const { run, report, refused, reconciled, differences, missing, filesThere } = props;
  const wasRead = (['created', 'updated', 'unchanged'] as const).some((what) => sumOf(report, what) > 0);
  return (
    <div class="ff-stack">
      <DifferencesPanel run={run} report={report} differences={differences} />
      {wasRead && <ChecksPanel report={report} />}
      <UnreadPanel run={run} report={report} filesThere={filesThere} />
      <RefusedPanel run={run} report={report} refused={refused} />
      <MissingPanel run={run} report={report} missing={missing} />
      <ReconcilePanel
        weeks={reconciled}
        refused={report.kinds.narvaro.refused}
        isDone={run.state === 'done'}
      />
      <WarningsPanel run={run} />
      <ColumnsPanel run={run} filesThere={filesThere} />
    </div>
  );
}

function titleOf(run: Run): string {
  const source = shortSource(run);
  if (run.cancelled || run.discarded) return storyWords.cancelled.title(source);
  if (run.undone) return undoWords.undoneTitle(source);
  if (run.state === 'done') return words.result.title(source);
  if (run.state === 'preview') return words.preview.title(source);
  return run.state === 'stopped' ? words.result.stoppedTitle(source) : words.result.failedTitle(source);
}

/** More names than this make a heading that nobody reads; all stand in the record. */
const namesInTitle = 3;

function shortSource({ upload, source }: Run): string {
  const [first, ...others] = upload?.files ?? [];
  return first !== undefined && others.length >= namesInTitle
    ? words.columns.andFiles(first, others.length)
    : source;
}

function metaOf(run: Run, today: LocalDate): readonly string[] {
  const kinds = new Set(run.report?.files.flatMap((file) => (file.kind ? [words.kinds[file.kind]] : [])));
  const days = run.report?.period;
  const at = run.finishedAt && moment(run.finishedAt, today);
  const by = run.confirmedByName ?? run.startedByName ?? words.list.operator;
  const read = at ? [run.state === 'done' ? words.result.by(by, at) : words.preview.read(at)] : [];
  return [...kinds, ...(days ? [period(days.from, days.to)] : []), ...read];
}

/** Read it in, or give it up: two forms, no script. */
function Decide({ run, report }: { run: Run; report: RunReport }) {
  const changes = sumOf(report, 'created') + sumOf(report, 'updated');
  const rows = changes + sumOf(report, 'unchanged');
  const stops = stopsIn(run);
  return (
    <>
      <form action={`/import/${run.runId}/avbryt`} method="post">
        <Button kind="3">{words.preview.discard}</Button>
      </form>
      {changes > 0 && (
        <form action={`/import/${run.runId}/las-in`} method="post">
          <input type="hidden" name="sett" value={run.finishedAt?.toISOString()} />
          {stops && <input type="hidden" name="anda" value="ja" />}
          <Button>{stops ? words.preview.accept : words.preview.confirm(rows)}</Button>
        </form>
      )}
    </>
  );
}
