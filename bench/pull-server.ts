import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Io } from '../app/command.ts';
import type { SchoolOrder } from '../fixtures/generator/school.ts';
import { writeAttendance } from '../fixtures/generator/write-attendance.ts';
import { truths } from '../fixtures/generator/write-truth.ts';
import {
  type GeneratedSchool,
  generatedSchool,
  type SchoolObject,
  stableId,
  startReferenceServer,
} from '../fixtures/ss12000-server/index.ts';

/** What the source is made of, and where its facit is written. */
export interface ServerOrder {
  readonly school: SchoolOrder;
  readonly folder: string;
  readonly token: string;
}

/** Not a bench of its own: the source that `bench pull` pulls, in a process of its own. The order is JSON. */
export const summary = 'En påhittad källa i en egen process, som bench pull hämtar från.';

/** Serves until its input ends. A line of input is a time: one attendance in a hundred is changed then, and a new facit written. */
export async function run(args: string[], io: Io): Promise<number> {
  const { school, folder, token } = JSON.parse(args[0] ?? '') as ServerOrder;
  const made = generatedSchool(school);
  await mkdir(folder, { recursive: true });
  const days = made.organiser.days.map((day) => day.date);
  await writeFile(join(folder, 'facit.json'), JSON.stringify({ students: await facit(made, folder) }));
  const server = await startReferenceServer(made.data, { token });
  const counts = Object.fromEntries(Object.entries(made.data.lists).map(([name, list]) => [name, list.size]));
  io.out(JSON.stringify({ url: server.url, from: days[0], to: days.at(-1), counts }));
  for await (const at of createInterface({ input: process.stdin })) {
    const changed = change(made, at);
    await writeFile(join(folder, 'changed.json'), JSON.stringify({ students: sums(made) }));
    io.out(JSON.stringify({ changed }));
  }
  await server.close();
  return 0;
}

/** What the generator itself counts while it writes its files. */
async function facit({ organiser }: GeneratedSchool, folder: string) {
  const { sums } = await writeAttendance(organiser, folder, async () => {});
  return truths(organiser, sums).map(({ personId, minutes }) => ({
    source: stableId('person', personId),
    minutes,
  }));
}

const oneIn = 100;

/** Every hundredth attendance that is reported becomes absence of another sort; answers how many. */
function change({ data }: GeneratedSchool, at: string): number {
  const chosen = [...data.lists.attendances].filter((each, index) => index % oneIn === 0 && each.isReported);
  const meta = { created: at, modified: at };
  const changed = chosen.map((each) => {
    const minutes = (each.attendanceMinutes as number) + (each.validAbsenceMinutes as number);
    return { ...each, meta, attendanceMinutes: 0, validAbsenceMinutes: minutes };
  });
  data.put('attendances', changed);
  return changed.length;
}

/** The minutes of each student as the source has them. */
function sums({ data }: GeneratedSchool) {
  const found = new Map<string, Record<string, number>>();
  const number = (object: SchoolObject, field: string): number => (object[field] as number | undefined) ?? 0;
  for (const each of data.lists.attendances) {
    const event = data.lists.calendarEvents.get((each.calendarEvent as { id: string }).id)!;
    const source = (each.student as { id: string }).id;
    const own = found.get(source) ?? { offered: 0, reported: 0, attended: 0, valid: 0, invalid: 0, other: 0 };
    found.set(source, own);
    const lesson = number(event, 'teachingLengthStudent');
    own['offered']! += lesson;
    if (each.isReported !== true) continue;
    own['reported']! += lesson;
    own['attended']! += number(each, 'attendanceMinutes');
    own['valid']! += number(each, 'validAbsenceMinutes');
    own['invalid']! += number(each, 'invalidAbsenceMinutes');
    own['other']! += number(each, 'otherAttendanceMinutes');
  }
  return [...found].map(([source, minutes]) => ({ source, minutes }));
}
