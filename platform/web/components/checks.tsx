import type { Child } from 'hono/jsx';
import { useWords } from '../words.ts';
import { Icon } from './icons.tsx';

/** What is required: there, or missing with the paragraph that asks for it and the ways to put it right. */
export type Check = { met: boolean; what: Child; detail?: Child; fix?: Child };

/** All that is required at once, so that nobody has to try again to learn the next reason. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const words = useWords();
  return (
    <ul class="ff-checks">
      {checks.map(({ met, what, detail, fix }) => (
        <li class={met ? undefined : 'is-missing'}>
          <Icon name={met ? 'check' : 'warning'} />
          <div>
            <span class="ff-sr">{met ? words.done : words.missing} </span>
            <b>{what}</b>
            {detail ? <small>{detail}</small> : null}
            {fix ? <p>{fix}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
