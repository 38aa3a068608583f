import { importWords as words } from '../../../messages/sv/import.ts';
import { Panel } from '../../../platform/web/components/index.ts';
import type { Run } from '../queries/runs.ts';

/** What is good to know about the rows that were read. Nothing when there is nothing to say. */
export function WarningsPanel({ run }: { run: Run }) {
  const warnings = run.warnings.filter((warning) => warning.code !== 'file-not-read');
  if (warnings.length === 0) return null;
  return (
    <Panel id="att-veta" title={words.warnings.title}>
      <ul class="ff-list">
        {warnings.map((warning) => (
          <li>
            <b>{words.kinds[warning.kind]}</b>
            <small>
              {warning.says} {warning.rows > 0 && words.warnings.rows(warning.rows)}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
