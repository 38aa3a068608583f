import { runDueSources, type SubscriptionParts } from '../modules/ss12000/index.ts';

const everyMinute = 60_000;

/**
 * Runs the sources whose time it is, beside the nightly evaluation: a source that is slow must not hold it up. One round
 * at a time in this process; two servers share the sources by their locks.
 */
export function startSourcePulls(parts: SubscriptionParts): { stop(): void } {
  let underWay = false;
  const round = async (): Promise<void> => {
    if (underWay) return;
    underWay = true;
    try {
      await runDueSources(parts);
    } catch (error) {
      parts.log.error({ err: error }, 'sources could not be run');
    } finally {
      underWay = false;
    }
  };
  const timer = setInterval(() => void round(), everyMinute);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
