import type { Context } from 'hono';
import { type Actor, readerFrame } from '../modules/access/index.ts';
import { isDiskFull } from '../platform/server/operator-error.ts';
import { ErrorPage, RefusedPage } from '../platform/web/error-page.tsx';
import { NotFoundPage } from '../platform/web/not-found.tsx';

/** The one answer to what does not exist and to what the reader may not see, in the reader's own menu. */
export function notFoundPage(c: Context): Response | Promise<Response> {
  const actor = c.get('actor') as Actor | undefined;
  return c.html(
    <NotFoundPage
      frame={actor ? readerFrame(actor) : {}}
      hints={actor && actor.duties.length > 0 ? staffHints : []}
      actions={
        <a class="ff-btn" href="/">
          Till startsidan
        </a>
      }
    />,
    404,
  );
}

const staffHints = [
  <>
    <b>Har du fått en ny elev?</b> Du ser eleven från och med den dag då uppdraget börjar. Skoladministratören
    läser in vem som är mentor för vem.
  </>,
  <>
    <b>Har en elev bytt mentor?</b> Då är det den nya mentorn som ser sidan.
  </>,
  <>
    <b>Följde du en gammal länk?</b> Sök på namnet bland dina egna elever.
  </>,
];

/** Something went wrong, with us or with what was sent: nothing was saved, and what to do. */
export function errorPage(c: Context, status: number, error?: unknown): Response | Promise<Response> {
  if (status < 500) return c.html(<RefusedPage frame={{}} tooLarge={status === 413} />, status as 400);
  return c.html(<ErrorPage frame={{}} diskFull={isDiskFull(error)} />, status as 500);
}
