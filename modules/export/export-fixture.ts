import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { filesInZip } from '../../fixtures/read-zip.ts';
import { type Database, dangerouslyAcrossOrganisers } from '../../platform/server/db.ts';
import { type ImportReport, runImport } from '../import/index.ts';
import { createOrganiser } from '../organisation/index.ts';
import { refreshSignals } from '../signals/index.ts';
import { type OnItsWay, takeOutOrganiser, takeOutStudent } from './commands/take-out.ts';
import type { Choice } from './scope.ts';

/** The day on which the tests take things out. */
export const today = '2026-11-22';
const now = new Date(`${today}T07:00:00Z`);

/** Everything of the organiser. */
export const everything: Choice = { units: null, student: null, withProtected: false };

/** The files of an archive by name, as text. */
export type Files = ReadonlyMap<string, string>;

/** The archive as its receiver gets it. */
export async function received(sent: Promise<OnItsWay<unknown>>): Promise<Files> {
  const { archive, done } = await sent;
  const pieces: Uint8Array[] = [];
  for await (const piece of archive as AsyncIterable<Uint8Array>) pieces.push(piece);
  await done;
  const files = filesInZip(Buffer.concat(pieces));
  return new Map([...files].map(([name, content]) => [name, content.toString()]));
}

/** Takes everything that is chosen out, as the operator. */
export function takenOut(db: Database, organiser: number, choice: Choice = everything): Promise<Files> {
  return received(
    takeOutOrganiser(db, asked(organiser, choice), { organiserName: 'Testköping', unitNames: [] }),
  );
}

/** Takes the extract of a student out, as the operator. */
export function extractOf(db: Database, organiser: number, student: number): Promise<Files> {
  const choice = { units: null, student, withProtected: false };
  return received(takeOutStudent(db, asked(organiser, choice), 'Testköping'));
}

function asked(organiser: number, choice: Choice) {
  return { organiser, actor: null, because: 'operator', reason: 'own-check' as const, choice, today, now };
}

/** A new organiser without anything in it. */
export function emptyOrganiser(db: Database, name: string): Promise<number> {
  return dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name, kind: 'municipality', isDemonstration: false }),
  );
}

/** Reads texts in as files, as the command does; nothing may be refused. */
export async function readIn(db: Database, organiser: number, files: Files): Promise<ImportReport> {
  const folder = newFolder();
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return readFolder(
    db,
    organiser,
    [...files.keys()].map((name) => join(folder, name)),
  );
}

/** Reads files in by their paths. */
export function readFolder(db: Database, organiser: number, paths: readonly string[]): Promise<ImportReport> {
  return runImport(db, {
    organiser: { id: organiser, name: 'Testköping' },
    files: paths.map((path) => ({ path, name: path.split('/').at(-1)! })),
    dryRun: false,
    actor: null,
    acceptLargeChange: true,
    on: today,
    now: () => now,
    refreshSignals,
    into: null,
    onlyUnits: null,
  });
}

/** A folder that is removed after the file's last test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fullfolj-export-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The files that are read in again. */
export function readable(files: Files): Files {
  return new Map([...files].filter(([name]) => /^(elever|narvaro-.*|narvaro_summa|betyg)\.csv$/.test(name)));
}
