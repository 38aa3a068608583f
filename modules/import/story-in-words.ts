import { storyWords as words } from '../../messages/sv/import-story.ts';
import { minutes, weekNumber } from '../../platform/web/format.ts';
import type { MissingReport } from './report.ts';
import type { MissingWeek } from './rules/missing-lessons.ts';
import { type DifferenceCounts, differenceKinds } from './rules/telling-differences.ts';

/** "312 byter klass", "2 avslutas": each kind that there are any of, most serious first. */
export function countsInWords(counts: DifferenceCounts): readonly string[] {
  return differenceKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [words.differences.counted[kind](count)] : [];
  });
}

/** A sentence for each unit that has something to tell; those where everybody is there are counted when they are many. */
export function missingInWords(units: readonly MissingReport[]): readonly string[] {
  const isWhole = (unit: MissingReport): boolean =>
    unit.compared === 'unit' && unit.missing === 0 && unit.absentClasses.length === 0;
  const told = units.filter((unit) => !isWhole(unit)).map(sentenceOf);
  const whole = units.filter(isWhole);
  if (whole.length === 0) return told;
  const [only] = whole;
  const rest =
    whole.length === 1 && only
      ? words.missing.allThere(only.unit, only.enrolled)
      : words.missing.otherUnits(whole.length);
  return [...told, rest];
}

function sentenceOf(unit: MissingReport): string {
  if (unit.named === 0) return words.missing.ofNobody(unit.unit, unit.enrolled);
  if (unit.compared === 'nothing') return words.missing.ofNothing(unit.unit, unit.named, unit.enrolled);
  if (unit.compared === 'classes') {
    const compared = words.missing.ofClasses(unit.unit, unit.named, unit.enrolled, unit.classes);
    return `${compared} ${words.missing.inClasses(unit.missing)}`;
  }
  const said = words.missing.ofUnit(unit.unit, unit.missing, unit.enrolled);
  return unit.absentClasses.length > 0 ? `${said} ${words.missing.absentClasses(unit.absentClasses)}` : said;
}

const mostWeeks = 10;

/** A sentence for each of the first weeks of which the files hold far less, and how many there are besides. */
export function missingWeeksInWords(weeks: readonly MissingWeek[]): readonly string[] {
  if (weeks.length === 0) return [];
  const said = weeks.slice(0, mostWeeks).map(({ unit, monday, inFiles, here, isPart }) => {
    const say = isPart ? words.missing.weekOfPart : words.missing.week;
    return say(unit, words.differences.week(weekNumber(monday)), minutes(inFiles), minutes(here));
  });
  const more = weeks.length > mostWeeks ? [words.missing.moreWeeks(weeks.length - mostWeeks)] : [];
  return [...said, ...more, words.missing.staysHere];
}
