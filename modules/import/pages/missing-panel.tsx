import { storyWords } from '../../../messages/sv/import-story.ts';
import { Actions, type Column, LinkButton, Panel, Table } from '../../../platform/web/components/index.ts';
import type { ShownMissing } from '../queries/missing-students.ts';
import type { Run, RunReport } from '../queries/runs.ts';
import { missingInWords, missingWeeksInWords } from '../story-in-words.ts';

const words = storyWords.missing;

/** So many of those who are missing stand on the page; all are in the file. */
export const missingShown = 50;

/** What the panel shows. */
export interface MissingPanelProps {
  readonly run: Run;
  readonly report: RunReport;
  readonly missing: readonly ShownMissing[];
}

/** Who is enrolled but stands in none of the files, and weeks of which the files hold far less. Nothing when nothing was compared. */
export function MissingPanel({ run, report, missing }: MissingPanelProps) {
  const units = (report.story?.missing ?? []).filter((unit) => unit.enrolled > 0);
  const weeks = missingWeeksInWords(report.story?.weeks ?? []);
  if (units.length + weeks.length === 0 || run.discarded || run.undone) return null;
  const total = units.reduce((sum, unit) => sum + unit.missing, 0);
  return (
    <Panel id="saknas" title={words.title} aside={total > 0 ? words.aside : undefined} flush={total > 0}>
      {missingInWords(units).map((sentence) => (
        <p class="ff-small">{sentence}</p>
      ))}
      {weeks.map((sentence) => (
        <p class="ff-small">{sentence}</p>
      ))}
      {missing.length > 0 && <MissingTable missing={missing} />}
      {total > missing.length && missing.length > 0 && (
        <p class="ff-small ff-soft">{words.more(total - missing.length)}</p>
      )}
      {missing.length > 0 && (
        <>
          <p class="ff-small ff-soft">{words.help}</p>
          <Actions>
            <LinkButton kind="2" small icon="download" href={`/import/${run.runId}/elever-som-saknas.csv`}>
              {words.download}
            </LinkButton>
          </Actions>
        </>
      )}
    </Panel>
  );
}

function MissingTable({ missing }: { missing: readonly ShownMissing[] }) {
  const several = new Set(missing.flatMap(({ unit }) => unit ?? [])).size > 1;
  const unit: Column<ShownMissing> = { head: words.unit, cell: ({ unit }) => unit ?? '' };
  return (
    <Table<ShownMissing>
      caption={words.list}
      captionHidden
      fold
      dense
      rows={missing}
      columns={[
        { head: words.student, rowHeader: true, cell: ({ name }) => name },
        {
          head: words.className,
          cell: ({ className }) => className ?? '',
          foldLabel: words.className.toLowerCase(),
        },
        ...(several ? [unit] : []),
      ]}
    />
  );
}
