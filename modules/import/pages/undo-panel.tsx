import { undoWords as words } from '../../../messages/sv/import-undo.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { Button, Panel } from '../../../platform/web/components/index.ts';
import { dayLong, swedishDayOf } from '../../../platform/web/format.ts';
import { undoableDays } from '../commands/forget-old-runs.ts';
import type { Run } from '../queries/runs.ts';
import type { UndoState } from '../queries/undoable-run.ts';

/** What the panel shows. */
export interface UndoPanelProps {
  readonly run: Run;
  readonly undo: UndoState;
}

/** Undo the run as a whole, or why it cannot be done now. Two clicks: the second one undoes. */
export function UndoPanel({ run, undo }: UndoPanelProps) {
  if (run.state !== 'done' || run.finishedAt === null || undo.state === 'nothing') return null;
  return (
    <Panel id="angra" title={words.title}>
      {undo.state === 'can' ? (
        <CanUndo runId={run.runId} until={addDays(swedishDayOf(run.finishedAt), undoableDays)} />
      ) : (
        <p class="ff-small ff-soft">
          {undo.state === 'later-run' ? (
            <>
              {words.laterFirst} <a href={`/import/${undo.laterRun}`}>{words.laterRun}</a>.
            </>
          ) : (
            whyNot(undo.state)
          )}
        </p>
      )}
    </Panel>
  );
}

function whyNot(state: Exclude<UndoState['state'], 'can' | 'nothing' | 'later-run'>) {
  if (state === 'merged')
    return (
      <>
        {words.merged} <a href="/import/dubbletter#ihopslagna">{words.mergedWhere}</a>.
      </>
    );
  return state === 'parted' ? words.parted : words.tooOld(undoableDays);
}

function CanUndo({ runId, until }: { runId: number; until: LocalDate }) {
  return (
    <>
      <p class="ff-small ff-soft">
        {words.what} {words.until(dayLong(until))}
      </p>
      <details class="ff-plain">
        <summary>{words.open}</summary>
        <form action={`/import/${runId}/angra`} method="post">
          <Button kind="2">{words.button}</Button>
        </form>
      </details>
    </>
  );
}
