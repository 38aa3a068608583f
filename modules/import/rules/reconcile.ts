/** Minutes of lessons as a source says them and as they stand here. */
export interface Compared {
  readonly source: Minutes;
  readonly stored: Minutes;
}

interface Minutes {
  readonly offered: number;
  readonly reported: number;
  readonly absent: number;
}

/**
 * How two accounts of the same students' minutes agree. `more`: all of the source is here, and lessons that it does not
 * hold besides (read in earlier). `less`: something that the source says is not here. `other`: as many minutes of lessons,
 * but not as many reported or absent.
 */
export type Agreement = 'same' | 'more' | 'less' | 'other';

/** Holds the source's minutes against those that stand here. */
export function agreementOf({ source, stored }: Compared): Agreement {
  const differences = [
    stored.offered - source.offered,
    stored.reported - source.reported,
    stored.absent - source.absent,
  ];
  if (differences.every((difference) => difference === 0)) return 'same';
  if (differences.some((difference) => difference < 0)) return differences[0] === 0 ? 'other' : 'less';
  return differences[0] === 0 ? 'other' : 'more';
}

/** All minutes of several weeks together. */
export function summed(weeks: readonly Compared[]): Compared {
  const sum = (pick: (week: Compared) => number): number =>
    weeks.reduce((total, week) => total + pick(week), 0);
  const minutes = (which: 'source' | 'stored'): Minutes => ({
    offered: sum((week) => week[which].offered),
    reported: sum((week) => week[which].reported),
    absent: sum((week) => week[which].absent),
  });
  return { source: minutes('source'), stored: minutes('stored') };
}
