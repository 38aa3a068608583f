import type { Child } from 'hono/jsx';
import { type Reason, Strengths, Why } from './strengths.tsx';

/** The people of the day, in order. */
export function DayList({ children }: { children: Child }) {
  return <ol class="ff-today">{children}</ol>;
}

/** A person of the day: name, strengths, why, and what to do. */
export type DayRowProps = {
  /** Unique on the page. */
  id: string;
  name: Child;
  href: string;
  strengths: readonly Child[];
  reasons: readonly Reason[];
  /** Quiet lines after the reasons. */
  children?: Child;
  /** The open form of the first one. */
  form?: Child;
  /** The button of the others. */
  actions?: Child;
};

/** A row of the day's list; with a `form` it is the one in focus, without it a short row with its button. */
export function DayRow({ id, name, href, strengths, reasons, children, form, actions }: DayRowProps) {
  return (
    <li class={form ? 'ff-panel ff-panel--lead' : 'ff-panel'}>
      <article class={form ? 'ff-today__row' : 'ff-today__row ff-today__row--short'} aria-labelledby={id}>
        <div class={form ? 'ff-stack ff-stack--2' : 'ff-stack ff-stack--1'}>
          <div class="ff-stack ff-stack--1">
            <h3 class="ff-person" id={id}>
              <a href={href}>{name}</a>
            </h3>
            <Strengths facts={strengths} stacked={Boolean(form)} />
          </div>
          <Why reasons={reasons} />
          {children}
        </div>
        {form ?? (actions ? <div class="ff-acts">{actions}</div> : null)}
      </article>
    </li>
  );
}
