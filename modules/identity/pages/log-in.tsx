import { type Context, Hono } from 'hono';
import { withOrganiser } from '../../../platform/server/db.ts';
import { readForm } from '../../../platform/server/read-form.ts';
import { enterAsCast } from '../commands/enter.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { oidcClient } from '../oidc-client.ts';
import { demonstrationCast } from '../queries/demonstration-cast.ts';
import { actorOf } from '../require-actor.ts';
import { safePath } from '../rules/safe-path.ts';
import { sameOriginOnly } from '../same-origin.ts';
import { answer, entering } from './answers.tsx';
import { LogInPage } from './log-in-page.tsx';
import { logOutPages } from './log-out.tsx';
import { schoolLogInPages } from './school-log-in.tsx';

/** `/logga-in`, the way to and from the school's log-in service, the demonstration's log-in, `/logga-ut` and `/utloggad`. */
export function identityPages(deps: IdentityDeps): Hono {
  const pages = new Hono();
  const client = deps.oidc && oidcClient(deps.oidc, deps.publicUrl);
  pages.use('/logga-in/*', sameOriginOnly(deps.publicUrl));
  pages.use('/logga-ut', sameOriginOnly(deps.publicUrl));
  pages.get('/logga-in', async (c) => {
    const back = safePath(c.req.query('tillbaka'));
    if (await actorOf(c, deps)) return c.redirect(back, 303);
    const { db, clock, demonstration } = deps;
    const demonstrations = demonstration ? await demonstrationCast(db, demonstration, clock.today()) : [];
    return c.html(<LogInPage back={back} withSchool={client !== null} demonstrations={demonstrations} />);
  });
  pages.post('/logga-in/demonstration', (c) => enterDemonstration(c, deps));
  if (client) pages.route('/', schoolLogInPages(deps, client));
  pages.route('/', logOutPages(deps, client));
  return pages;
}

async function enterDemonstration(c: Context, deps: IdentityDeps): Promise<Response> {
  if (!deps.demonstration) return c.notFound();
  const form = await readForm(c);
  const [organiser, person] = [Number(form['huvudman']), Number(form['person'])];
  if (![organiser, person].every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)) return c.notFound();
  const entered = await withOrganiser(deps.db, organiser, (tx) =>
    enterAsCast(tx, person, entering(c, deps, organiser)),
  );
  return answer(c, deps, { organiser, entered, back: safePath(form['tillbaka']) });
}
