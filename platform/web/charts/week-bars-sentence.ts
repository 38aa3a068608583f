import { joined, percent } from '../format.ts';
import type { WebWords } from '../words.ts';
import { isCounted, type WeekBar } from './week-bars-geometry.ts';

/** What the picture says, for those who do not see it: the weeks, the highest, weeks without figures, the limit. */
export function weekBarsSentence(
  weeks: readonly WeekBar[],
  caption: string,
  words: WebWords,
  limit?: string,
): string {
  return [
    `${caption}.`,
    ...figures(weeks, words),
    ...emptyWeeks(weeks, words),
    limit && words.limitSentence(limit),
  ]
    .filter(Boolean)
    .join(' ');
}

function figures(weeks: readonly WeekBar[], words: WebWords): string[] {
  const counted = weeks.filter(isCounted);
  const [first, ...others] = counted;
  if (!first) return [words.noWeeksReported];
  const total = (week: typeof first) => week.valid + week.invalid;
  const highest = others.reduce((most, week) => (total(week) > total(most) ? week : most), first);
  const latest = others.at(-1) ?? first;
  return [
    words.highestWeek(highest.week, percent(total(highest)), percent(highest.invalid)),
    latest === highest ? '' : words.latestWeek(latest.week, percent(total(latest)), percent(latest.invalid)),
  ];
}

function emptyWeeks(weeks: readonly WeekBar[], words: WebWords): string[] {
  const of = (kind: 'holiday' | 'no-report') =>
    weeks.filter((week) => 'empty' in week && week.empty === kind).map((week) => String(week.week));
  const [holidays, unreported] = [of('holiday'), of('no-report')];
  return [
    holidays.length > 0 ? words.holidayWeeks(joined(holidays)) : '',
    unreported.length > 0 ? words.unreportedWeeks(joined(unreported)) : '',
  ];
}
