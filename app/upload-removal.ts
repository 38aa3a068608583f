import { join } from 'node:path';
import type { Logger } from 'pino';
import { removeOldUploads } from '../modules/import/index.ts';
import type { Clock } from '../platform/server/clock.ts';

/** What the removal of old uploads needs. */
export interface UploadRemovalParts {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Logger;
}

const hourly = 3_600_000;

/** Removes, at once and then every hour, files that were sent a day ago and that nobody has read in: they are about persons. */
export function startUploadRemoval({ dataDir, clock, log }: UploadRemovalParts): { stop(): void } {
  const remove = (): void => {
    removeOldUploads(join(dataDir, 'uploads'), clock.now()).catch((error) => {
      log.error({ err: error }, 'old uploads could not be removed');
    });
  };
  remove();
  const timer = setInterval(remove, hourly);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
