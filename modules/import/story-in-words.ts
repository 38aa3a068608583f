import { storyWords as words } from '../../messages/sv/import-story.ts';
import type { MissingReport } from './report.ts';
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
  if (unit.compared === 'nothing') return words.missing.ofNothing(unit.unit, unit.named, unit.enrolled);
  if (unit.compared === 'classes') {
    const compared = words.missing.ofClasses(unit.unit, unit.named, unit.enrolled, unit.classes);
    return `${compared} ${words.missing.inClasses(unit.missing)}`;
  }
  const said = words.missing.ofUnit(unit.unit, unit.missing, unit.enrolled);
  return unit.absentClasses.length > 0 ? `${said} ${words.missing.absentClasses(unit.absentClasses)}` : said;
}
