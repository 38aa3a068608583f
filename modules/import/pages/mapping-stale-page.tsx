import { importWords } from '../../../messages/sv/import.ts';
import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import { Actions, LinkButton, Note, PageHead } from '../../../platform/web/components/index.ts';
import { StaffPage } from '../../access/index.ts';
import type { Importer } from './import-parts.ts';
import type { Stale } from './mapping-file.ts';

/** The answer to somebody whose file has been read in, taken away, or is being read. */
export function StaleMappingPage({
  importer,
  runId,
  why,
}: {
  importer: Importer;
  runId: number;
  why: Stale;
}) {
  const { stale } = words;
  return (
    <StaffPage actor={importer.actor} title={stale.title} current="/import" width="read">
      <PageHead title={stale.title} breadcrumb={[{ href: '/import', label: importWords.title }]} />
      <Note tone="heed" answer>
        {stale[why]}
      </Note>
      <Actions>
        <LinkButton kind="2" href={`/import/${runId}`}>
          {stale.run}
        </LinkButton>
      </Actions>
    </StaffPage>
  );
}
