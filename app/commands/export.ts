import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import {
  type ExportReason,
  exportReason,
  exportReasons,
  findStudent,
  type OnItsWay,
  takeOutOrganiser,
  takeOutStudent,
} from '../../modules/export/index.ts';
import type { Organiser } from '../../modules/organisation/index.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { type Database, withOrganiser } from '../../platform/server/db.ts';
import { OperatorError, systemErrorCode } from '../../platform/server/operator-error.ts';
import { chosenOrganiser } from '../chosen-organiser.ts';
import type { Io } from '../command.ts';
import { withDatabase } from '../with-database.ts';

/** For the list of commands. */
export const summary = 'Tar ut allt om en huvudman, eller om en elev, i öppna format.';

const reasonWords = Object.keys(exportReasons).join(', ');

/** For `--help`. */
export const help = `
./fullfolj export [--organiser NAMN] [--student PERSONNUMMER-ELLER-ID] [--to FIL]
                  [--with-protected] [--reason SKÄL] [--data MAPP] [--json]

Skriver en zip med allt som har lästs in eller skrivits: i de format som import läser, och som JSON. LÄSMIG.txt i den
säger vad varje fil är. Med --student blir det ett registerutdrag: en sida att skriva ut, och det eleven kan ta med sig.
Filen innehåller personuppgifter: förvara den som du förvarar databasen. Uttaget loggas, och eleverna ser det.

  --organiser NAMN   vilken huvudman, om databasen har flera
  --student ID       en elev, på personnummer eller Person-ID
  --to FIL           filen att skriva (annars fullfolj-DATUM.zip eller registerutdrag-DATUM.zip här)
  --with-protected   tar med personer med skyddade uppgifter; kräver --reason
  --reason SKÄL      varför: ${reasonWords}
  --data MAPP        var den inbyggda databasen ligger (annars ./data)
  --json             ett JSON-dokument: {"file","bytes","organiser","day","files":{"namn":rader},"leftOut":{"students","others"}}
`;

interface Wish {
  readonly organiser: string | undefined;
  readonly student: string | undefined;
  readonly to: string | undefined;
  readonly withProtected: boolean;
  readonly reason: ExportReason | null;
  readonly data: string | undefined;
  readonly json: boolean;
}

/** What was written, for the answer. */
interface Answer {
  readonly files: Readonly<Record<string, number>>;
  readonly leftOut: { readonly students: number; readonly others: number };
}

/** Writes the archive; a file with the name exists only once it is whole. */
export async function run(args: string[], io: Io): Promise<number> {
  const wish = readWish(args);
  const day = systemClock.today();
  const file = resolve(wish.to ?? `${wish.student === undefined ? 'fullfolj' : 'registerutdrag'}-${day}.zip`);
  const { organiser, answer } = await withDatabase(io, { data: wish.data, role: 'export' }, async (db) => {
    const chosen = await chosenOrganiser(db, wish.organiser);
    return { organiser: chosen.name, answer: await toFile(file, () => takeOut(db, chosen, wish, io), io) };
  });
  io.progress('');
  const { size: bytes } = await stat(file);
  if (wish.json) io.out(JSON.stringify({ file, bytes, organiser, day, ...answer }));
  else io.say(inWords(file, bytes, answer));
  return 0;
}

function readWish(args: string[]): Wish {
  const { values } = parseArgs({
    args,
    options: {
      organiser: { type: 'string' },
      student: { type: 'string' },
      to: { type: 'string' },
      'with-protected': { type: 'boolean', default: false },
      reason: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { organiser, student, to, data, json, 'with-protected': withProtected } = values;
  const reason = values.reason === undefined ? null : exportReason(values.reason);
  if (reason === undefined) throw new OperatorError(`Skälet går inte att läsa. Välj ett av: ${reasonWords}.`);
  if (withProtected && reason === null)
    throw new OperatorError(
      `Säg varför skyddade uppgifter ska med: --reason SKÄL, där SKÄL är ${reasonWords}.`,
    );
  return { organiser, student, to, withProtected, reason, data, json };
}

async function takeOut(
  db: Database,
  { organiserId: organiser, name }: Organiser,
  wish: Wish,
  io: Io,
): Promise<OnItsWay<Answer>> {
  const [today, now] = [systemClock.today(), systemClock.now()];
  const { reason, withProtected } = wish;
  const who = { organiser, actor: null, because: 'operator', reason, today, now };
  if (wish.student === undefined) {
    const choice = { units: null, student: null, withProtected };
    const onFile = (written: string) => io.progress(written);
    const { archive, done } = await takeOutOrganiser(
      db,
      { ...who, choice },
      { organiserName: name, unitNames: [], onFile },
    );
    return {
      archive,
      done: done.then(({ taken, files }) => ({
        files: Object.fromEntries(files.map(({ name: each, rows }) => [each, rows])),
        leftOut: { students: taken.leftOutStudents, others: taken.leftOutOthers },
      })),
    };
  }
  const student = await studentOf(db, organiser, wish);
  const choice = { units: null, student, withProtected };
  const { archive, done } = await takeOutStudent(db, { ...who, choice }, name);
  return { archive, done: done.then((files) => ({ files, leftOut: { students: 0, others: 0 } })) };
}

async function studentOf(db: Database, organiser: number, { student, withProtected }: Wish): Promise<number> {
  const found = await withOrganiser(db, organiser, (tx) =>
    findStudent(tx, student ?? '', systemClock.today()),
  );
  if (!found) throw new OperatorError('Ingen elev har det personnumret eller Person-ID:t.');
  if (found.isProtected && !withProtected)
    throw new OperatorError('Eleven har skyddade uppgifter. Lägg till --with-protected och --reason SKÄL.');
  return found.studentId;
}

async function toFile<T>(file: string, begin: () => Promise<OnItsWay<T>>, io: Io): Promise<T> {
  const partial = `${file}.ofullständig`;
  try {
    const { archive, done } = await begin();
    const [answer] = await Promise.all([done, received(archive, partial, io)]);
    await rename(partial, file);
    return answer;
  } catch (error) {
    await rm(partial, { force: true });
    throw failure(error, file);
  }
}

function received(archive: Readable, partial: string, io: Io): Promise<void> {
  return pipeline(archive, createWriteStream(partial, { mode: 0o600, flush: true }), { signal: io.stopping });
}

function failure(error: unknown, file: string): unknown {
  const code = systemErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new OperatorError(`Disken är full: ${file} kunde inte skrivas.`);
  if (code === 'EACCES' || code === 'ENOENT' || code === 'EROFS' || code === 'EISDIR')
    return new OperatorError(`Det går inte att skriva ${file}.`);
  if (code === 'ABORT_ERR') return new OperatorError('Uttaget avbröts. Ingen fil har skrivits.');
  return error;
}

function inWords(file: string, bytes: number, { files, leftOut }: Answer): string {
  const rows = Object.entries(files)
    .filter(([name]) => !name.startsWith('json/'))
    .reduce((sum, [, each]) => sum + each, 0);
  const size = (bytes / 1e6).toLocaleString('sv-SE', { maximumFractionDigits: 1 });
  const left = leftOut.students + leftOut.others;
  const hidden = left > 0 ? ` ${left} personer med skyddade uppgifter är inte med.` : '';
  return `${file}: ${rows.toLocaleString('sv-SE')} rader, ${size} MB.${hidden}`;
}
