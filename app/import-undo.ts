import { parseArgs } from 'node:util';
import { undoWords } from '../messages/sv/import-undo.ts';
import { type UndoneRun, undoRun } from '../modules/import/index.ts';
import { refreshSignals } from '../modules/signals/index.ts';
import { systemClock } from '../platform/server/clock.ts';
import { OperatorError } from '../platform/server/operator-error.ts';
import type { Io } from './command.ts';
import { organiserForImport } from './organiser-for-import.ts';
import { withDatabase } from './with-database.ts';

/** `./fullfolj import undo RUN`: undoes a run as a whole. Answers 0 when it is undone, 1 when it could not be. */
export async function importUndo(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { organiser: { type: 'string' }, data: { type: 'string' } },
  });
  const runId = Number(positionals[0]);
  if (!Number.isSafeInteger(runId) || runId < 1)
    throw new OperatorError('Vilken körning? Skriv ./fullfolj import undo NUMMER.');
  const answer = await withDatabase(io, { data: values.data, role: 'import' }, async (db) => {
    const organiser = await organiserForImport(db, values.organiser);
    if (!('id' in organiser)) throw new OperatorError('Det finns ingen sådan huvudman.');
    const { today, now } = systemClock;
    return undoRun(db, { organiser: organiser.id, runId, actor: null, on: today(), now, refreshSignals });
  });
  io.out(inWords(answer));
  return answer.undone ? 0 : 1;
}

function inWords(answer: UndoneRun): string {
  if (answer.undone) return undoWords.cli.undone(answer.persons);
  switch (answer.because) {
    case 'later-run':
      return undoWords.cli.later(answer.laterRun);
    case 'in-use':
      return undoWords.inUse;
    case 'merged':
      return undoWords.cli.merged;
    case 'parted':
      return undoWords.parted;
    case 'too-old':
      return undoWords.cli.tooOld;
    case 'nothing':
      return undoWords.cli.nothing;
  }
}
