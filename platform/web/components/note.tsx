import type { Child } from 'hono/jsx';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from './icons.tsx';

/** What a note is: plain, `heed` needs you, `ok` done. */
export type NoteTone = 'heed' | 'ok';

const icons: Record<NoteTone | 'plain', IconName> = { heed: 'warning', ok: 'check', plain: 'info' };

/** One to three sentences with an icon; at most one above the content. */
export type NoteProps = {
  children: Child;
  tone?: NoteTone | undefined;
  icon?: IconName | undefined;
  /** The answer to what the reader just did: read out by screen readers. */
  answer?: boolean | undefined;
  /** The address (`action`) of the form that was just saved: its draft in the browser is then thrown away. */
  savedForm?: string | undefined;
};

/** A note; strong words go in `<b>` inside a `<p>`. Text alone becomes one paragraph. */
export function Note({ children, tone, icon, answer, savedForm }: NoteProps) {
  return (
    <div
      class={classNames('ff-note', tone && `ff-note--${tone}`)}
      role={answer ? 'status' : undefined}
      data-draft-done={savedForm}
    >
      <Icon name={icon ?? icons[tone ?? 'plain']} />
      <div>{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </div>
  );
}
