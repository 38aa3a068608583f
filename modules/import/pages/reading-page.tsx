import { importWords as words } from '../../../messages/sv/import.ts';
import { LinkButton, Note, PageHead, Panel } from '../../../platform/web/components/index.ts';
import { StaffPage } from '../../access/index.ts';
import type { Progress } from '../commands/step.ts';
import type { Run } from '../queries/runs.ts';
import type { Importer } from './import-parts.ts';

/** What the page shows. `progress` is undefined when another process reads the files. */
export interface ReadingPageProps {
  readonly importer: Importer;
  readonly run: Run;
  readonly progress: Progress | 'waiting' | undefined;
}

/** While files are read: how far it has come. The page comes again by itself, without a script. */
export function ReadingPage({ importer, run, progress }: ReadingPageProps) {
  const title = words.reading.title(run.source);
  return (
    <StaffPage actor={importer.actor} title={title} current="/import" width="read">
      <PageHead title={title} breadcrumb={[{ href: '/import', label: words.title }]} />
      <Panel id="laser" title={words.states.reading}>
        <Note icon="clock">{run.confirmed ? words.reading.confirmed : words.reading.what}</Note>
        {progress && <p>{progressWords(progress)}</p>}
        <p>
          <LinkButton kind="2" href={`/import/${run.runId}`}>
            {words.reading.again}
          </LinkButton>
        </p>
      </Panel>
    </StaffPage>
  );
}

function progressWords(progress: Progress | 'waiting'): string {
  if (progress === 'waiting') return words.reading.waiting;
  return words.reading.progress(words.kinds[progress.kind], progress.share, progress.rows);
}
