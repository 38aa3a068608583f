import { useWords } from '../words.ts';

const width = 88;
const height = 24;
const inset = 4; // room for the dot and half the stroke

/** Figures over time, oldest first. Null = no figure that week: a gap, never a zero. */
export type SparklineProps = {
  values: readonly (number | null)[];
  /** What is shown, for the spoken sentence: "Frånvaro per vecka i procent". */
  label: string;
  /** The top of the scale; the same for all rows of a list makes them comparable. Default 25 or the highest figure. */
  max?: number | undefined;
};

/** The line and end dot of a sparkline, in its box of 88 × 24. The scale starts at zero; figures above `max` are drawn at the top edge. */
export function sparklineGeometry(values: readonly (number | null)[], max = topOf(values)) {
  const step = (width - 2 * inset) / Math.max(values.length - 1, 1);
  const place = (value: number, index: number) => {
    const y = height - inset - (Math.min(Math.max(value, 0), max) / max) * (height - 2 * inset);
    return [inset + step * index, y] as const;
  };
  const points = values.map((value, index) => (value === null ? null : place(value, index)));
  return { path: pathOf(points), end: points.findLast((point) => point !== null) ?? null };
}

/** A list of fifty rows draws fifty lines: straight strokes are written here, a tenth of the time of a general line. */
function pathOf(points: readonly (readonly [number, number] | null)[]): string {
  let path = '';
  let drawing = false;
  for (const [index, point] of points.entries()) {
    const alone = !drawing && !points[index + 1];
    if (point) path += `${drawing ? 'L' : 'M'}${short(point[0])},${short(point[1])}${alone ? 'Z' : ''}`;
    drawing = point !== null;
  }
  return path;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A small line beside its figure; the figure is the truth, the line shows the way there. */
export function Sparkline({ values, label, max }: SparklineProps) {
  const words = useWords();
  const { path, end } = sparklineGeometry(values, max);
  const spoken = values.map((value) => (value === null ? words.noFigure : String(value).replace('.', ',')));
  return (
    <svg
      class="ff-svg ff-spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${label}: ${spoken.join(', ')}`}
    >
      <path class="l1" d={path} />
      {end && <circle class="k1" cx={end[0].toFixed(1)} cy={end[1].toFixed(1)} r={3} />}
    </svg>
  );
}

function topOf(values: readonly (number | null)[]): number {
  return Math.max(25, ...values.map((value) => value ?? 0));
}
