import { parseArgs } from 'node:util';
import pino from 'pino';
import { type Browser, chromium } from 'playwright-core';
import type { Io } from '../app/command.ts';
import { createServer } from '../app/server.ts';
import { stoppedClock } from '../platform/server/clock.ts';
import { readConfig } from '../platform/server/config.ts';
import { OperatorError } from '../platform/server/operator-error.ts';
import { findBrowser } from '../scripts/test/find-browser.ts';
import { largeOrganiser } from './large-organiser.ts';
import { machineFacts } from './machine.ts';
import { castOf } from './pages.ts';
import { percentile } from './percentile.ts';
import { withScratch } from './scratch-database.ts';
import { type SlowLoad, slowly } from './slow-browser.ts';

/** For the list of benches. */
export const summary =
  'Första innehållet och antalet byte för Mina elever, Elev och Elever på långsam dator och långsamt nät.';

const bars = { firstContentMs: 1_200, bytes: 70_000, scriptBytes: 20_000 };

/** The medians of one page's loads. */
interface PageFigures extends SlowLoad {
  readonly name: string;
}

/** Prints time to first content, all bytes and the bytes of script for each page; answers 0 when all bars are met. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      students: { type: 'string', default: '10000' },
      weeks: { type: 'string', default: '40' },
      loads: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const order = { students: Number(values.students), weeks: Number(values.weeks) };
  const figures = await measureAll(io, order, Number(values.loads));
  const met = figures.every(isMet);
  if (values.json) io.out(JSON.stringify({ machine: machineFacts(), ...order, met, pages: figures }));
  else io.out(inWords(figures, order, met));
  return met ? 0 : 1;
}

async function measureAll(
  io: Io,
  order: { readonly students: number; readonly weeks: number },
  loads: number,
): Promise<PageFigures[]> {
  const executablePath = await findBrowser(io.say);
  if (!executablePath)
    throw new OperatorError('Ingen webbläsare finns. Installera Chromium eller ange den i CHROMIUM_PATH.');
  return withScratch(io, async (scratch) => {
    const large = await largeOrganiser(scratch, io, order);
    const server = await createServer({
      db: scratch.db,
      config: readConfig({}),
      port: 0,
      host: '127.0.0.1',
      log: pino({ level: 'silent' }),
      clock: stoppedClock(large.today),
      env: { FULLFOLJ_DEMONSTRATION: 'off' },
    });
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    try {
      const { mentors, heads } = await castOf(scratch, large);
      const { cookie, students } = mentors[0]!;
      const pages = [
        { name: 'Mina elever', path: '/mina-elever', cookie },
        { name: 'Elev', path: `/elever/${students[0]}`, cookie },
        { name: 'Elever', path: '/elever', cookie: heads[0]! },
      ];
      const found: PageFigures[] = [];
      for (const page of pages)
        found.push(await measure(io, browser, `http://localhost:${server.port}`, page, loads));
      return found;
    } finally {
      await browser.close();
      await server.close();
    }
  });
}

async function measure(
  io: Io,
  browser: Browser,
  url: string,
  { name, path, cookie }: { readonly name: string; readonly path: string; readonly cookie: string },
  loads: number,
): Promise<PageFigures> {
  const found: SlowLoad[] = [];
  for (let load = 0; load < loads; load++) {
    io.progress(`${name}, ${load + 1} av ${loads}`);
    found.push(await slowly(browser, `${url}${path}`, cookie));
  }
  io.progress('');
  const median = (figure: keyof SlowLoad) =>
    percentile(
      found.map((load) => load[figure]),
      50,
    );
  return {
    name,
    firstContentMs: Math.round(median('firstContentMs')),
    bytes: median('bytes'),
    scriptBytes: median('scriptBytes'),
    requests: median('requests'),
  };
}

function isMet(page: PageFigures): boolean {
  return (Object.keys(bars) as (keyof typeof bars)[]).every((bar) => page[bar] <= bars[bar]);
}

function inWords(
  pages: readonly PageFigures[],
  order: { readonly students: number; readonly weeks: number },
  met: boolean,
): string {
  const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1).replace('.', ',')} kB`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2).replace('.', ',')} s`;
  const lines = pages.map(
    (page) =>
      `${isMet(page) ? 'Nått' : 'Inte nått'}: ${page.name.padEnd(12)} första innehåll ${seconds(page.firstContentMs)}, ` +
      `${kilo(page.bytes)} i ${page.requests} svar, varav skript ${kilo(page.scriptBytes)}`,
  );
  return [
    machineFacts(),
    `${order.students} elever, ${order.weeks} veckor. Chromium med tom cache: processorn fyra gånger långsammare, 1,6 Mbit/s, 150 ms.`,
    ...lines,
    `Ribbor: första innehåll högst ${seconds(bars.firstContentMs)}, högst ${kilo(bars.bytes)} i allt, högst ${kilo(bars.scriptBytes)} skript.`,
    met ? 'Ribban är klarad.' : 'Ribban är inte klarad.',
  ].join('\n');
}
