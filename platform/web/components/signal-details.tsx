import type { Child } from 'hono/jsx';
import { Icon } from './icons.tsx';

/** Something that opens to what it rests on. */
export type OpenProps = {
  summary: Child;
  open?: boolean | undefined;
  id?: string | undefined;
  children: Child;
};

/** A fold with a whole sentence as its summary. Without a script it opens and closes all the same. */
export function Open({ summary, open, id, children }: OpenProps) {
  return (
    <details class="ff-open" open={open} id={id}>
      <summary>
        <Icon name="chevron" flip />
        <span>{summary}</span>
      </summary>
      <div class="ff-open__in">{children}</div>
    </details>
  );
}

/** A signal: the sentence, bold up to the colon; inside the evidence, the rows, the law and the ways to answer. Open the first one only. */
export function SignalDetails({
  sentence,
  open,
  id,
  children,
}: { sentence: string } & Omit<OpenProps, 'summary'>) {
  return (
    <Open summary={<BoldToColon text={sentence} />} open={open} id={id}>
      {children}
    </Open>
  );
}

/** "Frånvaro 22 %: 18 av 82" in bold up to and with the first colon or the end of the first sentence, whichever comes first. */
export function BoldToColon({ text }: { text: string }) {
  const end = text.search(/:(\s|$)|\.(\s+\p{Lu}|\s*$)/u) + 1;
  return (
    <>
      <b>{end > 0 ? text.slice(0, end) : text}</b>
      {end > 0 ? text.slice(end) : null}
    </>
  );
}

/** A term and its value. */
export type Fact = { term: Child; value: Child };

/** What a signal rests on: four to six pairs (window, own level, median, limit and who set it, coverage). */
export function Evidence({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="ff-evid">
      {facts.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
