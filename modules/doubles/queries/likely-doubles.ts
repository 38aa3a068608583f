import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { lessonsAtOnce } from '../../attendance/index.ts';
import {
  type AlikePair,
  alikePairs,
  type Judgement,
  judgeDoubles,
  type StaysBecause,
  type WholePerson,
  wholePersons,
  whoStays,
} from '../../people/index.ts';
import { type OutOfReach, outOfReach, type Reach } from '../rules/reach.ts';
import { type RowsOfPerson, rowsInAll, rowsOfPersons } from './rows-of-persons.ts';

/** One of the two, with how much there is about her. */
export interface Double extends WholePerson {
  readonly about: RowsOfPerson;
  readonly rows: number;
}

/** Two persons who are likely one, with what speaks for and against it. */
export interface Proposal extends Judgement {
  readonly stays: Double;
  readonly goes: Double;
  readonly because: StaysBecause;
  /** Either has a protected identity: nothing that names or places the two may be shown. */
  readonly isMasked: boolean;
  readonly outOfReach: OutOfReach | undefined;
}

/** So many pairs are held against each other: more than anybody goes through in a year. */
const mostPairs = 400;
/** Lessons so far back are held against each other. */
const lessonDays = 56;

/** The proposals that somebody of this reach sees, in the order that the persons were registered. */
export async function likelyDoubles(tx: Tx, reach: Reach, on: LocalDate): Promise<readonly Proposal[]> {
  return judged(tx, await alikePairs(tx, { most: mostPairs, onlyUnits: reach }), reach, on);
}

/** How many they are. */
export async function countDoubles(tx: Tx, reach: Reach, on: LocalDate): Promise<number> {
  const pairs = await alikePairs(tx, { most: mostPairs, onlyUnits: reach });
  const persons = await wholePersons(tx, idsOf(pairs), on);
  return pairs.filter((pair) => judge(pair, persons, []).likely).length;
}

/** The proposal of these two; undefined when they are not likely the same, or have been told apart, or are out of sight. */
export async function proposalOf(
  tx: Tx,
  { one, other }: AlikePair,
  reach: Reach,
  on: LocalDate,
): Promise<Proposal | undefined> {
  const pairs = await alikePairs(tx, { most: mostPairs, onlyUnits: reach });
  const asked = pairs.filter(
    (pair) => pair.one === Math.min(one, other) && pair.other === Math.max(one, other),
  );
  return (await judged(tx, asked, reach, on))[0];
}

async function judged(
  tx: Tx,
  pairs: readonly AlikePair[],
  reach: Reach,
  on: LocalDate,
): Promise<readonly Proposal[]> {
  const persons = await wholePersons(tx, idsOf(pairs), on);
  const likely = pairs.filter((pair) => judge(pair, persons, []).likely);
  const lessons = await lessonsAtOnce(tx, likely, addDays(on, -lessonDays));
  const rows = await rowsOfPersons(tx, idsOf(likely));
  return likely.map((pair) => {
    const [one, other] = [pair.one, pair.other].map((id) => {
      const about = rows.get(id)!;
      return { ...persons.get(id)!, about, rows: rowsInAll(about) };
    }) as [Double, Double];
    return {
      ...judge(pair, persons, lessons),
      ...whoStays(one, other),
      isMasked: one.protection !== 'none' || other.protection !== 'none',
      outOfReach: outOfReach(reach, [one, other]),
    };
  });
}

function judge(
  pair: AlikePair,
  persons: ReadonlyMap<number, WholePerson>,
  lessons: Awaited<ReturnType<typeof lessonsAtOnce>>,
): Judgement {
  const [one, other] = [persons.get(pair.one)!, persons.get(pair.other)!];
  const at = lessons.find((each) => each.one === pair.one && each.other === pair.other);
  const tied = one.tiedTo.includes(pair.other);
  return judgeDoubles(one, other, { sameLessons: at?.same ?? 0, clashingLessons: at?.clashing ?? 0, tied });
}

function idsOf(pairs: readonly AlikePair[]): readonly number[] {
  return [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
}
