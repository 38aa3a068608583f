import type { Child } from 'hono/jsx';

/** A step of a chain: done, where we are now, or possible later ("vid behov"). */
export type Step = { title: Child; detail?: Child; state: 'done' | 'now' | 'later' };

/** Where in a chain we are; a list from top to bottom on a narrow screen. `label` names it: "Var i kedjan Nora är". */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol class="ff-steps" aria-label={label}>
      {steps.map(({ title, detail, state }) => (
        <li class={`is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <b>{title}</b> {detail}
        </li>
      ))}
    </ol>
  );
}
