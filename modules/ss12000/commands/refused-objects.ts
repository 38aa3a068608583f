import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ImportFile, ImportReport, Kind } from '../../import/index.ts';
import { lessonHeadings } from '../projecting/lesson-rows.ts';

/** The rows of a kind that were refused, as the file counts them: the headings are row 1. */
export function refusedRowNumbers(report: ImportReport, kind: Kind): readonly number[] {
  return report.kinds[kind].refused.map((refusal) => refusal.row);
}

const refAt = lessonHeadings.indexOf('Lektions-ID');

/**
 * The attendance whose rows were refused, found again in the file: it goes on waiting, so that it comes in when the
 * student or the lesson has been put right at the source.
 */
export async function refusedAttendance(
  files: readonly ImportFile[],
  report: ImportReport,
): Promise<readonly string[]> {
  const refused = new Set(refusedRowNumbers(report, 'narvaro'));
  const file = files.find(({ name }) => name === 'narvaro.csv');
  if (!file || refused.size === 0) return [];
  const ids: string[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file.path), crlfDelay: Infinity })) {
    number += 1;
    const id = refused.has(number) ? (line.split(';')[refAt] ?? '') : '';
    if (id !== '') ids.push(id);
  }
  return ids;
}

/** The objects of refused rows of a kind, by the order that the rows were written in. */
export function refusedObjects(
  report: ImportReport,
  kind: Kind,
  written: readonly (readonly string[])[],
): readonly string[] {
  return refusedRowNumbers(report, kind).flatMap((row) => written[row - 2] ?? []);
}
