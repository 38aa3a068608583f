import type { Child } from 'hono/jsx';

/** A figure with its label, the change in words with what it is compared with, and perhaps a sparkline. */
export type KeyFigure = { label: string; figure: Child; comparison?: Child; picture?: Child };

/** Two to four figures in a row. `title` is said to screen readers, as the heading of the row. */
export function KeyFigures({ title, figures }: { title: string; figures: readonly KeyFigure[] }) {
  return (
    <section>
      <h2 class="ff-sr">{title}</h2>
      <div class="ff-keys">
        {figures.map(({ label, figure, comparison, picture }) => (
          <div class="ff-key">
            <h3>{label}</h3>
            <div class="ff-key__n">
              {figure}
              {picture}
            </div>
            {comparison ? <p>{comparison}</p> : null}
          </div>
        ))}
      </div>
    </section>
  );
}
