import type { Logger } from 'pino';
import { type Database, withOrganiser } from '../../platform/server/db.ts';
import type { ImportOptions } from './commands/import-options.ts';
import { runImport } from './commands/run-import.ts';
import type { Progress } from './commands/step.ts';
import type { Kind } from './reading/file-kinds.ts';
import type { RunState } from './report.ts';
import { failRun } from './store.ts';

/** A run that goes on after the page that asked for it has been answered. */
export interface Job {
  readonly organiser: { readonly id: number; readonly name: string };
  readonly options: Omit<ImportOptions, 'organiser' | 'into' | 'onProgress' | 'signal'>;
  readonly runId: number;
  /** Called when it is over, whatever came of it. */
  readonly after: (state: RunState) => Promise<void>;
}

/** How far a run has come, kind by kind in the order they are read; nothing yet while it waits for another run. */
export type RunProgress = readonly Progress[];

/** Runs under way in this process. */
export interface Background {
  /** Resolves when it is over, whatever came of it; a page need not wait. */
  start(job: Job): Promise<void>;
  /** How far a run has come; undefined when it is not under way here. */
  progress(runId: number): RunProgress | undefined;
  /** Cuts a run off. False when it is not under way here, so that there is nothing to cut off. */
  cancel(runId: number, by: number): boolean;
}

interface Running {
  readonly kinds: Map<Kind, Progress>;
  readonly controller: AbortController;
}

/**
 * Lets one run of an organiser's go on at a time, in the order they came. They would wait for each other in the database
 * all the same, each with a connection that pages need. A run that is cut off waits for nobody.
 */
function lines(): (
  organiser: number,
  signal: AbortSignal,
  run: () => Promise<RunState>,
) => Promise<RunState> {
  const last = new Map<number, Promise<unknown>>();
  return async (organiser, signal, run) => {
    const before = last.get(organiser) ?? Promise.resolve();
    const cutOff = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    const own = Promise.race([before, cutOff]).then(run);
    const after = Promise.allSettled([before, own]);
    last.set(organiser, after);
    void after.then(() => last.get(organiser) === after && last.delete(organiser));
    return own;
  };
}

/** An empty set of runs. A run that breaks is written down as failed; nothing of it stands. */
export function backgroundRuns(db: Database, log: Logger): Background {
  const running = new Map<number, Running>();
  const inLine = lines();
  const work = async (job: Job, { kinds, controller }: Running): Promise<RunState> => {
    const onProgress = (progress: Progress): void => void kinds.set(progress.kind, progress);
    const { organiser, runId: into } = job;
    const options = { ...job.options, organiser, into, onProgress, signal: controller.signal };
    return inLine(organiser.id, controller.signal, async () => (await runImport(db, options)).state);
  };
  const givenUp = async (job: Job, error: unknown): Promise<RunState> => {
    log.error({ err: error, run: job.runId }, 'import failed');
    await withOrganiser(db, job.organiser.id, (tx) => failRun(tx, job.runId));
    return 'failed';
  };
  return {
    progress: (runId) => running.get(runId) && [...running.get(runId)!.kinds.values()],
    cancel(runId, by) {
      running.get(runId)?.controller.abort(by);
      return running.has(runId);
    },
    start(job) {
      const run = { kinds: new Map<Kind, Progress>(), controller: new AbortController() };
      running.set(job.runId, run);
      return work(job, run)
        .catch((error) => givenUp(job, error))
        .then(job.after)
        .catch((error) => log.error({ err: error, run: job.runId }, 'import could not be ended'))
        .finally(() => running.delete(job.runId));
    },
  };
}
