import type { Child } from 'hono/jsx';
import { useWords } from '../words.ts';
import { Open } from './signal-details.tsx';

/** Somebody who read: name with capacity, and when as read ("i dag 07.58"); the reason if one was given. */
export type Reading = { who: string; when: string; reason?: string | undefined };

/** On every page about a student: why the reader sees it (relation, since when, what is not here) and who has read. */
export type InsightProps = {
  why: Child;
  readings: readonly Reading[];
  /** The whole log, if the reader may see it. */
  logHref?: string | undefined;
  logLabel?: string | undefined;
  open?: boolean | undefined;
};

/** The two folds of insight. */
export function Insight({ why, readings, logHref, logLabel, open }: InsightProps) {
  const words = useWords();
  return (
    <>
      <Open summary={words.whyDoISeeThis} open={open}>
        {typeof why === 'string' ? <p class="ff-small">{why}</p> : why}
      </Open>
      <Open summary={words.whoHasRead} open={open}>
        <ul class="ff-list ff-small">
          {readings.map(({ who, when, reason }) => (
            <li>
              {reason ? `${who}, ${reason}` : who}
              <small>{when}</small>
            </li>
          ))}
        </ul>
        {logHref && (
          <p class="ff-small">
            <a class="ff-link" href={logHref}>
              {logLabel ?? words.wholeLog}
            </a>
          </p>
        )}
      </Open>
    </>
  );
}
