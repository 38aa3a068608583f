import type { Readable } from 'node:stream';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type Database, type Tx, withOrganiser } from '../../../platform/server/db.ts';
import { withSnapshot } from '../../../platform/server/snapshot.ts';
import { zipArchive } from '../../../platform/server/zip-archive.ts';
import { record } from '../../audit/index.ts';
import type { ExportReason } from '../reasons.ts';
import { type Choice, prepareScope, type Scope, scopeOf } from '../scope.ts';
import { writeExtract } from '../write-extract.ts';
import { type ExportLabels, type Written, writeOrganiser } from '../write-organiser.ts';

/** Who takes what out, and why she may. That she may has been asked. */
export interface TakeOut {
  readonly organiser: number;
  /** Null is the operator. */
  readonly actor: { readonly personId: number } | null;
  /** The code of the reason for which it is allowed (`becauseCode` of access). */
  readonly because: string;
  /** Why it is done; null when nobody has asked. */
  readonly reason: ExportReason | null;
  readonly choice: Choice;
  readonly today: LocalDate;
  readonly now: Date;
}

/** An archive on its way: `done` is answered when all of it is written, and rejects when it was broken off. */
export interface OnItsWay<T> {
  readonly archive: Readable;
  readonly done: Promise<T>;
}

/** Takes everything of the choice out as an archive that is sent while it is made. Logged before the first byte leaves: a file that is broken off half way has still gone out. */
export async function takeOutOrganiser(
  db: Database,
  asked: TakeOut,
  labels: ExportLabels,
): Promise<OnItsWay<Written>> {
  const scope = scopeOf(asked.organiser, asked.today, asked.choice);
  await withOrganiser(db, asked.organiser, (tx) => logTaken(tx, asked, scope));
  return sent(asked.today, (zip) =>
    withSnapshot(db, asked.organiser, (snapshot) => writeOrganiser(snapshot, scope, zip, labels)),
  );
}

/** Takes the register extract of one student out: everything about her, and what she may take with her. Answers the rows of each sheet. */
export async function takeOutStudent(
  db: Database,
  asked: TakeOut,
  organiserName: string,
): Promise<OnItsWay<Readonly<Record<string, number>>>> {
  if (asked.choice.student === null) throw new TypeError('whose extract?');
  const scope = scopeOf(asked.organiser, asked.today, asked.choice);
  await withOrganiser(db, asked.organiser, (tx) => logTaken(tx, asked, scope));
  return sent(asked.today, (zip) =>
    withSnapshot(db, asked.organiser, (snapshot) => writeExtract(snapshot, scope, zip, organiserName)),
  );
}

function sent<T>(today: LocalDate, write: (zip: ReturnType<typeof zipArchive>) => Promise<T>): OnItsWay<T> {
  const zip = zipArchive(new Date(`${today}T12:00:00Z`));
  const done = write(zip);
  done.catch((error: Error) => zip.stream.destroy(error));
  return { archive: zip.stream, done };
}

/** Every student who is in it sees on her page that it was taken out, and by whom. */
async function logTaken(tx: Tx, asked: TakeOut, scope: Scope): Promise<void> {
  const taken = await prepareScope(tx, scope);
  const { rows } = await tx.client.query<{ ids: number[] }>(
    `select coalesce(array_agg(s.person_id order by s.person_id), '{}') as ids from taken_student s
     where exists (select from people.enrolment e where e.organiser_id = ${scope.organiser} and e.student_id = s.person_id)`,
  );
  const one = scope.student !== null;
  record(tx, {
    actor: asked.actor,
    action: one ? 'export.student' : 'export.organiser',
    what: one ? 'Registerutdrag' : 'Alla uppgifter som filer',
    because: asked.because,
    subjects: rows[0]!.ids,
    detail: {
      reason: asked.reason,
      protected: scope.withProtected,
      ...(one
        ? {}
        : { students: taken.students, leftOut: taken.leftOutStudents, units: scope.units ?? 'all' }),
    },
    at: asked.now,
  });
}
