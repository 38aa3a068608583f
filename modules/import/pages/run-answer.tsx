import { importWords as words } from '../../../messages/sv/import.ts';
import { storyWords } from '../../../messages/sv/import-story.ts';
import { undoWords } from '../../../messages/sv/import-undo.ts';
import { fetchedRunWords as fetched } from '../../../messages/sv/sources.ts';
import { LinkButton, Note } from '../../../platform/web/components/index.ts';
import { moment } from '../../../platform/web/format.ts';
import { whyMay } from '../../access/index.ts';
import { type RunReport, stopsIn } from '../queries/runs.ts';
import type { Importer } from './import-parts.ts';
import { sumOf } from './run-figures.tsx';
import type { RunPageProps } from './run-page.tsx';

/** What came of it, or what to look at first, in one note. */
export function RunAnswer({
  run,
  importer,
  today,
  filesThere,
  answer,
}: Pick<RunPageProps, 'run' | 'importer' | 'today' | 'filesThere' | 'answer'>) {
  const { report } = run;
  if (run.discarded) return <Ended says={words.result.discarded} />;
  if (run.cancelled) {
    const by = run.cancelled.byName ?? words.list.operator;
    return <Ended says={storyWords.cancelled.says(by)} />;
  }
  if (run.state === 'failed' || !report)
    return run.fetchedFrom === null ? <Failed /> : <Fetched source={run.fetchedFrom} says={fetched.failed} />;
  if (run.undone) {
    const by = run.undone.byName ?? words.list.operator;
    return <Ended says={undoWords.done(by, moment(run.undone.at, today))} />;
  }
  if (answer === 'anvands') {
    return (
      <Note tone="heed" answer>
        {undoWords.inUse}
      </Note>
    );
  }
  if (run.state === 'done') {
    const first = answer === 'redan' && run.confirmedByName;
    return (
      <Done
        report={report}
        importer={importer}
        first={first ? words.result.somebodyWasFirst(first, moment(run.finishedAt!, today)) : ''}
      />
    );
  }
  if (run.fetchedFrom !== null) {
    const stopped = run.state === 'stopped';
    return (
      <>
        {stopsIn(run) && (
          <Improbable says={stopped ? words.result.stopped : words.preview.stops} report={report} />
        )}
        <Fetched source={run.fetchedFrom} says={stopped ? fetched.stopped : fetched.previewed} />
      </>
    );
  }
  if (run.upload && !filesThere) {
    return (
      <Note tone="heed">
        <p>{words.preview.filesGone}</p>
        <p>
          <a href="/import">{words.preview.others}</a>
        </p>
      </Note>
    );
  }
  if (answer === 'andrad') {
    return (
      <Note tone="heed" answer>
        {words.preview.changed}
      </Note>
    );
  }
  if (run.state === 'stopped') return <Improbable says={words.result.stopped} report={report} />;
  if (stopsIn(run)) return <Improbable says={words.preview.stops} report={report} />;
  const changes = sumOf(report, 'created') + sumOf(report, 'updated');
  if (changes > 0) return null;
  return (
    <Note>
      <p>{whyNothing(report)}</p>
      <p>
        <a href="/import">{words.preview.others}</a>
      </p>
    </Note>
  );
}

/** Why there is nothing to read in, and what to do about it. */
function whyNothing(report: RunReport): string {
  const { preview } = words;
  const refused = sumOf(report, 'refused') > 0;
  if (sumOf(report, 'unchanged') > 0) return refused ? preview.unchangedAndRefused : preview.unchangedOnly;
  if (refused) return preview.allRefused;
  return report.files.some((file) => file.kind !== null) ? preview.noRows : preview.nothing;
}

/** It has come to its end without anything being changed by it, and the way back to where files are sent. */
function Ended({ says }: { says: string }) {
  return (
    <Note answer>
      <p>{says}</p>
      <p>
        <a href="/import">{words.result.back}</a>
      </p>
    </Note>
  );
}

/** What was fetched is read in, or looked at again, from the source's own page. */
function Fetched({ source, says }: { source: number; says: string }) {
  return (
    <Note>
      <p>
        {says} <a href={`/import/kallor/${source}`}>{fetched.source}</a>.
      </p>
    </Note>
  );
}

/** What stops it, all reasons at once. */
function Improbable({ says, report }: { says: string; report: RunReport }) {
  const reasons = report.checks.filter((check) => check.stops && !check.holds);
  return (
    <Note tone="heed">
      <p>{says}</p>
      <ul>
        {reasons.map((check) => (
          <li>
            <b>{check.title}:</b> {check.says}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function Failed() {
  return (
    <>
      <Note tone="heed" answer>
        {words.result.failed}
      </Note>
      <p>
        <LinkButton href="/import">{words.result.back}</LinkButton>
      </p>
    </>
  );
}

/** What was read in, and where it is seen: only the pages that the reader may open. */
function Done({ report, importer, first }: { report: RunReport; importer: Importer; first: string }) {
  const { actor } = importer;
  const mentor = actor.duties.some((duty) => duty.role === 'mentor');
  return (
    <Note tone="ok" answer>
      <p>
        {first} {words.result.done(sumOf(report, 'created'), sumOf(report, 'updated'))}{' '}
        {report.students > 0 && words.result.signals(report.students)}
      </p>
      <p>
        <a href="/import">{words.result.more}</a>
        {whyMay(actor, 'student.list', 'organiser').allowed && (
          <>
            {' · '}
            <a href="/elever">{words.result.students}</a>
          </>
        )}
        {mentor && (
          <>
            {' · '}
            <a href="/mina-elever">{words.result.ownStudents}</a>
          </>
        )}
      </p>
    </Note>
  );
}
