import { importWords as words } from '../../../messages/sv/import.ts';
import { Actions, LinkButton, Panel, Table } from '../../../platform/web/components/index.ts';
import { number } from '../../../platform/web/format.ts';
import type { Run, RunReport, StoredRefusal } from '../queries/runs.ts';
import type { FileReport } from '../report.ts';
import { groupRefusals, type RefusedGroup, type Span } from './group-refusals.ts';
import { reasonAndAdvice } from './refusal-advice.ts';
import { sumOf } from './run-figures.tsx';

/** So many lines stand on the page; the rest are in the file. */
const shown = 50;

/** The refused rows: where, what stood there, why, and what to do; the rows to download under the file's own headings. */
export function RefusedPanel({
  run,
  report,
  refused,
}: {
  run: Run;
  report: RunReport;
  refused: readonly StoredRefusal[];
}) {
  const total = sumOf(report, 'refused');
  if (total === 0 || run.discarded || run.undone) return null;
  const groups = groupRefusals(refused, report.files);
  const rest = total - groups.slice(0, shown).reduce((sum, group) => sum + group.count, 0);
  const title = run.state === 'done' ? words.refused.titleAfter(total) : words.refused.title(total);
  const several = new Set(refused.map((row) => row.file)).size > 1;
  return (
    <Panel id="stoppade" title={title} aside={words.refused.aside} flush>
      <Table<RefusedGroup>
        caption={title}
        captionHidden
        fold
        top
        rows={groups.slice(0, shown)}
        columns={[
          {
            head: words.refused.row,
            rowHeader: true,
            cell: (group) => rowsOf(group, several),
            foldLabel: words.refused.row,
          },
          { head: words.refused.content, cell: contentOf, foldLabel: words.refused.content.toLowerCase() },
          {
            head: words.refused.reason,
            cell: ({ says }) => reasonAndAdvice(says).reason,
            foldLabel: words.refused.reason.toLowerCase(),
          },
          {
            head: words.refused.advice,
            cell: ({ says }) => reasonAndAdvice(says).advice,
            foldLabel: words.refused.advice.toLowerCase(),
          },
        ]}
      />
      {rest > 0 && <p class="ff-small ff-soft">{words.refused.more(rest)}</p>}
      <Actions>
        {report.files.map((file, index) => (
          <Download run={run} file={file} number={index} refused={refused} />
        ))}
      </Actions>
    </Panel>
  );
}

/** So many places are named; the rest are counted, and in the file. */
const namedSpans = 3;

function rowsOf({ file, spans, count }: RefusedGroup, several: boolean): string {
  const named = spans.slice(0, namedSpans);
  const rows = named.map(spanOf).join(', ');
  const more = count - named.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const all = spans.length > namedSpans ? words.refused.rowsAndMore(rows, more) : rows;
  return several ? `${file}: ${all}` : all;
}

/** A word joiner on either side of the dash, so that the line is not broken there. */
function spanOf({ first, last }: Span): string {
  return first === last ? number(first) : `${number(first)}\u2060–\u2060${number(last)}`;
}

function contentOf({ count, column, value }: RefusedGroup): string {
  const where = column ?? words.refused.wholeRow;
  if (count > 1) return words.refused.rows(count, where);
  return value === null ? where : `${where}: ${value === '' ? words.refused.empty : value}`;
}

function Download({
  run,
  file,
  number: index,
  refused,
}: {
  run: Run;
  file: FileReport;
  number: number;
  refused: readonly StoredRefusal[];
}) {
  if (!refused.some((row) => row.file === file.file)) return null;
  return (
    <LinkButton kind="2" small icon="download" href={`/import/${run.runId}/stoppade-rader.csv?fil=${index}`}>
      {words.refused.download(file.file)}
    </LinkButton>
  );
}
