import { importWords } from '../../../messages/sv/import.ts';
import { storyWords } from '../../../messages/sv/import-story.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { Facts, Panel } from '../../../platform/web/components/index.ts';
import { moment } from '../../../platform/web/format.ts';
import type { Run } from '../queries/runs.ts';

const words = storyWords.record;

/** Who, when, how long, which files: what a run is known by afterwards. */
export function RecordPanel({ run, today }: { run: Run; today: LocalDate }) {
  const { startedAt, startedByName, confirmedByName, source, report } = run;
  const tookMs = report?.tookMs;
  return (
    <Panel id="om" title={words.title}>
      <Facts
        facts={[
          { term: words.files, value: source },
          { term: words.started, value: moment(startedAt, today) },
          { term: words.by, value: startedByName ?? importWords.list.operator },
          ...(tookMs === undefined ? [] : [{ term: words.took, value: howLong(tookMs) }]),
          ...(confirmedByName ? [{ term: words.confirmed, value: confirmedByName }] : []),
        ]}
      />
    </Panel>
  );
}

/** "12 sekunder", "3 minuter": rounded down, minutes from two of them. */
export function howLong(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return seconds < 120 ? words.seconds(seconds) : words.minutes(Math.floor(seconds / 60));
}
