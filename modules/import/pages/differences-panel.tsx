import { storyWords } from '../../../messages/sv/import-story.ts';
import { Panel, Table } from '../../../platform/web/components/index.ts';
import type { ShownDifference } from '../queries/differences.ts';
import type { Run, RunReport } from '../queries/runs.ts';
import { restInWords, whatHappens, wordsAfter, wordsBefore } from './difference-words.ts';
import { sumOf } from './run-figures.tsx';

const words = storyWords.differences;

/** What the panel shows. */
export interface DifferencesPanelProps {
  readonly run: Run;
  readonly report: RunReport;
  readonly differences: readonly ShownDifference[];
}

/** The most telling differences, and in one sentence how many more there are. Nothing when nothing changes. */
export function DifferencesPanel({ run, report, differences }: DifferencesPanelProps) {
  const { story } = report;
  const changes = sumOf(report, 'created') + sumOf(report, 'updated');
  if (!story || run.discarded || run.undone || changes === 0) return null;
  const title = run.state === 'done' ? words.titleAfter : words.title;
  const all = Object.values(story.counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) {
    return (
      <Panel id="andras" title={title}>
        <p>{story.isFirst ? words.first : words.none}</p>
      </Panel>
    );
  }
  const rest = restInWords(story.counts, differences);
  return (
    <Panel id="andras" title={title} aside={words.aside(differences.length, all)} flush>
      <DifferencesTable title={title} differences={differences} files={report.files.length} />
      {rest && <p class="ff-small ff-soft">{rest}</p>}
    </Panel>
  );
}

function DifferencesTable({
  title,
  differences,
  files,
}: {
  title: string;
  differences: readonly ShownDifference[];
  files: number;
}) {
  return (
    <Table<ShownDifference>
      caption={title}
      captionHidden
      fold
      dense
      rows={differences}
      columns={[
        { head: words.student, rowHeader: true, cell: whoOf },
        { head: words.what, cell: (each) => <What difference={each} files={files} />, foldLine: true },
        { head: words.before, cell: wordsBefore, foldLabel: words.before.toLowerCase() },
        { head: words.after, cell: wordsAfter, foldLabel: words.after.toLowerCase() },
      ]}
    />
  );
}

/** "Alva Andersson (NA25A)"; somebody who is not here yet is a new student. */
function whoOf({ name, className }: ShownDifference): string {
  return className === null ? (name ?? words.newcomer) : `${name ?? words.newcomer} (${className})`;
}

function What({ difference, files }: { difference: ShownDifference; files: number }) {
  const { file, row } = difference;
  const place = row === null ? '' : files > 1 ? words.rowIn(row, file ?? '') : words.row(row);
  return (
    <>
      {whatHappens(difference)} {place && <span class="ff-soft">{place}</span>}
    </>
  );
}
