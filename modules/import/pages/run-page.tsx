import { importWords as words } from '../../../messages/sv/import.ts';
import { storyWords } from '../../../messages/sv/import-story.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { Aside, Button, Columns, PageHead, Panel } from '../../../platform/web/components/index.ts';
import { moment, period } from '../../../platform/web/format.ts';
import { StaffPage } from '../../access/index.ts';
import type { ShownDifference } from '../queries/differences.ts';
import type { ShownMissing } from '../queries/missing-students.ts';
import type { ReconciledWeek } from '../queries/reconciliation.ts';
import { type Run, type RunReport, type StoredRefusal, stopsIn, waitsIn } from '../queries/runs.ts';
import type { UndoState } from '../queries/undoable-run.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { ColumnsPanels } from './columns-panel.tsx';
import { DifferencesPanel } from './differences-panel.tsx';
import type { Importer } from './import-parts.ts';
import { MappingLink } from './mapping-link.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { ReconcilePanel } from './reconcile-panel.tsx';
import { RecordPanel } from './record-panel.tsx';
import { RefusedPanel } from './refused-panel.tsx';
import { RunAnswer } from './run-answer.tsx';
import { RunFigures, sumOf } from './run-figures.tsx';
import { SafetyPanel } from './runs-page.tsx';
import { UndoPanel } from './undo-panel.tsx';

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

/** In the order of a principal's questions: what happens, is it reasonable, what was stopped, what is missing, which columns. */
function WhatAndWhy(props: RunPageProps & { report: RunReport }) {
  const { run, report, refused, reconciled, differences, missing, filesThere } = props;
  return (
    <div class="ff-stack">
      <DifferencesPanel run={run} report={report} differences={differences} />
      <ChecksPanel report={report} />
      <RefusedPanel run={run} report={report} refused={refused} />
      <MissingPanel run={run} report={report} missing={missing} />
      <ReconcilePanel weeks={reconciled} refused={report.kinds.narvaro.refused} />
      <WarningsPanel run={run} report={report} filesThere={filesThere} />
      <ColumnsPanels run={run} filesThere={filesThere} />
    </div>
  );
}

function titleOf(run: Run): string {
  if (run.cancelled) return storyWords.cancelled.title(run.source);
  if (run.state === 'done') return words.result.title(run.source);
  if (run.state === 'preview') return words.preview.title(run.source);
  return run.state === 'stopped'
    ? words.result.stoppedTitle(run.source)
    : words.result.failedTitle(run.source);
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

function WarningsPanel({ run, report, filesThere }: { run: Run; report: RunReport; filesThere: boolean }) {
  const unread = report.files.filter((file) => file.kind === null);
  const warnings = run.warnings.filter((warning) => warning.code !== 'file-not-read');
  if (unread.length + warnings.length === 0) return null;
  return (
    <Panel id="att-veta" title={words.warnings.title}>
      <ul class="ff-list">
        {warnings.map((warning) => (
          <li>
            <b>{words.kinds[warning.kind]}</b>
            <small>
              {warning.says} {warning.rows > 0 && `(${warning.rows})`}
            </small>
          </li>
        ))}
        {unread.map((file) => (
          <li>
            <b>{file.file}</b>
            <small>{file.says}</small>
            <MappingLink run={run} file={file} filesThere={filesThere} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
