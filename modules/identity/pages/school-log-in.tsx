import { type Context, Hono } from 'hono';
import { dangerouslyAcrossOrganisers, withOrganiser } from '../../../platform/server/db.ts';
import { listOrganisers } from '../../organisation/index.ts';
import { enterBySubject } from '../commands/enter.ts';
import { setAttemptCookie, takeAttemptCookie } from '../cookies.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import type { OidcClient } from '../oidc-client.ts';
import type { Claimed } from '../queries/person-of-subject.ts';
import { safePath } from '../rules/safe-path.ts';
import { answer, entering, refusedPage } from './answers.tsx';

/** To the school's log-in service and back. */
export function schoolLogInPages(deps: IdentityDeps, client: OidcClient): Hono {
  return new Hono()
    .get('/logga-in/skola', (c) => begin(c, deps, client))
    .get('/logga-in/svar', (c) => finish(c, deps, client));
}

async function begin(c: Context, deps: IdentityDeps, client: OidcClient): Promise<Response> {
  const begun = await attempted(deps, () => client.begin(safePath(c.req.query('tillbaka'))));
  if (!begun) return refusedPage(c, 'no-answer', 503);
  setAttemptCookie(c, deps.publicUrl, begun.attempt);
  return c.redirect(begun.location.href, 303);
}

async function finish(c: Context, deps: IdentityDeps, client: OidcClient): Promise<Response> {
  const attempt = takeAttemptCookie(c, deps.publicUrl);
  if (!attempt) return refusedPage(c, 'attempt-lost', 400);
  const claimed = await attempted(deps, () => client.finish(new URL(c.req.url), attempt));
  if (!claimed) return refusedPage(c, 'answer-refused', 400);
  const organiser = await organiserId(deps);
  const entered = await enterThere(c, deps, organiser, claimed);
  return answer(c, deps, { organiser, entered, back: safePath(attempt.back) });
}

function enterThere(c: Context, deps: IdentityDeps, organiser: number, claimed: Claimed) {
  return withOrganiser(deps.db, organiser, (tx) => enterBySubject(tx, claimed, entering(c, deps, organiser)));
}

/** Whatever the service says wrong is a refusal to the reader and a line in the log: its kind, never its text, which may quote a person. */
async function attempted<T>({ log }: IdentityDeps, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    log.warn({ code, kind: error instanceof Error ? error.name : typeof error }, 'log-in service');
    return undefined;
  }
}

/** The organiser of the settings, told by its id or its name. */
async function organiserId({ db, oidc }: IdentityDeps): Promise<number> {
  const all = await dangerouslyAcrossOrganisers(db, listOrganisers);
  const found = all.find(({ organiserId: id, name }) => oidc && [String(id), name].includes(oidc.organiser));
  if (!found) throw new Error('OIDC_ORGANISER names no organiser');
  return found.organiserId;
}
