import { importWords as words } from '../../../messages/sv/import.ts';
import { storyWords } from '../../../messages/sv/import-story.ts';
import {
  Actions,
  Button,
  Facts,
  LinkButton,
  Note,
  PageHead,
  Panel,
} from '../../../platform/web/components/index.ts';
import { StaffPage } from '../../access/index.ts';
import type { RunProgress } from '../background.ts';
import type { Progress } from '../commands/step.ts';
import type { Run } from '../queries/runs.ts';
import type { Importer } from './import-parts.ts';

/** What the page shows. `progress` is undefined when another process reads the files. */
export interface ReadingPageProps {
  readonly importer: Importer;
  readonly run: Run;
  readonly progress: RunProgress | undefined;
}

/**
 * While files are read: how far it has come, kind by kind, and how to cut it off. The page comes again by itself, without
 * a script.
 */
export function ReadingPage({ importer, run, progress }: ReadingPageProps) {
  const title = words.reading.title(run.source);
  return (
    <StaffPage actor={importer.actor} title={title} current="/import" width="read">
      <PageHead title={title} breadcrumb={[{ href: '/import', label: words.title }]} />
      <Panel id="laser" title={words.states.reading}>
        <Note icon="clock">{run.confirmed ? words.reading.confirmed : words.reading.what}</Note>
        {progress && <HowFar progress={progress} confirmed={run.confirmed} />}
        {progress && <p class="ff-small ff-soft">{storyWords.progress.cancelHelp}</p>}
        <Actions>
          <LinkButton kind="2" href={`/import/${run.runId}`}>
            {words.reading.again}
          </LinkButton>
          {progress && (
            <form action={`/import/${run.runId}/avbryt`} method="post">
              <Button kind="3">{storyWords.progress.cancel}</Button>
            </form>
          )}
        </Actions>
      </Panel>
    </StaffPage>
  );
}

function HowFar({ progress, confirmed }: { progress: RunProgress; confirmed: boolean }) {
  if (progress.length === 0) return <p>{words.reading.waiting}</p>;
  const { signals, computing } = storyWords.progress;
  const kinds = progress.map((each) => ({ term: words.kinds[each.kind], value: progressWords(each) }));
  const isRead = progress.every((each) => each.done);
  return <Facts facts={[...kinds, ...(isRead && confirmed ? [{ term: signals, value: computing }] : [])]} />;
}

/** "43 %, 812 000 rader"; before its turn a kind waits, and after the last row it is saved. */
export function progressWords({ share, rows, done }: Progress): string {
  const { progress } = storyWords;
  if (done) return progress.done(rows);
  if (share >= 1) return progress.saving(rows);
  return share === 0 && rows === 0 ? progress.waits : progress.reading(share, rows);
}
