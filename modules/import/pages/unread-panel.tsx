import { importWords as words } from '../../../messages/sv/import.ts';
import { Panel } from '../../../platform/web/components/index.ts';
import type { Run, RunReport } from '../queries/runs.ts';
import { MappingLink } from './mapping-link.tsx';

/** The files and sheets that are not read: why, and the way on. Nothing when all are read. */
export function UnreadPanel({
  run,
  report,
  filesThere,
}: {
  run: Run;
  report: RunReport;
  filesThere: boolean;
}) {
  const unread = report.files.filter((file) => file.kind === null);
  if (unread.length === 0) return null;
  return (
    <Panel id="lases-inte" title={words.files.title}>
      <ul class="ff-list">
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
