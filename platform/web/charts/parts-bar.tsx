import type { Child } from 'hono/jsx';
import { joined, number } from '../format.ts';

/** A part of the whole; at most four, drawn in the order spruce, fell blue, grey, rowan. `count` in the bar's unit. */
export type Part = { label: string; count: number };

/** The whole in its parts, with a legend in words: the figures can be read without the colours. */
export type PartsBarProps = {
  /** What the bar counts: "Poäng". */
  label: string;
  caption?: Child;
  parts: readonly Part[];
};

const width = 1000;
const gap = 3;
const colours = ['k1', 'k2', 'kq', 'k3'] as const;

/** Where each part lies in a bar 1000 wide: start and width, with a gap of 3 after each but the last. Parts of zero take no place. */
export function partsGeometry(counts: readonly number[]): { x: number; width: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shown = counts.filter((count) => count > 0).length;
  const space = width - gap * Math.max(shown - 1, 0);
  let from = 0;
  return counts.map((count) => {
    if (count === 0) return { x: 0, width: 0 };
    const [x, end] = [Math.round(from), Math.round(from + (space * count) / total)];
    from += (space * count) / total + gap;
    return { x, width: Math.min(end, width) - x };
  });
}

/** A bar of parts, as wide as its place and 8 px high. What there is nothing of is not named. */
export function PartsBar({ label, caption, parts }: PartsBarProps) {
  const shown = partsGeometry(parts.map((part) => part.count));
  const there = parts
    .map((part, index) => ({ ...part, colour: colours[index] }))
    .filter((part) => part.count > 0);
  const spoken = joined(there.map((part) => `${number(part.count)} ${part.label.toLocaleLowerCase('sv')}`));
  return (
    <figure class="ff-fig">
      {caption ? <figcaption>{caption}</figcaption> : null}
      <svg
        class="ff-svg ff-bar"
        viewBox={`0 0 ${width} 12`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${spoken}.`}
      >
        <rect class="kb" width={width} height="12" />
        {shown.map((part, index) => (
          <rect class={colours[index]} x={part.x} width={part.width} height="12" />
        ))}
      </svg>
      <ul class="ff-legend">
        {there.map((part) => (
          <li>
            <svg viewBox="0 0 14 12" class="ff-svg" aria-hidden="true">
              <rect class={part.colour} width="14" height="12" />
            </svg>
            {part.label} {number(part.count)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
