import type { Io } from '../app/command.ts';
import { type ForOrganiser, runImport } from '../modules/import/index.ts';
import { refreshSignals } from '../modules/signals/index.ts';
import { closeDatabase, openDatabase } from '../platform/server/db.ts';

/** Which files to import into which database. */
export interface ImportOrder {
  readonly url: string;
  readonly organiser: ForOrganiser;
  readonly paths: readonly string[];
  readonly on: string;
}

/** What an import came to: seconds (signals apart), the most memory that its process has had, and lessons. */
export interface MeasuredImport {
  readonly seconds: number;
  readonly signalSeconds: number;
  readonly megabytes: number;
  readonly created: number;
  readonly unchanged: number;
}

/** Not a bench of its own: the part of `bench import` that is measured in a process of its own. The order is JSON. */
export const summary = 'En inläsning i en egen process, som bench import mäter.';

/** Imports as the order says and prints what was measured as JSON. */
export async function run(args: string[], io: Io): Promise<number> {
  io.out(JSON.stringify(await importMeasured(JSON.parse(args[0] ?? '') as ImportOrder)));
  return 0;
}

async function importMeasured({ url, organiser, paths, on }: ImportOrder): Promise<MeasuredImport> {
  const db = openDatabase(url, 2);
  let signals = 0;
  const from = performance.now();
  const report = await runImport(db, {
    organiser,
    files: paths.map((path) => ({ path })),
    dryRun: false,
    actor: null,
    acceptLargeChange: true,
    on,
    now: () => new Date(),
    into: null,
    onlyUnits: null,
    refreshSignals: async (tx, what) => {
      const begun = performance.now();
      await refreshSignals(tx, what);
      signals = performance.now() - begun;
    },
  });
  const whole = performance.now() - from;
  await closeDatabase(db);
  const { created, unchanged } = report.kinds.narvaro;
  return {
    seconds: (whole - signals) / 1000,
    signalSeconds: signals / 1000,
    // In kilobytes of 1,024 on every system that Node runs on.
    megabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1_000_000),
    created,
    unchanged,
  };
}
