import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/server/project-root.ts';

type Rows = ReadonlyMap<string, readonly string[]>;

const read = new Map<string, Rows>();

/** A file of `reference/`, by its first column; read once, at the first question. */
function table(file: string): Rows {
  const known = read.get(file);
  if (known) return known;
  const text = readFileSync(join(projectRoot(), 'modules', 'organisation', 'reference', file), 'utf8');
  const lines = text.trim().split('\n').slice(1);
  const rows = new Map(lines.map((line) => line.split(';')).map((cells) => [cells[0] ?? '', cells]));
  read.set(file, rows);
  return rows;
}

/**
 * The Swedish name of a programme, an orientation or an introductory programme by its study path code (studievägskod):
 * `SASAP` → "Samhällsvetenskap". An unknown code is answered as it stands: it is kept, never refused.
 */
export function programmeName(code: string): string {
  return programmeRow(code)?.[1] ?? code;
}

/** The code of the programme that an orientation belongs to, `SASAP` → `SA25`; a programme or an unknown code is its own. */
export function programmeOf(code: string): string {
  const row = programmeRow(code);
  return row?.[2] || (row?.[0] ?? code);
}

/** Whether the code names an introductory programme (IMA, IMS, IMV…, IMY and the older IM codes). */
export function isIntroductory(code: string): boolean {
  return /^IM[A-Z]/.test(code);
}

/** Introductory programmes carry suffixes (`IMVBAG`, `IMA00J`, the older `IMSPR`, `IMRBA`) that add nothing to the name. */
function programmeRow(code: string): readonly string[] | undefined {
  const rows = table('programmes.csv');
  return rows.get(code) ?? (isIntroductory(code) ? rows.get(code.slice(0, 3)) : undefined);
}

/**
 * The name of a course (Gy11) or subject level (Gy25) as the syllabus writes it: `ENGE2000X` → "Engelska nivå 2".
 * A language suffix (`MODY1000XFRA`) is read past; an unknown code is answered as it stands.
 */
export function courseName(code: string): string {
  return isDiplomaProject(code) ? 'Gymnasiearbete' : (courseRow(code)?.[1] ?? code);
}

/** `GYARNA` of Gy11, `GYARNA25` of Gy25: one for each programme, and in none of the tables. */
function isDiplomaProject(code: string): boolean {
  return /^GYAR[A-Z]{2}(25)?$/.test(code);
}

function courseRow(code: string): readonly string[] | undefined {
  const rows = table('courses.csv');
  return rows.get(code) ?? rows.get(code.replace(/X[A-Z]{3}$/, 'X'));
}

/** The short name of a municipality by its four-digit code: `0180` → "Stockholm". Undefined for a code that does not exist. */
export function municipalityName(code: string): string | undefined {
  return table('municipalities.csv').get(code)?.[1];
}

/** The Gy25 level that answers to a Gy11 course, where the tables of examination pair them; undefined where they do not. */
export function gy25LevelOf(gy11Code: string): string | undefined {
  return table('course-pairs.csv').get(gy11Code)?.[2];
}

/** The points of a course or subject level; undefined for an unknown code. A gymnasiearbete is 100 points. */
export function coursePoints(code: string): number | undefined {
  if (isDiplomaProject(code)) return 100;
  const points = Number(courseRow(code)?.[3]);
  return Number.isInteger(points) && points > 0 ? points : undefined;
}

/** Whether the code stands in the tables of courses and subject levels. Unknown codes are kept, never refused. */
export function isKnownCourse(code: string): boolean {
  return isDiplomaProject(code) || courseRow(code) !== undefined;
}

/** Whether the code stands in the table of programmes, orientations and introductory programmes. */
export function isKnownProgramme(code: string): boolean {
  return programmeRow(code) !== undefined;
}
