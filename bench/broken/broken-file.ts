import type { Random } from '../../fixtures/generator/random.ts';
import { type Cells, type SoundFiles, soundKinds } from './sound-files.ts';

/** A file that was broken on purpose, and what may be known of it beforehand. */
export interface BrokenFile {
  readonly name: string;
  readonly content: Buffer;
  /** How many rows it has under its headings, where breaking it left that certain. */
  readonly rows?: number;
  /** `nothing`: it must be answered in words and not read. */
  readonly reads?: 'nothing';
}

/** What a way of breaking files works with. */
export interface Breaking {
  readonly random: Random;
  readonly sound: SoundFiles;
  /** One of the four tables, with its name. */
  readonly kind: (typeof soundKinds)[number];
  readonly table: Cells;
}

/** A way of breaking files: the kind's name in the table that is printed, and a file of it. */
export type Break = (breaking: Breaking) => BrokenFile;

/** What to break: a table drawn by lot. */
export function breakingOf(random: Random, sound: SoundFiles): Breaking {
  const kind = random.pick(soundKinds);
  return { random, sound, kind, table: sound.tables[kind] };
}

/** The table with some of its cells changed; the headings stay. `only`: in the columns with these headings alone. */
export function changed(
  { random, table }: Breaking,
  change: (cell: string) => string,
  only?: readonly string[],
): Cells {
  const [headings, ...rows] = table;
  const columns = headings!.flatMap((heading, at) => (!only || only.includes(heading) ? [at] : []));
  const hit = Math.max(1, Math.ceil(rows.length / 4));
  const copies = rows.map((row) => [...row]);
  for (let count = 0; count < hit && columns.length > 0; count++) {
    const row = random.pick(copies);
    const at = random.pick(columns);
    row[at] = change(row[at]!);
  }
  return [headings!, ...copies];
}
