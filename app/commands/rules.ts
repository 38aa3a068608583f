import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { askBook, citation } from '../../law/index.ts';
import { asMarkdown } from '../../modules/rule-book/rules/index.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { projectRoot } from '../../platform/server/project-root.ts';
import type { Io } from '../command.ts';
import { book } from '../rule-book.ts';
import { rulePlaces } from '../rule-places.ts';

/** For the list of commands. */
export const summary = 'Lagens regler: listar dem och svarar på frågor till dem.';

/** For `--help`. */
export const help = `
./fullfolj rules list [ORD …] [--json | --markdown]
./fullfolj rules evaluate < FRÅGOR

list visar reglerna med paragraf; ORD väljer dem som har orden. --markdown skriver det som står i docs/rules.md.

evaluate läser en fråga per rad och skriver ett svar per rad, i samma ordning, som JSON:
  {"id":…,"rule":"study-plan/deadline","on":"2026-11-22","facts":{…}}
  {"id":…,"rule":…,"verdict":"ok|missing|refused","value":…,"version":…,"reasons":[{"code","says","basis","verified"}]}
Utan "on" gäller frågan i dag. En okänd regel eller uppgift besvaras också.
`;

/** Lists the rules or answers questions to them; answers 0. */
export async function run(args: string[], io: Io): Promise<number> {
  const [what, ...rest] = args;
  if (what === 'evaluate') return evaluate(rest, io);
  if (what === 'list') return list(rest, io);
  io.say(help.trim());
  return 2;
}

function list(args: string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, markdown: { type: 'boolean', default: false } },
  });
  if (values.markdown) {
    io.out(asMarkdown(book, rulePlaces(projectRoot())));
    return 0;
  }
  const wanted = (text: string) =>
    positionals.every((word) => text.toLowerCase().includes(word.toLowerCase()));
  const rules = book.rules.map(({ id, sentence, versions }) => ({
    id,
    sentence,
    versions: versions.map(({ inForce, basis }) => ({ ...inForce, basis: basis.map(citation) })),
  }));
  const found = rules.filter((rule) => wanted(JSON.stringify(rule)));
  if (values.json) io.out(JSON.stringify(found));
  else
    for (const { id, sentence, versions } of found)
      io.out(`${id}\n  ${sentence}\n  ${versions.at(-1)?.basis.join(', ')}`);
  return 0;
}

/** How many answers are written at a time: a line at a time is a system call each. */
const batch = 200;

async function evaluate(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: { json: { type: 'boolean' } } });
  const today = systemClock.today();
  let answers: string[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    answers.push(answerTo(line, today));
    if (answers.length < batch) continue;
    io.out(answers.join('\n'));
    answers = [];
  }
  if (answers.length) io.out(answers.join('\n'));
  return 0;
}

function answerTo(line: string, today: string): string {
  const question = parsed(line);
  if (!question)
    return JSON.stringify({ verdict: 'missing', value: null, version: null, reasons: [notJson] });
  const { id, rule, on = today, facts } = question;
  const answer = askBook(book, { rule, facts, on: typeof on === 'string' ? on : '' });
  return JSON.stringify({ ...(id === undefined ? {} : { id }), rule, on, ...answer });
}

const notJson = {
  code: 'not-understood',
  says: 'Raden är inget JSON-objekt. Skriv {"rule":…,"on":…,"facts":{…}} på en rad.',
  basis: [],
  verified: true,
};

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
