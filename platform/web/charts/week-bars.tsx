import type { Child } from 'hono/jsx';
import { Table } from '../components/table.tsx';
import { percent } from '../format.ts';
import { useWords } from '../words.ts';
import {
  frame,
  isCounted,
  limitNameStart,
  rounded,
  size,
  type WeekBar,
  weekBarsGeometry,
} from './week-bars-geometry.ts';
import { weekBarsSentence } from './week-bars-sentence.ts';

export type { WeekBar };

/** The weeks in order, and the limit with its name: `{ percent: 15, name: 'gräns 15 %' }`. */
export type WeekBarsProps = {
  weeks: readonly WeekBar[];
  caption: string;
  limit?: { percent: number; name: string } | undefined;
  /** Unique on the page: names the hatch pattern. */
  id: string;
};

/** The whole figure: caption, picture, legend, and the same figures as a table. */
export function WeekBars({ weeks, caption, limit, id }: WeekBarsProps) {
  const { bars, y, ticks } = weekBarsGeometry(weeks, limit?.percent);
  const words = useWords();
  return (
    <figure class="ff-fig">
      <figcaption>{caption}</figcaption>
      <svg
        class="ff-svg"
        width={size.width}
        height={size.height}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={weekBarsSentence(weeks, caption, words, limit?.name)}
      >
        <Hatch id={id} />
        {ticks.map((tick) => (
          <>
            <path class="axis" d={`M${frame.left} ${y(tick)}H${frame.right}`} />
            <text x={frame.left - 6} y={y(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </>
        ))}
        {bars.map((bar, index) => (
          <Bar {...bar} hatch={`url(#${id})`} labelled={index % Math.ceil(weeks.length / 9) === 0} />
        ))}
        {limit && <Limit x={limitNameStart(bars, y(limit.percent))} y={y(limit.percent)} name={limit.name} />}
      </svg>
      <Legend weeks={weeks} />
      <AsTable weeks={weeks} caption={caption} />
    </figure>
  );
}

type BarProps = ReturnType<typeof weekBarsGeometry>['bars'][number] & { hatch: string; labelled: boolean };

function Bar({ week, x, width, validTop, top, bottom, hatch, labelled }: BarProps) {
  const rect = (name: { class: string } | { fill: string }, from: number, to: number) =>
    from > to && <rect {...name} x={x} y={to} width={width} height={rounded(from - to)} />;
  return (
    <>
      {'empty' in week ? rect({ class: 'none' }, bottom, top) : rect({ class: 'k2' }, bottom, validTop)}
      {!('empty' in week) && rect({ fill: hatch }, validTop, top)}
      {labelled && (
        <text x={rounded(x + width / 2)} y={bottom + 16} text-anchor="middle">
          {week.week}
        </text>
      )}
    </>
  );
}

function Limit({ x, y, name }: { x: number; y: number; name: string }) {
  return (
    <>
      <path class="limit" d={`M${frame.left} ${y}H${frame.right}`} />
      <text class="t-limit" x={x} y={y - 5}>
        {name}
      </text>
    </>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hbg" width="5" height="5" />
        <path class="hatch" d="M1 0V5" />
      </pattern>
    </defs>
  );
}

function Legend({ weeks }: { weeks: readonly WeekBar[] }) {
  const words = useWords();
  const has = (kind: 'holiday' | 'no-report') => weeks.some((week) => 'empty' in week && week.empty === kind);
  const counted = weeks.some(isCounted);
  const box = <rect class="none" x=".5" y=".5" width="13" height="11" />;
  const items: readonly (readonly [Child, string] | false)[] = [
    counted && [<rect class="k2" width="14" height="12" />, words.valid],
    counted && [
      <>
        <rect class="hbg" width="14" height="12" />
        <path class="hatch" d="M1 12 13 0M-4 8 6-2M8 14 18 4" />
      </>,
      words.invalid,
    ],
    has('holiday') && [box, words.legendHoliday],
    has('no-report') && [box, words.legendNoReport],
  ];
  return (
    <ul class="ff-legend">
      {items
        .filter((item) => item !== false)
        .map(([picture, word]) => (
          <li>
            <svg viewBox="0 0 14 12" class="ff-svg" aria-hidden="true">
              {picture}
            </svg>
            {word}
          </li>
        ))}
    </ul>
  );
}

function AsTable({ weeks, caption }: Pick<WeekBarsProps, 'weeks' | 'caption'>) {
  const words = useWords();
  const emptyWord = { holiday: words.holiday, 'no-report': words.noReport };
  return (
    <details class="ff-plain">
      <summary>{words.showAsTable}</summary>
      <Table
        caption={caption}
        rows={weeks}
        columns={[
          { head: words.week, rowHeader: true, cell: (week) => week.week },
          {
            head: words.valid,
            numeric: true,
            cell: (week) => ('empty' in week ? emptyWord[week.empty] : percent(week.valid)),
          },
          {
            head: words.invalid,
            numeric: true,
            cell: (week) => ('empty' in week ? '' : percent(week.invalid)),
          },
        ]}
      />
    </details>
  );
}
