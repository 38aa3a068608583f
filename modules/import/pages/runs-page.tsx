import { importWords as words } from '../../../messages/sv/import.ts';
import { undoWords } from '../../../messages/sv/import-undo.ts';
import { personWords } from '../../../messages/sv/persons.ts';
import { fetchedRunWords as fetchedRun, sourcesLinkWords as sources } from '../../../messages/sv/sources.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Actions,
  Aside,
  Button,
  Columns,
  EmptyState,
  FieldError,
  PageHead,
  Panel,
  Table,
  Tag,
} from '../../../platform/web/components/index.ts';
import { moment } from '../../../platform/web/format.ts';
import { StaffPage } from '../../access/index.ts';
import { hasSomethingToDo, type Run, waitsIn } from '../queries/runs.ts';
import { kinds } from '../reading/file-kinds.ts';
import { keptMs } from '../uploads.ts';
import { FormatsPanel } from './formats-panel.tsx';
import type { Importer } from './import-parts.ts';

/** What the page shows; `problem` says why the files just sent were not received. */
export interface RunsPageProps {
  readonly importer: Importer;
  readonly runs: readonly Run[];
  /** How many pairs are likely one person; undefined for somebody who may not merge them. */
  readonly doubles?: number | undefined;
  readonly today: LocalDate;
  readonly now: Date;
  readonly problem?: string | undefined;
}

/** Import: send files, and what has been read in before. */
export function RunsPage({ importer, runs, doubles, today, now, problem }: RunsPageProps) {
  const waiting = runs.filter((run) => waitsIn(run) && hasSomethingToDo(run) && !isOld(run, now)).length;
  const counts = waiting > 0 ? { '/import': waiting } : {};
  return (
    <StaffPage actor={importer.actor} title={words.title} current="/import" counts={counts}>
      <PageHead title={words.title} />
      <Columns>
        <div class="ff-stack">
          <UploadPanel onlyOwn={importer.onlyUnits !== null} problem={problem} />
          <RunsPanel runs={runs} today={today} now={now} />
        </div>
        <Aside label={words.formats.title}>
          {doubles ? <DoublesPanel count={doubles} /> : null}
          {importer.onlyUnits === null && <SourcesPanel />}
          <FormatsPanel />
          {doubles === 0 && <DoublesPanel count={0} />}
          <SafetyPanel />
        </Aside>
      </Columns>
    </StaffPage>
  );
}

/** Where files need not be sent at all: for an administrator of the whole organiser. */
function SourcesPanel() {
  return (
    <Panel id="kallor" title={sources.title}>
      <p class="ff-small ff-soft">{sources.why}</p>
      <p>
        <a href="/import/kallor">{sources.link}</a>
      </p>
    </Panel>
  );
}

/** The way to those who likely stand twice. */
function DoublesPanel({ count }: { count: number }) {
  const { onImport } = personWords;
  return (
    <Panel id="dubbletter" title={onImport.title}>
      <p class="ff-small ff-soft">{count > 0 ? onImport.some(count) : onImport.none}</p>
      <p>
        <a href="/import/dubbletter">{count > 0 ? onImport.link : onImport.linkDone}</a>
      </p>
    </Panel>
  );
}

/** That nothing is lost by trying. */
export function SafetyPanel() {
  return (
    <Panel id="fel" title={words.safety.title}>
      <p class="ff-small ff-soft">{words.safety.text}</p>
    </Panel>
  );
}

function UploadPanel({ onlyOwn, problem }: { onlyOwn: boolean; problem?: string | undefined }) {
  const { upload } = words;
  return (
    <Panel id="ladda-upp" title={upload.title} aside={upload.aside} lead>
      <form class="ff-form" action="/import" method="post" enctype="multipart/form-data">
        <div>
          <label class="ff-label" for="f-filer">
            {upload.label}
          </label>
          <input
            class="ff-in"
            id="f-filer"
            name="filer"
            type="file"
            accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,.zip"
            multiple
            required
            aria-describedby={problem ? 'f-filer-error f-filer-help' : 'f-filer-help'}
            aria-invalid={problem ? 'true' : undefined}
          />
          {problem && <FieldError id="f-filer-error" message={problem} />}
          <p class="ff-help" id="f-filer-help">
            {upload.help} {onlyOwn && upload.onlyYourUnit}
          </p>
        </div>
        <Actions>
          <Button>{upload.button}</Button>
        </Actions>
      </form>
    </Panel>
  );
}

function RunsPanel({ runs, today, now }: Pick<RunsPageProps, 'runs' | 'today' | 'now'>) {
  const { list } = words;
  if (runs.length === 0) return <EmptyState id="tidigare" title={list.empty} why={list.emptyWhy} />;
  return (
    <Panel id="tidigare" title={list.title} flush>
      <Table<Run>
        caption={list.title}
        captionHidden
        fold
        rows={runs}
        columns={[
          {
            head: list.when,
            rowHeader: true,
            nowrap: true,
            cell: (run) => <a href={`/import/${run.runId}`}>{moment(run.startedAt, today)}</a>,
          },
          { head: list.files, cell: (run) => run.source },
          {
            head: list.who,
            cell: (run) => run.startedByName ?? list.operator,
            foldLabel: list.who.toLowerCase(),
          },
          {
            head: list.what,
            cell: (run) => (
              <>
                <StateTag run={run} now={now} /> {happened(run)}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** Files are kept a day: after that a preview can be looked at but not read in. */
function isOld(run: Run, now: Date): boolean {
  return now.getTime() - run.startedAt.getTime() > keptMs;
}

function StateTag({ run, now }: { run: Run; now: Date }) {
  const { states } = words;
  if (run.finishedAt === null) return <Tag>{states.reading}</Tag>;
  if (run.discarded || run.cancelled) return <Tag>{states.discarded}</Tag>;
  if (run.undone) return <Tag>{undoWords.state}</Tag>;
  if (run.state === 'done') return <Tag tone="ok">{states.done}</Tag>;
  if (run.state === 'preview' && run.fetchedFrom !== null) return <Tag>{fetchedRun.looked}</Tag>;
  if (waitsIn(run) && isOld(run, now)) return <Tag>{states.old}</Tag>;
  if (waitsIn(run) && !hasSomethingToDo(run)) return <Tag>{states.nothing}</Tag>;
  return <Tag tone={run.state === 'failed' ? 'late' : 'heed'}>{states[run.state]}</Tag>;
}

/** "Elever: 4 nya, 2 stoppade": each kind that the files held. */
function happened({ finishedAt, report, discarded, state }: Run): string {
  if (finishedAt === null || report === null || discarded || state === 'failed') return '';
  const said = kinds.flatMap((kind) => {
    const { created, updated, refused } = report.kinds[kind];
    const counts = words.list.counts(created, updated, refused);
    return counts === '' ? [] : [`${words.kinds[kind]}: ${counts}`];
  });
  const unread = report.files.filter((file) => file.kind === null).length;
  if (unread > 0) said.push(words.list.unread(unread));
  return said.join('. ') || (state === 'done' ? words.list.nothing : '');
}
