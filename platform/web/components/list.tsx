import type { Child } from 'hono/jsx';
import type { Fact } from './signal-details.tsx';

/** Things below each other with hairlines between. `rows`: a name first and a quiet value at the end. */
export function List({ items, rows }: { items: readonly Child[]; rows?: boolean | undefined }) {
  return (
    <ul class={rows ? 'ff-list ff-list--rows' : 'ff-list'}>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

/** A thing of a list: a line, a small line below it. */
export function ListItem({ title, detail, children }: { title: Child; detail?: Child; children?: Child }) {
  return (
    <>
      <b>{title}</b>
      {detail ? <small>{detail}</small> : null}
      {children}
    </>
  );
}

/** An event: its day as `YYYY-MM-DD` and as read, what happened, and a small who. */
export type LineEvent = { day: string; shown: string; what: Child; detail?: Child };

/** Events, newest first. */
export function TimeLine({ events }: { events: readonly LineEvent[] }) {
  return (
    <ol>
      {events.map(({ day, shown, what, detail }) => (
        <li class="ff-line">
          <time datetime={day}>{shown}</time>
          <div>
            {what}
            {detail ? <small>{detail}</small> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Facts as term and value beside each other. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="ff-dl">
      {facts.map(({ term, value }) => (
        <>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
