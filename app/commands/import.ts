import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ImportReport, kinds, type Progress, runImport } from '../../modules/import/index.ts';
import { refreshSignals } from '../../modules/signals/index.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { OperatorError } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';
import { importInWords, kindWords } from '../import-in-words.ts';
import { importUndo } from '../import-undo.ts';
import { organiserForImport } from '../organiser-for-import.ts';
import { withDatabase } from '../with-database.ts';

/** For the list of commands. */
export const summary = 'Läser in skolans filer: elever, närvaro och betyg.';

/** For `--help`. */
export const help = `
./fullfolj import files MAPP [--dry-run] [--organiser NAMN] [--accept-large-change] [--data MAPP] [--json]
./fullfolj import undo KÖRNING [--organiser NAMN] [--data MAPP]

Läser in alla filer i mappen (eller en enda fil) som en enda körning: antingen allt eller inget. Vad en fil är syns på
dess rubriker, inte på namnet: elever, närvaro per lektion, närvaro per period, betyg. CSV eller text med semikolon,
komma eller tabb, Excel (.xlsx, blad för blad) och zip. Samma fil igen ändrar ingenting, och en rad som saknas tar inte bort något.

  --dry-run              visar vad som skulle hända och ändrar ingenting
  --organiser NAMN       vilken huvudman; finns den inte läggs den till (annars Min organisation i en tom databas)
  --accept-large-change  läser in även när ändringen är så stor att körningen annars stannar och frågar
  --data MAPP            var den inbyggda databasen ligger (annars ./data)
  --json                 ett JSON-dokument på standard ut; per slag {"created","updated","unchanged","refused","warnings"}

import undo ångrar en hel körning: allt den lade till tas bort, allt den ändrade blir som förut. Körningens nummer står i
adressen på dess sida och i --json. Den senaste ångras först.

Ctrl-C avbryter körningen: inget av den blir kvar.

Svarar 0 när filerna är inlästa eller visade, 1 när körningen stannade, avbröts eller inget gick att läsa.
`;

/** Imports the files of a folder; answers 0 when they are in (or shown), 1 when the run stopped, was cut off or nothing could be read. */
export async function run(args: string[], io: Io): Promise<number> {
  const [what, ...rest] = args;
  if (what === 'undo') return importUndo(rest, io);
  if (what !== 'files') {
    io.say(
      what === undefined
        ? help.trim()
        : `Det går inte att läsa in ${what}. Skriv ./fullfolj import files MAPP.\n\n${help.trim()}`,
    );
    return 2;
  }
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      organiser: { type: 'string' },
      'accept-large-change': { type: 'boolean', default: false },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const files = await filesIn(positionals);
  const report = await withDatabase(io, { data: values.data, role: 'import' }, async (db) =>
    runImport(db, {
      organiser: await organiserForImport(db, values.organiser),
      files,
      dryRun: values['dry-run'],
      actor: null,
      acceptLargeChange: values['accept-large-change'],
      on: systemClock.today(),
      now: systemClock.now,
      refreshSignals,
      into: null,
      onlyUnits: null,
      onProgress: throttled((progress) => io.progress(progressLine(progress))),
      signal: io.stopping,
    }),
  );
  io.progress('');
  if (values.json) io.out(JSON.stringify(jsonOf(report)));
  else io.out(importInWords(report));
  const anythingRead = report.files.some((file) => file.kind !== null);
  return report.state === 'stopped' || report.state === 'failed' || !anythingRead ? 1 : 0;
}

/** The files of the folders and the files named, by name; hidden ones and folders inside left out. */
async function filesIn(paths: readonly string[]): Promise<readonly { path: string; name: string }[]> {
  if (paths.length === 0) throw new OperatorError('Vilken mapp? Skriv ./fullfolj import files MAPP.');
  const found = await Promise.all(paths.map(filesAt));
  const files = found.flat();
  if (files.length === 0) throw new OperatorError('Mappen är tom. Lägg filerna i den och försök igen.');
  return files;
}

async function filesAt(path: string): Promise<readonly { path: string; name: string }[]> {
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) throw new OperatorError(`${path} finns inte.`);
  if (kind.isFile()) return [{ path, name: path.split(/[/\\]/).at(-1)! }];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).toSorted();
  const inside = names.map((name) => ({ path: join(path, name), name }));
  const kinds = await Promise.all(inside.map((file) => stat(file.path).catch(() => undefined)));
  return inside.filter((_, index) => kinds[index]?.isFile());
}

/** The report as the one stable document: per kind what became of its rows, and then the run as a whole. */
function jsonOf(report: ImportReport): object {
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, report.kinds[kind]]));
  const files = report.files.map(({ file, kind, rows, says }) => ({ file, kind, rows, says }));
  const { state, organiser, runId, students, weeks, period, checks, reconciliation, story } = report;
  const cancelled = report.cancelled !== undefined;
  const whole = { organiser, run: runId, students, weeks, period, checks, files, reconciliation };
  return { state, cancelled, ...byKind, ...whole, story };
}

function progressLine({ kind, share, rows, done }: Progress): string {
  if (done) return `${kindWords[kind]}: klart`;
  return share >= 1
    ? `${kindWords[kind]}: sparar`
    : `${kindWords[kind]}: ${Math.round(share * 100)} %, ${rows} rader`;
}

const betweenLinesMs = 200;

function throttled(show: (progress: Progress) => void): (progress: Progress) => void {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < betweenLinesMs) return;
    last = now;
    show(progress);
  };
}
