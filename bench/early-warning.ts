import { parseArgs } from 'node:util';
import type { Io } from '../app/command.ts';
import { fullMix, simplifiedMix } from '../fixtures/generator/process.ts';
import type { SignalId } from '../modules/signals/rules/index.ts';
import { type Figures, figuresOf } from './early-warning-figures.ts';
import { judgeYear } from './early-warning-year.ts';
import { machineFacts } from './machine.ts';

/** For the list of benches. */
export const summary =
  'Ribba B5: vad N01 och hela närvarofamiljen hittar och missar under tre genererade läsår.';

/** Bar B5 of signals.md: at most or at least, for each set of signals. */
const bars = {
  healthyFlagged: { N01: 0.19, 'N01–N04': 0.27, most: true },
  detection: { N01: 0.98, 'N01–N04': null, most: false },
  latencyMedian: { N01: 6, 'N01–N04': 4, most: true },
  precision: { N01: 0.55, 'N01–N04': 0.49, most: false },
  alarms: { N01: 0.4, 'N01–N04': 0.45, most: true },
} as const;

const sets: Readonly<Record<'N01' | 'N01–N04', readonly SignalId[]>> = {
  N01: ['N01'],
  'N01–N04': ['N01', 'N02', 'N03', 'N04'],
};

const mixes = { förenklad: simplifiedMix, full: fullMix } as const;

/** One row of the answer: a year, a mix and a set of signals. */
export interface EarlyWarningRow {
  mix: keyof typeof mixes;
  seed: number;
  signals: keyof typeof sets;
  figures: Figures;
  /** Bars that are not met; empty when all are. */
  missed: readonly (keyof typeof bars)[];
}

/** Prints the figures of each year against their bars; answers 0 when all are met with the mix the bars were set with. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      students: { type: 'string', default: '10000' },
      seeds: { type: 'string', default: '1,2,3' },
      json: { type: 'boolean', default: false },
    },
  });
  const rows = measure(Number(values.students), values.seeds.split(',').map(Number), io);
  const met = rows.every((row) => row.mix === 'full' || row.missed.length === 0);
  if (values.json)
    io.out(JSON.stringify({ machine: machineFacts(), students: Number(values.students), met, rows }));
  else io.out(inWords(rows, Number(values.students), met));
  return met ? 0 : 1;
}

function measure(students: number, seeds: readonly number[], io: Io): EarlyWarningRow[] {
  const rows: EarlyWarningRow[] = [];
  for (const mix of Object.keys(mixes) as (keyof typeof mixes)[]) {
    for (const seed of seeds) {
      io.progress(`Läsår ${seed}, ${mix} blandning`);
      const year = judgeYear({ students, seed, start: '2025-08-18', weeks: 43 }, mixes[mix]);
      for (const signals of Object.keys(sets) as (keyof typeof sets)[]) {
        const figures = figuresOf(year, sets[signals]);
        rows.push({ mix, seed, signals, figures, missed: missedBars(signals, figures) });
      }
    }
  }
  io.progress('');
  return rows;
}

function missedBars(signals: keyof typeof sets, figures: Figures): (keyof typeof bars)[] {
  return (Object.keys(bars) as (keyof typeof bars)[]).filter((name) => {
    const bar = bars[name][signals];
    if (bar === null) return false;
    return bars[name].most ? figures[name] > bar : figures[name] < bar;
  });
}

function inWords(rows: readonly EarlyWarningRow[], students: number, met: boolean): string {
  const head = [
    'mix',
    'frö',
    'signaler',
    'friska',
    'svacka',
    'kroniska',
    'avbrott',
    'väntan',
    'p90',
    'förvarning',
    'precision',
    'larm',
    'ribba',
  ];
  const table = rows.map(({ mix, seed, signals, figures: f, missed }) => [
    mix,
    String(seed),
    signals,
    percent(f.healthyFlagged),
    percent(f.badPeriodFlagged),
    percent(f.chronicFound),
    percent(f.detection),
    `${f.latencyMedian} v`,
    `${f.latencyP90} v`,
    f.leadMedian === null ? '–' : `${f.leadMedian} v`,
    percent(f.precision),
    f.alarms.toFixed(2),
    missed.length === 0 ? 'klarad' : `missad: ${missed.join(', ')}`,
  ]);
  return [
    `Ribba B5, ${students} elever, ett läsår per frö. ${machineFacts()}`,
    '',
    ...columns([head, ...table]),
    '',
    'Ribba N01: friska högst 19 %, avbrott minst 98 %, väntan högst 6 v, precision minst 55 %, larm högst 0,40.',
    'Ribba N01–N04 som ett ärende: friska högst 27 %, väntan högst 4 v, precision minst 49 %, larm högst 0,45.',
    'Ribban sattes med den förenklade blandningen; den fulla visas för jämförelse. Larm är per 25 elever och skolvecka.',
    met ? 'Ribban är klarad.' : 'Ribban är inte klarad.',
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace('.', ',')} %`;
}

function columns(table: readonly (readonly string[])[]): string[] {
  const widths = table[0]!.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  return table.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}
