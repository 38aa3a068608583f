import { once } from 'node:events';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { refreshStatistics } from '../../../platform/server/refresh-statistics.ts';
import { type LessonFact, type WeekFacts, weekFacts } from '../rules/index.ts';
import * as store from '../store-weeks.ts';

/**
 * Computes the weeks noted by `touchWeeks` anew from their lessons and stores them: week by week, so that the memory
 * needed is one week's, whatever the period. The same pure function that tests and generator use (`weekFacts`).
 * Answers how many weeks there were, and those that became another.
 */
export async function refreshWeeks(
  tx: Tx,
  mondays: readonly LocalDate[],
): Promise<{ readonly weeks: number; readonly changed: readonly store.ChangedWeek[] }> {
  const copyIn = await store.openWeekStage(tx);
  for (const monday of mondays) {
    const lines = await computeWeek(tx, monday);
    const stream = tx.client.query(copyFrom(copyIn));
    for (const piece of lines) if (!stream.write(piece)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'finish');
  }
  const changed = await store.changedWeeks(tx);
  const weeks = await store.storeWeeks(tx);
  await refreshStatistics(tx, weeks, ['attendance.week']);
  return { weeks, changed };
}

const weeksPerPiece = 500;

async function computeWeek(tx: Tx, monday: LocalDate): Promise<readonly string[]> {
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const pieces: string[] = [];
  let piece = '';
  let inPiece = 0;
  let student = '';
  let lessons: LessonFact[] = [];
  const finish = (): void => {
    if (lessons.length === 0) return;
    piece += weekLine(tx.organiser, student, weekFacts(monday, lessons));
    inPiece += 1;
    if (inPiece < weeksPerPiece) return;
    pieces.push(piece);
    piece = '';
    inPiece = 0;
  };
  let rest = '';
  const stream = tx.client.query(copyTo(store.lessonsOfWeek(tx, monday, days[6]!)));
  for await (const buffer of stream as AsyncIterable<Buffer>) {
    const lines = (rest + buffer.toString('latin1')).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const cells = line.split('\t');
      if (cells[0] !== student) {
        finish();
        student = cells[0]!;
        lessons = [];
      }
      lessons.push(lessonOf(cells, days));
    }
  }
  finish();
  return [...pieces, piece];
}

/** The columns of `lessonsOfWeek`. */
function lessonOf(cells: readonly string[], days: readonly LocalDate[]): LessonFact {
  return {
    day: days[Number(cells[1])]!,
    startMinute: Number(cells[2]),
    minutes: Number(cells[3]),
    validMinutes: Number(cells[4]),
    invalidMinutes: Number(cells[5]),
    otherMinutes: Number(cells[6]),
    lateMinutes: Number(cells[7]),
    reported: cells[8] === '1',
    reasonKnown: cells[9] === '1',
    activityId: Number(cells[10]),
  };
}

/** The columns of `attendance.week` as COPY wants them, in the order of `openWeekStage`. */
function weekLine(organiser: number, student: string, week: WeekFacts): string {
  const truth = (value: boolean): string => (value ? 't' : 'f');
  return `${organiser}\t${student}\t${week.monday}\t${week.lessons}\t${week.reportedLessons}\t${week.absentLessons}\t${week.invalidLessons}\t${week.lateLessons}\t${week.offeredMinutes}\t${week.reportedMinutes}\t${week.validMinutes}\t${week.invalidMinutes}\t${week.otherMinutes}\t${week.episodesStarted}\t${truth(week.startsAbsent)}\t${truth(week.endsAbsent)}\t${week.schoolDays}\t${week.reportedDays}\t${week.wholeDaysAbsent}\t${week.unknownReasonDays}\t{${week.invalidByDay.join(',')}}\n`;
}
