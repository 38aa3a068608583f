import { parseArgs } from 'node:util';
import pino from 'pino';
import type { Io } from '../app/command.ts';
import { createServer } from '../app/server.ts';
import { startSession } from '../modules/identity/index.ts';
import { stoppedClock } from '../platform/server/clock.ts';
import { readConfig } from '../platform/server/config.ts';
import { withOrganiser } from '../platform/server/db.ts';
import { addEarlierYears, addYearsOfLog, type LargeOrganiser, largeOrganiser } from './large-organiser.ts';
import { machineFacts } from './machine.ts';
import { percentile } from './percentile.ts';
import { type Ask, readPages } from './readers.ts';
import { type Scratch, withScratch } from './scratch-database.ts';

/** For the list of benches. */
export const summary =
  'Svarstider för Mina elever, Elev och Elever med 10 000 elever, åtta läsare åt gången.';

const barMs = 40;
const barRatio = 1.3;
const readers = 8;

/** Prints p50 and p95 of the server's time for each page, with one and with four years of history; answers 0 when all bars are met. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      students: { type: 'string', default: '10000' },
      weeks: { type: 'string', default: '40' },
      requests: { type: 'string', default: '400' },
    },
  });
  const requests = Number(values.requests);
  return withScratch(io, async (scratch) => {
    io.out(
      `${machineFacts()}\n${scratch.server}, radsäkerhet på, ${readers} läsare åt gången, ${requests} anrop per sida`,
    );
    const order = { students: Number(values.students), weeks: Number(values.weeks) };
    const large = await largeOrganiser(scratch, io, order);
    await addYearsOfLog(scratch, io, 1);
    const first = await measure(scratch, large, requests);
    report(io, `${order.students} elever, ${large.lessons} lektioner och ett läsårs logg`, first);
    const lessons = await addEarlierYears(scratch, io, 3);
    await addYearsOfLog(scratch, io, 3);
    const second = await measure(scratch, large, requests);
    report(io, `samma elever, ${lessons} lektioner och fyra läsårs logg`, second);
    return verdict(io, first, second) ? 0 : 1;
  });
}

/** Server time of each answer, and the program's own processor time per answer, which other work on the machine does not change. */
interface PageTimes {
  readonly times: readonly number[];
  readonly processorMs: number;
}

type Times = ReadonlyMap<string, PageTimes>;

async function measure(scratch: Scratch, large: LargeOrganiser, requests: number): Promise<Times> {
  const server = await createServer({
    db: scratch.db,
    config: readConfig({}),
    port: 0,
    host: '127.0.0.1',
    log: pino({ level: 'silent' }),
    clock: stoppedClock(large.today),
    env: { FULLFOLJ_DEMONSTRATION: 'off' },
  });
  try {
    const cast = await castOf(scratch, large);
    const found = new Map<string, PageTimes>();
    for (const page of pages) {
      const asks = (count: number) => Array.from({ length: count }, (_, turn) => page.ask(cast, turn));
      await readPages(server.port, readers, asks(Math.min(80, requests)));
      const before = process.cpuUsage();
      const times = await readPages(server.port, readers, asks(requests));
      const { user, system } = process.cpuUsage(before);
      found.set(page.name, { times, processorMs: (user + system) / 1000 / times.length });
    }
    return found;
  } finally {
    await server.close();
  }
}

/** Who asks, each with a session's cookie: mentors with their students, and those who see the whole organiser, one for each reader. */
export interface BenchCast {
  readonly mentors: readonly { readonly cookie: string; readonly students: readonly number[] }[];
  readonly heads: readonly string[];
}

interface BenchPage {
  readonly name: string;
  readonly ask: (cast: BenchCast, turn: number) => Ask;
}

const pages: readonly BenchPage[] = [
  {
    name: 'Mina elever',
    ask: ({ mentors }, turn) => ({ path: '/mina-elever', cookie: mentors[turn % mentors.length]!.cookie }),
  },
  {
    name: 'Elev',
    ask: ({ mentors }, turn) => {
      const { cookie, students } = mentors[turn % mentors.length]!;
      return { path: `/elever/${students[turn % students.length]}`, cookie };
    },
  },
  {
    name: 'Elever',
    ask: ({ heads }, turn) => ({ path: '/elever', cookie: heads[turn % heads.length]! }),
  },
];

/** Sessions of fifty mentors and of eight who see the whole organiser. */
export async function castOf({ db }: Scratch, { organiser, today }: LargeOrganiser): Promise<BenchCast> {
  return withOrganiser(db, organiser, async (tx) => {
    const { rows } = await tx.client.query<{ mentor_id: number; students: number[] }>(
      `select mentor_id, array_agg(student_id order by student_id) as students from people.placement
       where mentor_id is not null group by mentor_id order by mentor_id limit 50`,
    );
    const heads = await tx.client.query<{ person_id: number }>(
      `with new as (insert into people.person (organiser_id, given_name, family_name)
         select $1::integer, 'Skol', 'Chef ' || n from generate_series(1, $2::integer) n returning person_id),
       duties as (insert into people.duty (organiser_id, person_id, role, title, starts)
         select $1::integer, person_id, 'head-of-education', 'skolchef', '2020-01-01' from new)
       select person_id from new`,
      [organiser, readers],
    );
    const session = async (personId: number) =>
      `fullfolj=${organiser}.${await startSession(tx, { personId, how: 'openid-connect', at: stoppedClock(today).now() })}`;
    const mentors = [];
    for (const row of rows) mentors.push({ cookie: await session(row.mentor_id), students: row.students });
    const cookies = [];
    for (const { person_id } of heads.rows) cookies.push(await session(person_id));
    return { mentors, heads: cookies };
  });
}

function report(io: Io, title: string, found: Times): void {
  io.progress('');
  io.out(title);
  for (const [name, { times, processorMs }] of found) {
    const figures = `p50 ${percentile(times, 50).toFixed(1)} ms, p95 ${percentile(times, 95).toFixed(1)} ms`;
    io.out(
      `  ${name.padEnd(12)} ${figures}, ${processorMs.toFixed(1)} ms processortid i programmet per svar`,
    );
  }
}

function verdict(io: Io, first: Times, second: Times): boolean {
  let met = true;
  for (const [name, { times }] of first) {
    const p95 = percentile(times, 95);
    const ratio = percentile(second.get(name)!.times, 50) / percentile(times, 50);
    const ok = p95 <= barMs && ratio <= barRatio;
    met &&= ok;
    const bars = `p95 ${p95.toFixed(1)} ms (≤ ${barMs}), ${ratio.toFixed(2)} × med fyra gånger så lång historik (≤ ${barRatio}, medianer)`;
    io.out(`${ok ? 'Nått' : 'Inte nått'}: ${name}, ${bars}`);
  }
  return met;
}
