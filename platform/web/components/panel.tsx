import type { Child } from 'hono/jsx';
import { classNames } from '../class-names.ts';

/** A part of a page with its heading and at most one quiet line at the end of it. */
export type PanelProps = {
  /** Unique on the page; the heading carries it, so that links may point here. */
  id: string;
  title: Child;
  aside?: Child;
  /** The one in focus: an edge of spruce. */
  lead?: boolean | undefined;
  /** Holds a table that reaches the edges. */
  flush?: boolean | undefined;
  children?: Child;
};

/** A panel: `section` named by its h2. */
export function Panel({ id, title, aside, lead, flush, children }: PanelProps) {
  return (
    <section
      class={classNames('ff-panel', lead && 'ff-panel--lead', flush && 'ff-panel--flush')}
      aria-labelledby={id}
    >
      <SectionHead id={id} title={title} aside={aside} />
      {children}
    </section>
  );
}

/** A part of a page whose rows are panels themselves, such as the day's list. */
export function Section({ id, title, aside, children }: Omit<PanelProps, 'lead' | 'flush'>) {
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={title} aside={aside} />
      {children}
    </section>
  );
}

function SectionHead({ id, title, aside }: Pick<PanelProps, 'id' | 'title' | 'aside'>) {
  return (
    <div class="ff-panel__head">
      <h2 id={id}>{title}</h2>
      {aside ? <p>{aside}</p> : null}
    </div>
  );
}
