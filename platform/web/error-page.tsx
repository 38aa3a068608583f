import type { Child } from 'hono/jsx';
import { web as sv } from '../../messages/sv/web.ts';
import { Page, type PageFrame } from './layout.tsx';
import { useWords } from './words.ts';

/** `reference` is what the log carries for this request: no personal data, never the error's own text. */
export type ErrorPageProps = {
  frame: PageFrame;
  reference?: string | undefined;
  diskFull?: boolean | undefined;
  actions?: Child;
};

/** Our fault: what happened to what was written, what to do, what to name when calling. Status 500 or 503. */
export function ErrorPage({ frame, ...content }: ErrorPageProps) {
  return (
    <Page {...frame} title={(frame.words ?? sv).errorTitle} width="read">
      <Fault {...content} />
    </Page>
  );
}

/** A request that could not be taken as it was sent, with status 400–499: what to do. */
export function RefusedPage({ frame, tooLarge }: { frame: PageFrame; tooLarge: boolean }) {
  const words = frame.words ?? sv;
  return (
    <Page {...frame} title={words.refusedTitle} width="read">
      <section class="ff-panel">
        <h1>{words.refusedTitle}</h1>
        <p>{tooLarge ? words.tooLargeText : words.refusedText}</p>
      </section>
    </Page>
  );
}

function Fault({ reference, diskFull, actions }: Omit<ErrorPageProps, 'frame'>) {
  const words = useWords();
  return (
    <section class="ff-panel">
      <h1>{words.errorTitle}</h1>
      <p>{diskFull ? words.diskFullText : words.errorText}</p>
      {reference && <p class="ff-soft">{words.errorReference(reference)}</p>}
      {actions ? <div class="ff-acts">{actions}</div> : null}
    </section>
  );
}
