import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { evaluateGroup, type Signal } from '../engine/index.ts';
import { affectedClasses } from './affected-classes.ts';
import { engineSettings } from './engine-settings.ts';
import { factsOf } from './facts-of.ts';

/** A student's signals as of a day. */
export interface StudentSignals {
  readonly studentId: number;
  readonly signals: readonly Signal[];
}

/** The signals of every placed student as of `on`, class by class, computed and not kept: rows after `on` play no part. */
export async function* evaluateAll(tx: Tx, on: LocalDate): AsyncGenerator<StudentSignals> {
  const settings = await engineSettings(tx, on);
  for (const members of await affectedClasses(tx, 'all')) {
    const facts = await factsOf(tx, members, { on, yearStart: settings.calendar.yearStart });
    for (const [studentId, signals] of evaluateGroup(facts, on, settings)) yield { studentId, signals };
  }
}
