import type { IncomingPeriodTotal } from '../../attendance/index.ts';
import type { FindStudent } from './find-student.ts';
import { periodSentences } from './period-sentences.ts';
import { type Problems, problemsIn } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';

/** Reads one row of a `narvaro_summa` file; answers why not when it cannot. */
export type ReadPeriodRow = (cells: readonly string[], row: number) => IncomingPeriodTotal | Refusal;

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

/**
 * A reader of one `narvaro_summa` file: minutes, or hours, or percent of the teaching time where there are no minutes.
 * What share was reported comes from `Ej reg tid` or `Rapporterat (%)`; without either, all of it is taken for reported.
 * Refuses more absence than teaching, a period that ends before it begins, shares over 100 %.
 */
export function periodReader(row: RowCells, headings: number, find: FindStudent): ReadPeriodRow {
  const least = 1 + Math.max(...needed.map(row.index));
  const problems = problemsIn(row, periodSentences);
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least) ?? row.unfit(cells);
    if (wrongLength) return wrongLength;
    problems.clear();
    const student = find(row.text(cells, 'civic'), row.text(cells, 'source'));
    if (typeof student !== 'number') problems.add(student);
    const starts = problems.day(cells, 'starts', 'needed');
    const ends = problems.day(cells, 'ends', 'needed');
    if (starts && ends && ends < starts) problems.refuse('ends', 'ends-before-start');
    const minutes = readMinutes(row, cells, problems);
    const remove = row.has('remove') && problems.yes(cells, 'remove', 'remove-unknown');
    const refusal = problems.together();
    if (refusal || typeof student !== 'number' || !starts || !ends) return refusal!;
    const texts = { groupName: row.text(cells, 'group'), courseCode: row.text(cells, 'course') };
    return {
      row: number,
      studentId: student,
      starts,
      ends,
      ...texts,
      ...minutes,
      ...(remove ? { remove } : {}),
    };
  };
}

type Minutes = Pick<
  IncomingPeriodTotal,
  'lessons' | 'offered' | 'reported' | 'attended' | 'valid' | 'invalid' | 'other'
>;

function readMinutes(
  row: RowCells,
  cells: readonly string[],
  problems: Problems<keyof typeof periodSentences>,
): Minutes {
  const read = figureReader(row, cells, problems);
  const told = read.minutes('offered');
  if (told === null) problems.refuse(row.has('offered') ? 'offered' : 'offeredHours', 'offered-missing');
  const offered = Math.round(told ?? 0);
  const valid = read.part('valid', offered);
  const invalid = read.part('invalid', offered);
  const other = Math.round(read.minutes('other') ?? 0);
  const attended = read.minutes('attended');
  const reported = Math.round((offered * read.reportedPercent()) / 100);
  const lessons = read.figure('lessons');
  if (told !== null && valid + invalid > offered) {
    problems.refuse(row.has('invalid') ? 'invalid' : 'valid', 'absence-exceeds-teaching');
  } else if (told !== null && (attended ?? 0) + valid + invalid > offered + roundingMinutes) {
    problems.refuse('attended', 'sum-exceeds-teaching');
  }
  return {
    lessons: lessons === null ? null : Math.round(lessons),
    offered,
    reported,
    attended: Math.round(attended ?? Math.max(0, reported - valid - invalid - other)),
    valid,
    invalid,
    other,
  };
}

/** Hours with two decimals and percent with one do not add up to the minute. */
const roundingMinutes = 1;
const largest = 1_000_000;

function figureReader(
  row: RowCells,
  cells: readonly string[],
  problems: Problems<keyof typeof periodSentences>,
) {
  const isShare = (field: string): boolean => row.text(cells, field).endsWith('%');
  const figure = (field: string, most = largest): number | null => {
    const value = problems.number(cells, field, 'not-a-number');
    if (value !== null && value < 0) problems.refuse(field, 'negative');
    if (value !== null && value > most)
      problems.refuse(field, most === 100 ? 'over-100-percent' : 'too-large');
    return value;
  };
  const minutes = (field: string): number | null => {
    const told = isShare(field) ? null : figure(field);
    const hours = told === null ? figure(`${field}Hours`) : null;
    return told ?? (hours === null ? null : hours * 60);
  };
  return {
    figure,
    minutes,
    /** Minutes, or the share of the teaching time, also where the cell itself says so with a percent sign; nothing told is none. */
    part(field: string, offered: number): number {
      const told = minutes(field);
      const percent = told === null ? figure(isShare(field) ? field : `${field}Percent`, 100) : null;
      return Math.round(told ?? ((percent ?? 0) / 100) * offered);
    },
    reportedPercent(): number {
      const unreported = figure('unreportedPercent', 100);
      return unreported === null ? (figure('reportedPercent', 100) ?? 100) : 100 - unreported;
    },
  };
}
