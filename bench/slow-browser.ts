import type { Browser, CDPSession } from 'playwright-core';

/** What one load of a page took. Bytes are as they came over the network, headers included. */
export interface SlowLoad {
  readonly firstContentMs: number;
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly requests: number;
}

const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const processorSlowdown = 4;

/** Opens an address once in a window of its own with nothing cached, on an old computer and a slow network. */
export async function slowly(browser: Browser, address: string, cookie: string): Promise<SlowLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: new URL(address).origin }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await watchTraffic(session);
    await session.send('Network.emulateNetworkConditions', slowNetwork);
    await session.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown });
    const answer = await page.goto(address, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200)
      throw new Error(`${new URL(address).pathname} answered ${answer?.status()}`);
    const firstContentMs = await page.evaluate(firstContent);
    return { firstContentMs, ...traffic() };
  } finally {
    await context.close();
  }
}

/** Run in the page: when its first content was painted, which may lie after the network has fallen silent. */
function firstContent(): Promise<number> {
  return new Promise((resolve) => {
    const watch = new PerformanceObserver((seen) => {
      const [painted] = seen.getEntriesByName('first-contentful-paint');
      if (painted) resolve(painted.startTime);
    });
    watch.observe({ type: 'paint', buffered: true });
  });
}

/** Counts what comes over the network from now on. */
async function watchTraffic(session: CDPSession): Promise<() => Omit<SlowLoad, 'firstContentMs'>> {
  const types = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  await session.send('Network.enable');
  return () => {
    const all = [...sizes];
    const sum = (of: typeof all) => of.reduce((total, [, size]) => total + size, 0);
    const scripts = all.filter(([id]) => types.get(id) === 'Script');
    return { bytes: sum(all), scriptBytes: sum(scripts), requests: all.length };
  };
}
