import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { SchoolUnit } from '../../organisation/index.ts';
import type { Kind } from '../reading/file-kinds.ts';
import { type OpenedFile, rowsOf } from '../reading/opened-file.ts';
import type { Refusal, Warning } from '../reading/refusal.ts';
import { UnreadableFile } from '../reading/unreadable-file.ts';
import type { Refusals } from '../refusals.ts';
import type { Difference, DifferenceCounts } from '../rules/telling-differences.ts';
import { stopIfCancelled } from './cancellation.ts';

/**
 * How far a run has come with a kind. `share` of its files, 0–1; 1 while the database works; `done` when that is over.
 * Every kind of the run is told once at the beginning, with nothing read.
 */
export interface Progress {
  readonly kind: Kind;
  readonly share: number;
  readonly rows: number;
  readonly done?: boolean;
}

/** What each step of a run works with. */
export interface StepContext {
  readonly tx: Tx;
  readonly on: LocalDate;
  readonly files: readonly OpenedFile[];
  readonly refusals: Refusals;
  /** The units whose students the rows may be about; null is all. */
  readonly onlyUnits: readonly number[] | null;
  /** The organiser's units before the run made any. */
  readonly unitsBefore: readonly SchoolUnit[];
  /** Who reads the files in; null is the operator. */
  readonly actor: { readonly personId: number; readonly because: string } | null;
  readonly now: () => Date;
  onProgress(progress: Progress): void;
  /** Aborted when somebody cuts the run off. */
  readonly signal?: AbortSignal | undefined;
}

/** What a step came to; the refused rows are in the context. */
export interface StepResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly warnings: readonly Warning[];
  /** Rows by file name. */
  readonly rows: ReadonlyMap<string, number>;
  /** Students with something new. */
  readonly students: readonly number[];
  /** What changes about whom, to choose from what is told of the run. */
  readonly differences: readonly Difference[];
  /** How many there are of kinds of which only the largest were looked up. */
  readonly alike?: DifferenceCounts;
}

/** Reports how much of several files is read, by their size. */
export function progressOf(
  context: StepContext,
  kind: Kind,
): (file: OpenedFile, share: number, rows: number) => void {
  const total = context.files.reduce((sum, file) => sum + file.bytes, 0);
  return (current, share, rows) => {
    const before = context.files
      .slice(0, context.files.indexOf(current))
      .reduce((sum, file) => sum + file.bytes, 0);
    context.onProgress({ kind, rows, share: total === 0 ? 1 : (before + share * current.bytes) / total });
  };
}

/** Where a value that was read stands. */
export interface Place {
  readonly file: OpenedFile;
  readonly number: number;
  readonly cells: readonly string[];
}

/** Where a value stands, to be told: the file's name and the row's number. */
export function placeOf({ file, number }: Place): NonNullable<Difference['place']> {
  return { file: file.table.file, row: number };
}

/** What was read of a kind whose files are small enough to be held: the values, and where each stands. */
export interface ReadValues<T> {
  readonly values: readonly T[];
  readonly places: readonly Place[];
  readonly rows: ReadonlyMap<string, number>;
}

/**
 * Kinds that are held in memory may have so many rows in a run: all grades of twelve thousand students. What is longer is
 * sent in parts. Lessons are never held and may be any number.
 */
const mostHeld = 500_000;

/**
 * Reads all rows of a kind's files; what cannot be read goes to the refusals. The reader gets each row's place as a number.
 * A row for which it answers null is about something else and is not counted.
 */
export async function readAll<T extends object>(
  context: StepContext,
  kind: Kind,
  readerOf: (file: OpenedFile) => (cells: readonly string[], row: number) => T | Refusal | null,
): Promise<ReadValues<T>> {
  const values: T[] = [];
  const places: Place[] = [];
  const rows = new Map<string, number>();
  const progress = progressOf(context, kind);
  let held = 0;
  for (const file of context.files) {
    const read = readerOf(file);
    let count = 0;
    for await (const batch of rowsOf(file)) {
      for (const { number, cells } of batch.rows) {
        const answer = read(cells, places.length);
        if (answer === null) continue;
        count += 1;
        if (isRefusal(answer)) context.refusals.add(file.table.file, number, cells, answer);
        else {
          values.push(answer);
          places.push({ file, number, cells });
        }
      }
      held += batch.rows.length;
      if (held > mostHeld) throw new UnreadableFile('too-many-rows', file.table.file);
      progress(file, batch.share, count);
      stopIfCancelled(context.signal);
    }
    rows.set(file.table.file, count);
  }
  return { values, places, rows };
}

function isRefusal(answer: object): answer is Refusal {
  return 'says' in answer && 'column' in answer;
}

/** Counts what became of the values; those that contradict each other are refused with `twice`. */
export function settle(
  context: StepContext,
  outcomes: readonly {
    readonly row: number;
    readonly became: 'created' | 'updated' | 'unchanged' | 'contradicting';
  }[],
  places: readonly Place[],
  twice: Refusal,
): { created: number; updated: number; unchanged: number } {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const { row, became } of outcomes) {
    if (became !== 'contradicting') counts[became] += 1;
    else {
      const { file, number, cells } = places[row]!;
      context.refusals.add(file.table.file, number, cells, twice);
    }
  }
  return counts;
}
