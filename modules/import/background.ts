import type { Logger } from 'pino';
import { type Database, withOrganiser } from '../../platform/server/db.ts';
import { type ImportOptions, runImport } from './commands/run-import.ts';
import type { Progress } from './commands/step.ts';
import type { RunState } from './report.ts';
import { failRun } from './store.ts';

/** A run that goes on after the page that asked for it has been answered. */
export interface Job {
  readonly organiser: { readonly id: number; readonly name: string };
  readonly options: Omit<ImportOptions, 'organiser' | 'into' | 'onProgress'>;
  readonly runId: number;
  /** Called when it is over, whatever came of it. */
  readonly after: (state: RunState) => Promise<void>;
}

/** Runs under way in this process. */
export interface Background {
  /** Resolves when it is over, whatever came of it; a page need not wait. */
  start(job: Job): Promise<void>;
  /** How far a run has come; undefined when it is not under way here. */
  progress(runId: number): Progress | 'waiting' | undefined;
}

/** An empty set of runs. A run that breaks is written down as failed; nothing of it stands. */
export function backgroundRuns(db: Database, log: Logger): Background {
  const running = new Map<number, Progress | 'waiting'>();
  const work = async (job: Job): Promise<RunState> => {
    const onProgress = (progress: Progress): void => void running.set(job.runId, progress);
    const options = { ...job.options, organiser: job.organiser, into: job.runId, onProgress };
    return (await runImport(db, options)).state;
  };
  const givenUp = async (job: Job, error: unknown): Promise<RunState> => {
    log.error({ err: error, run: job.runId }, 'import failed');
    await withOrganiser(db, job.organiser.id, (tx) => failRun(tx, job.runId));
    return 'failed';
  };
  return {
    progress: (runId) => running.get(runId),
    start(job) {
      running.set(job.runId, 'waiting');
      return work(job)
        .catch((error) => givenUp(job, error))
        .then(job.after)
        .catch((error) => log.error({ err: error, run: job.runId }, 'import could not be ended'))
        .finally(() => running.delete(job.runId));
    },
  };
}
