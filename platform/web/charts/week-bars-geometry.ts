import { scaleBand, scaleLinear } from 'd3-scale';

/** One week: valid and invalid absence in percent of taught time, or why there is no figure. */
export type WeekBar = CountedWeek | { week: number; empty: 'holiday' | 'no-report' };

/** A week with figures, in percent of taught time. */
export type CountedWeek = { week: number; valid: number; invalid: number };

/** Whether a week has figures. */
export function isCounted(week: WeekBar): week is CountedWeek {
  return !('empty' in week);
}

/** The size of the picture; it is never scaled up. */
export const size = { width: 372, height: 168 };
/** The edges of the drawing inside the picture. */
export const frame = { left: 34, right: 372, top: 10, bottom: 146 };
const widestBar = 32;
const emptyPercent = 6; // the height of the box of a week without figures

/** Where every bar stands in the box of 372 × 168. The axis reaches 40, 60 or 100 percent, whichever holds the highest week. */
export function weekBarsGeometry(weeks: readonly WeekBar[], limitPercent = 0) {
  const highest = Math.max(
    limitPercent,
    0,
    ...weeks.map((week) => (isCounted(week) ? week.valid + week.invalid : 0)),
  );
  const top = highest <= 40 ? 40 : highest <= 60 ? 60 : 100;
  const scale = scaleLinear([0, top], [frame.bottom, frame.top]).clamp(true);
  const y = (value: number) => rounded(scale(value));
  const x = scaleBand(
    weeks.map((_, index) => index),
    [frame.left + 2, frame.right],
  )
    .paddingInner(0.36)
    .paddingOuter(0.18);
  const width = rounded(Math.min(x.bandwidth(), widestBar));
  const bars = weeks.map((week, index) => ({
    week,
    x: rounded((x(index) ?? 0) + (x.bandwidth() - width) / 2),
    width,
    validTop: isCounted(week) ? y(week.valid) : y(emptyPercent),
    top: isCounted(week) ? y(week.valid + week.invalid) : y(emptyPercent),
    bottom: frame.bottom,
  }));
  return { bars, y, ticks: [0, top / 2, top] };
}

const labelWidth = 66;

/** Where the name of the limit begins: from the left, the first place on its line where no bar reaches above it. */
export function limitNameStart(
  bars: readonly { readonly x: number; readonly width: number; readonly top: number }[],
  limitY: number,
): number {
  const first = frame.left + 2;
  const starts = [first, ...bars.map((bar) => bar.x)].filter((x) => x + labelWidth <= frame.right);
  const isFree = (start: number) =>
    bars.every((bar) => bar.top >= limitY || bar.x + bar.width < start || bar.x > start + labelWidth);
  return starts.find(isFree) ?? first;
}

/** One decimal is a tenth of a pixel: enough, and short. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
