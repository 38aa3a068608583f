import type { Child } from 'hono/jsx';
import { useWords } from '../words.ts';
import { Icon } from './icons.tsx';

/**
 * Beside the submit button of a form: keeps what is written in this tab of the browser until it is saved, and says so.
 * `owner` is an opaque id of the reader, so that the next reader at the same computer never sees it. Without a script it is empty.
 * The page that answers a saved form says so with `<Note savedForm="/the/action">`.
 */
export function DraftKeeper({ owner }: { owner: string }) {
  const words = useWords();
  return (
    <draft-keeper
      class="ff-saved"
      role="status"
      owner={owner}
      data-saved={words.draftSavedAt}
      data-restored={words.draftRestoredFrom}
      data-discard={words.discardDraft}
    >
      <Icon name="check" />
      <span />
    </draft-keeper>
  );
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'draft-keeper': { class: string; role: string; owner: string; children?: Child } & Record<
        `data-${string}`,
        string
      >;
    }
  }
}
