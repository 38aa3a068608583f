import { importWords } from '../../../messages/sv/import.ts';
import { storyWords } from '../../../messages/sv/import-story.ts';
import { Checks, Panel } from '../../../platform/web/components/index.ts';
import type { RunReport } from '../queries/runs.ts';
import type { Check } from '../report.ts';

const words = storyWords.checks;

/** Does it look reasonable: what deviates stands open, what is as usual is folded. Nothing when nothing was compared. */
export function ChecksPanel({ report }: { report: RunReport }) {
  const seen = report.checks.filter((check) => !check.holds || check.code !== 'refused');
  if (seen.length === 0) return null;
  const deviating = seen.filter((check) => !check.holds);
  const usual = seen.filter((check) => check.holds);
  return (
    <Panel id="rimligt" title={importWords.checks.title}>
      {deviating.length > 0 ? <Checks checks={deviating.map(asShown)} /> : <p>{words.allAsUsual}</p>}
      {usual.length > 0 && (
        <details class="ff-plain">
          <summary>{words.asUsual(usual.length)}</summary>
          <Checks checks={usual.map(asShown)} />
        </details>
      )}
    </Panel>
  );
}

function asShown({ holds, title, says }: Check) {
  return { met: holds, what: title, detail: says };
}
