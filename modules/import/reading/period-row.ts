import type { LocalDate } from '../../../platform/local-date.ts';
import type { IncomingPeriodTotal } from '../../attendance/index.ts';
import type { FindStudent } from './find-student.ts';
import { periodSentences } from './period-sentences.ts';
import { dateSentences, readDate, readNumber } from './read-cells.ts';
import { type Refusal, together } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';

/** Reads one row of a `narvaro_summa` file; answers why not when it cannot. */
export type ReadPeriodRow = (cells: readonly string[], row: number) => IncomingPeriodTotal | Refusal;

const longest = 1_000_000;

/**
 * A reader of one `narvaro_summa` file: minutes, or hours, or percent of the teaching time where there are no minutes.
 * What share was reported comes from `Ej reg tid` or `Rapporterat (%)`; without either, all of it is taken for reported.
 * Refuses more absence than teaching, a period that ends before it begins, shares over 100 %.
 */
export function periodReader(row: RowCells, headings: number, find: FindStudent): ReadPeriodRow {
  const needed = [
    'starts',
    'ends',
    'offered',
    'offeredHours',
    'valid',
    'invalid',
    'validHours',
    'invalidHours',
  ];
  const least = 1 + Math.max(...needed.map(row.index));
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least);
    if (wrongLength) return wrongLength;
    const problems: Refusal[] = [];
    const refuse = (field: string, code: keyof typeof periodSentences): void =>
      void problems.push({ column: row.heading(field), code, says: periodSentences[code] });
    const figure = (field: string, most: number): number | null => {
      const value = readNumber(row.text(cells, field));
      if (value === undefined) refuse(field, 'not-a-number');
      else if (value !== null && value < 0) refuse(field, 'negative');
      else if (value !== null && value > most) refuse(field, most === 100 ? 'over-100-percent' : 'too-large');
      return value ?? null;
    };
    const minutes = (field: string): number | null => {
      const told = figure(field, longest);
      const hours = row.has(`${field}Hours`) && told === null ? figure(`${field}Hours`, longest) : null;
      return told ?? (hours === null ? null : hours * 60);
    };
    const day = (field: string): LocalDate => {
      const read = readDate(row.text(cells, field));
      if ('day' in read) return read.day;
      problems.push({ column: row.heading(field), code: read.problem, says: dateSentences[read.problem] });
      return '';
    };

    const student = find(row.text(cells, 'civic'), row.text(cells, 'source'));
    if (typeof student !== 'number') problems.push(student);
    const starts = day('starts');
    const ends = day('ends');
    if (starts && ends && ends < starts) refuse('ends', 'ends-before-start');
    const offered = minutes('offered');
    if (offered === null) refuse(row.has('offered') ? 'offered' : 'offeredHours', 'offered-missing');
    const part = (field: string): number => {
      const told = minutes(field);
      const share = told === null && row.has(`${field}Percent`) ? figure(`${field}Percent`, 100) : null;
      return Math.round(told ?? ((share ?? 0) / 100) * (offered ?? 0));
    };
    const valid = part('valid');
    const invalid = part('invalid');
    const other = Math.round(minutes('other') ?? 0);
    const attended = minutes('attended');
    const unreported = figure('unreportedPercent', 100);
    const reportedShare = unreported === null ? (figure('reportedPercent', 100) ?? 100) : 100 - unreported;
    const lessons = figure('lessons', longest);
    const all = Math.round(offered ?? 0);
    if (offered !== null && valid + invalid > all)
      refuse(row.has('invalid') ? 'invalid' : 'valid', 'absence-exceeds-teaching');
    else if (offered !== null && attended !== null && attended + valid + invalid > all + 1)
      refuse('attended', 'sum-exceeds-teaching');
    const refusal = together(problems);
    if (refusal || typeof student !== 'number') return refusal!;
    const reported = Math.round((all * reportedShare) / 100);
    return {
      row: number,
      studentId: student,
      starts,
      ends,
      groupName: row.text(cells, 'group'),
      courseCode: row.text(cells, 'course'),
      lessons: lessons === null ? null : Math.round(lessons),
      offered: all,
      reported,
      attended: Math.round(attended ?? Math.max(0, reported - valid - invalid - other)),
      valid,
      invalid,
      other,
    };
  };
}
