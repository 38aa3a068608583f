import type { Child } from 'hono/jsx';
import { classNames } from '../class-names.ts';
import { citationText, deadlineText, deadlineTone } from '../format.ts';
import { Icon, type IconName } from './icons.tsx';

/** `heed` near or needs you, `late`, `ok` done, `signal` a signal in a table; without: later, plain. */
export type MarkTone = 'heed' | 'late' | 'ok' | 'signal';

const toneClass = { heed: 'ff-mark--heed', late: 'ff-mark--late', ok: 'ff-mark--ok', signal: 'ff-mark--sig' };
const toneIcon: Record<MarkTone, IconName> = { heed: 'clock', late: 'clock', ok: 'check', signal: 'flag' };

/** Words with an icon: the colour only repeats what the words say. */
export function Mark({
  tone,
  icon,
  children,
}: {
  tone?: MarkTone | undefined;
  icon?: IconName | undefined;
  children: Child;
}) {
  return (
    <span class={classNames('ff-mark', tone && toneClass[tone])}>
      <Icon name={icon ?? (tone ? toneIcon[tone] : 'clock')} />
      <span>{children}</span>
    </span>
  );
}

/** A deadline as seen from `today`: "i övermorgon, 25 nov", "1 dag sen", with `before` in front ("senast"). */
export function Deadline({ day, today, before }: { day: string; today: string; before?: string }) {
  const tone = deadlineTone(day, today);
  const words = deadlineText(day, today);
  return (
    <Mark tone={tone === 'later' ? undefined : tone}>
      {before && tone !== 'late' ? `${before} ${words}` : words}
    </Mark>
  );
}

/** A short state of a thing (a lesson, a goal, a row), never of a person: "Ogiltig", "Bättre än väntat". */
export function Tag({
  tone,
  icon,
  children,
}: {
  tone?: 'heed' | 'ok' | 'late';
  icon?: IconName;
  children: Child;
}) {
  return (
    <span class={classNames('ff-tag', tone && `ff-tag--${tone}`)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** How many wait; `said` completes the figure for screen readers: 3 "väntar". `more` shows a plus before it: so many besides. */
export function Count({ count, said, more }: { count: number; said?: string; more?: boolean }) {
  return (
    <span class="ff-count">
      {more && '+'}
      {count}
      {said && <span class="ff-sr"> {said}</span>}
    </span>
  );
}

/** A paragraph of law after the sentence it supports: "15 kap. 16 § skollagen"; the link opens the text in force that day. */
export function Law({ href, children }: { href?: string | undefined; children: Child }) {
  const text = typeof children === 'string' ? citationText(children) : children;
  return href ? (
    <a class="ff-law" href={href}>
      {text}
    </a>
  ) : (
    <span class="ff-soft ff-small">{text}</span>
  );
}
