import type { Child } from 'hono/jsx';

/** Words of somebody else, or of a statute, as they stand there. */
export function Quote({ children }: { children: Child }) {
  return <blockquote class="ff-quote">{children}</blockquote>;
}

/** Data as a machine gets it, for those who want to see exactly; `value` is written as JSON. */
export function DataText({ value }: { value: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <pre class="ff-data" tabindex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}

/** Fields that belong together, under one name. */
export function FieldGroup({ legend, children }: { legend: string; children: Child }) {
  return (
    <fieldset class="ff-group">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
