import type { Child } from 'hono/jsx';
import { classNames } from '../class-names.ts';

/** Column patterns: content + 320 (default), two even, meeting (264 + content + 288), work (content + 400), kaa (content + 352). */
export type ColumnPattern = 'side' | 'even' | '3' | 'work' | 'kaa';

/** Columns that become one, in reading order, under 1080 px (`even`: under 720 px). */
export function Columns({ pattern = 'side', children }: { pattern?: ColumnPattern; children: Child }) {
  return <div class={classNames('ff-cols', pattern !== 'side' && `ff-cols--${pattern}`)}>{children}</div>;
}

/** Blocks below each other with 24 px between them (`tight` 16, `close` 8). */
export function Stack({ gap, children }: { gap?: 'tight' | 'close'; children: Child }) {
  const kind = gap === 'tight' ? 'ff-stack--2' : gap === 'close' && 'ff-stack--1';
  return <div class={classNames('ff-stack', kind)}>{children}</div>;
}

/** The side column, named for screen readers; `sticky` keeps it in sight while the content scrolls. */
export function Aside({ label, sticky, children }: { label: string; sticky?: boolean; children: Child }) {
  return (
    <aside class={classNames('ff-stack', sticky && 'ff-side')} aria-label={label}>
      {children}
    </aside>
  );
}
