import { parseArgs } from 'node:util';
import type { Io } from '../app/command.ts';
import { Random } from '../fixtures/generator/random.ts';
import { decide } from '../law/index.ts';
import { examForecast } from '../modules/grades/rules/index.ts';
import { machineFacts } from './machine.ts';

/** For the list of benches. */
export const summary = 'Prognoser för examen, en för varje elev, med granskning av uppgifterna.';

/** Seconds that 10,000 forecasts may take, from facts as they come from outside to the verdict. */
const barSeconds = 1;
const on = '2026-11-22';

const kinds = ['vocational', 'preparatory'] as const;
const curricula = ['GY11', 'GY25'] as const;
const passes = ['E', 'E', 'D', 'C', 'B', 'A'] as const;
const common = {
  GY11: {
    vocational: ['SVESVE01', 'ENGENG05', 'MATMAT01a'],
    preparatory: ['SVESVE01', 'SVESVE02', 'SVESVE03', 'ENGENG05', 'ENGENG06', 'MATMAT01b'],
  },
  GY25: {
    vocational: ['SVEN1000X', 'ENGE1000X', 'MATE1A00X'],
    preparatory: ['SVEN1000X', 'SVEN2000X', 'SVEN3000X', 'ENGE1000X', 'ENGE2000X', 'MATE1B00X'],
  },
} as const;

/** Draws students, asks the rule about each and prints the time, the first question's included. Answers 0 when the bar is met. */
export async function run(args: string[], io: Io): Promise<number> {
  const options = {
    students: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  const figures = { machine: machineFacts(), ...measure(Number(values.students)) };
  const met = figures.seconds <= barSeconds;
  io.out(values.json ? JSON.stringify({ ...figures, met }) : inWords({ ...figures, met }));
  return met ? 0 : 1;
}

/** Only the questions are timed; the students are drawn some at a time, so that they do not burden the memory meanwhile. */
function measure(students: number) {
  const answers = { ok: 0, missing: 0, refused: 0, needRetakes: 0 };
  let milliseconds = 0;
  let processor = 0;
  for (let first = 0; first < students; first += 500) {
    const size = Math.min(500, students - first);
    const some = Array.from({ length: size }, (_, index) => drawFacts(new Random(1, first + index)));
    const from = performance.now();
    const used = process.cpuUsage();
    for (const facts of some) {
      const { verdict, value } = decide(examForecast, facts, on);
      answers[verdict]++;
      if (value?.retakes?.length) answers.needRetakes++;
    }
    milliseconds += performance.now() - from;
    const { user, system } = process.cpuUsage(used);
    processor += (user + system) / 1e6;
  }
  return { students, seconds: Math.round(milliseconds) / 1000, processor, ...answers };
}

/** A student somewhere in the three years, of ordinary or of weak results: some have all of their plan failed. */
function drawFacts(random: Random) {
  const curriculum = random.pick(curricula);
  const kind = random.pick(kinds);
  const done = random.weighted([
    [0.35, 1],
    [0.7, 1],
    [1, 2],
  ] as const);
  const weakness = random.weighted([
    [0.02, 70],
    [0.15, 25],
    [0.5, 4],
    [1, 1],
  ] as const);
  const planPoints = kind === 'vocational' ? 2800 : 2500;
  const grade = () =>
    !random.chance(done)
      ? null
      : random.chance(weakness)
        ? random.pick(['F', 'F', '-'])
        : random.pick(passes);
  const row = (code: string, group: string, points = 100) => ({ code, points, grade: grade(), group });
  const own = common[curriculum][kind].map((code) => row(code, 'common'));
  const results = [...own, row('GYARXX', 'diploma-project')];
  for (let left = planPoints - results.length * 100, at = 0; left > 0; at++) {
    const points = Math.min(left, random.pick([50, 100, 100, 100, 150, 200]));
    results.push(row(codeOf(curriculum, at), at < 6 ? 'programme' : 'specialisation', points));
    left -= points;
  }
  return { curriculum, kind, planPoints, results };
}

/** Subjects of three levels in Gy25, so that levels cover one another; courses in Gy11. */
function codeOf(curriculum: 'GY11' | 'GY25', at: number): string {
  const letter = String.fromCharCode(65 + Math.floor(at / 3));
  return curriculum === 'GY25' ? `AMN${letter}${1 + (at % 3)}000X` : `AMNAMN${letter}${1 + (at % 3)}`;
}

function inWords(figures: ReturnType<typeof measure> & { machine: string; met: boolean }): string {
  const { machine, students, seconds, processor, ok, missing, refused, needRetakes, met } = figures;
  return [
    `Prognoser för examen, ${students} elever. ${machine}`,
    `Tid: ${decimal(seconds)} s (ribba ${barSeconds} s), granskningen av uppgifterna inräknad. Processortid: ${decimal(processor)} s.`,
    `Uppfyllda ${ok}, pågår ${missing}, ej uppfyllda ${refused}; omläsning räcker för ${needRetakes}.`,
    met ? 'Ribban är klarad.' : 'Ribban är inte klarad.',
  ].join('\n');
}

function decimal(value: number): string {
  return value.toFixed(2).replace('.', ',');
}
