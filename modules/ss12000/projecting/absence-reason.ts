import type { LocalDate } from '../../../platform/local-date.ts';
import type { AbsenceBody } from '../mirror/bodies.ts';
import { swedishTime } from './local-time.ts';
import type { ById } from './mirror-model.ts';

/** Leave is called as a file's word for it is; what was told beforehand as the standard calls it. */
const names: Readonly<Record<string, string>> = { 'beviljad ledighet': 'Ledighet' };

interface Told {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Why a student was away at a time, by the absences told beforehand; empty when none covers it. */
export type AbsenceReason = (student: string, day: LocalDate, minute: number) => string;

/** Looks absences up by student. Granted leave goes before what was only told. */
export function absenceReasons(absences: ById<AbsenceBody>): AbsenceReason {
  const there = [...absences.values()].filter((each) => !each.deleted);
  const byStudent = new Map<string, Told[]>();
  for (const { body } of there) {
    const [from, to] = [swedishTime(body.start), swedishTime(body.end)];
    if (!from || !to) continue;
    const reason = names[body.type.toLowerCase()] ?? body.type;
    const told = { from: key(from.day, from.minute), to: key(to.day, to.minute), reason };
    const known = byStudent.get(body.student);
    if (known) known.push(told);
    else byStudent.set(body.student, [told]);
  }
  return (student, day, minute) => {
    const at = key(day, minute);
    const covering = byStudent.get(student)?.filter((each) => each.from <= at && at < each.to) ?? [];
    return (covering.find((each) => each.reason === 'Ledighet') ?? covering[0])?.reason ?? '';
  };
}

function key(day: LocalDate, minute: number): string {
  return `${day} ${String(minute).padStart(4, '0')}`;
}
