import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Progress, runImport } from '../../modules/import/index.ts';
import { refreshSignals } from '../../modules/signals/index.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { OperatorError } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';
import { importAsJson } from '../import-as-json.ts';
import { importFromSource } from '../import-from-source.ts';
import { importInWords, kindWords } from '../import-in-words.ts';
import { importUndo } from '../import-undo.ts';
import { organiserForImport } from '../organiser-for-import.ts';
import { throttled } from '../throttled.ts';
import { withDatabase } from '../with-database.ts';

/** For the list of commands. */
export const summary = 'Läser in skolans filer: elever, närvaro och betyg.';

/** For `--help`. */
export const help = `
./fullfolj import files MAPP [--dry-run] [--organiser NAMN] [--accept-large-change] [--data MAPP] [--json]
./fullfolj import ss12000 --url ADRESS [--token NYCKEL] [--since TID] [--dry-run] [--organiser NAMN] [--json] …
./fullfolj import undo KÖRNING [--organiser NAMN] [--data MAPP]

Läser in alla filer i mappen (eller en enda fil) som en enda körning: antingen allt eller inget. Vad en fil är syns på
dess rubriker, inte på namnet: elever, närvaro per lektion, närvaro per period, betyg. CSV eller text med semikolon,
komma eller tabb, Excel (.xlsx, blad för blad) och zip. Samma fil igen ändrar ingenting, och en rad som saknas tar inte bort något.

  --dry-run              visar vad som skulle hända och ändrar ingenting
  --organiser NAMN       vilken huvudman; finns den inte läggs den till (annars Min organisation i en tom databas)
  --accept-large-change  läser in även när ändringen är så stor att körningen annars stannar och frågar
  --data MAPP            var den inbyggda databasen ligger (annars ./data)
  --json                 ett JSON-dokument på standard ut; per slag {"created","updated","unchanged","refused","warnings"}

import ss12000 hämtar från ett system som följer SS 12000 (2.0 eller 2.1): allt första gången, sedan det som är ändrat.
Avbryts hämtningen fortsätter den där den var, och inget som syns är ändrat förrän allt är hämtat.

  --url ADRESS           källans adress med versionen sist, som https://skola.example/v2.0
  --token NYCKEL         fast nyckel; hellre i FULLFOLJ_SS12000_TOKEN, så att den inte syns i listan över processer
  --client-id ID --token-url ADRESS [--scope ORD]   OAuth 2 med hemligheten i FULLFOLJ_SS12000_SECRET
  --cert FIL --key FIL [--ca FIL]                   klientcertifikat i PEM
  --since TID            hämta det som är ändrat efter tiden (2026-11-01 eller 2026-11-01T06:00:00Z)

import undo ångrar en hel körning: allt den lade till tas bort, allt den ändrade blir som förut. Körningens nummer står i
adressen på dess sida och i --json. Den senaste ångras först.

Ctrl-C avbryter körningen: inget av den blir kvar.

Svarar 0 när filerna är inlästa eller visade, 1 när körningen stannade, avbröts eller inget gick att läsa.
`;

/** Imports the files of a folder; answers 0 when they are in (or shown), 1 when the run stopped, was cut off or nothing could be read. */
export async function run(args: string[], io: Io): Promise<number> {
  const [what, ...rest] = args;
  if (what === 'undo') return importUndo(rest, io);
  if (what === 'ss12000') return importFromSource(rest, io);
  if (what !== 'files') {
    io.say(
      what === undefined
        ? help.trim()
        : `Det går inte att läsa in ${what}. Skriv ./fullfolj import files MAPP eller import ss12000 --url ADRESS.\n\n${help.trim()}`,
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
  if (values.json) io.out(JSON.stringify(importAsJson(report)));
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

function progressLine({ kind, share, rows, done }: Progress): string {
  if (done) return `${kindWords[kind]}: klart`;
  return share >= 1
    ? `${kindWords[kind]}: sparar`
    : `${kindWords[kind]}: ${Math.round(share * 100)} %, ${rows} rader`;
}
