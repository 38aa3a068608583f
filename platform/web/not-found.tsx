import type { Child } from 'hono/jsx';
import { web as sv } from '../../messages/sv/web.ts';
import { List } from './components/index.ts';
import { Page, type PageFrame } from './layout.tsx';
import { useWords } from './words.ts';

/** The frame of the reader's pages, and what usually helps where this product is used. */
export type NotFoundProps = { frame: PageFrame; hints?: readonly Child[] | undefined; actions?: Child };

/** The one answer both when a page does not exist and when the reader may not see it: nothing can be guessed from it. Status 404. */
export function NotFoundPage({ frame, ...content }: NotFoundProps) {
  return (
    <Page {...frame} title={(frame.words ?? sv).notFoundTitle} width="read">
      <NotFound {...content} />
    </Page>
  );
}

function NotFound({ hints = [], actions }: Omit<NotFoundProps, 'frame'>) {
  const words = useWords();
  return (
    <section class="ff-panel">
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundText}</p>
      {hints.length > 0 && (
        <>
          <h2>{words.whatUsuallyHelps}</h2>
          <List items={hints} />
        </>
      )}
      {actions ? <div class="ff-acts">{actions}</div> : null}
    </section>
  );
}
