import { storyWords } from '../../../messages/sv/import-story.ts';
import { dayLong, minutes, weekNumber } from '../../../platform/web/format.ts';
import type { ShownDifference } from '../queries/differences.ts';
import { type DifferenceCounts, type DifferenceKind, differenceKinds } from '../rules/telling-differences.ts';
import { countsInWords } from '../story-in-words.ts';

const words = storyWords.differences;

/** What happens: "byter klass", "annat betyg i Matematik nivå 1"; of a protected student without what would place them. */
export function whatHappens({ kind, what, unit }: ShownDifference): string {
  const about = kind === 'new-at-unit' ? unit : isWeekly(kind) && what ? words.week(weekNumber(what)) : what;
  if (about === null && kind in words.masked) return words.masked[kind as keyof typeof words.masked];
  return words.kinds[kind](about ?? '');
}

/** How it was, in words; empty where there is nothing to tell. */
export function wordsBefore(difference: ShownDifference): string {
  const { kind, before, masked } = difference;
  if (masked) return '';
  if (kind === 'ended') return before === null ? words.untilFurther : words.lastDay(dayLong(before));
  return valueWords(kind, before);
}

/** How it is now, in words. */
export function wordsAfter(difference: ShownDifference): string {
  const { kind, after, masked } = difference;
  if (masked) return '';
  if (kind === 'ended') return after === null ? '' : words.lastDay(dayLong(after));
  if (kind === 'grade-removed' && after === null) return words.noGrade;
  if (kind === 'mentor' && after === null) return words.newMentor;
  if (kind === 'programme' && after === null) return words.noProgramme;
  if (kind === 'class' && after === null) return words.noClass;
  return valueWords(kind, after);
}

/** "Utöver listan: 312 byter klass": the kinds of which more happen than are listed; undefined when all are. */
export function restInWords(
  counts: DifferenceCounts,
  shown: readonly Pick<ShownDifference, 'kind'>[],
): string | undefined {
  const rest = differenceKinds.map((kind) => {
    const listed = shown.filter((each) => each.kind === kind).length;
    return [kind, (counts[kind] ?? 0) - listed] as const;
  });
  const parts = countsInWords(Object.fromEntries(rest));
  return parts.length > 0 ? words.rest(parts) : undefined;
}

const isWeekly = (kind: DifferenceKind): boolean => kind === 'absence' || kind === 'lessons-removed';

function valueWords(kind: DifferenceKind, value: string | null): string {
  if (value === null) return '';
  if (kind === 'absence') return minutes(Number(value));
  if (kind === 'lessons-removed') return words.lessons(Number(value));
  if (kind === 'civic-number') return words.numbers[value as keyof typeof words.numbers] ?? '';
  return value;
}
