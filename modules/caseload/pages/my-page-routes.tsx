import { Hono } from 'hono';
import { readForm } from '../../../platform/server/read-form.ts';
import type { PageEnv, PageParts } from '../../access/index.ts';
import { readersOf } from '../../audit/index.ts';
import { type ConcernDraft, concernsOf, raiseConcern } from '../../concerns/index.ts';
import { studentCard } from '../../people/index.ts';
import { refreshSignals } from '../../signals/index.ts';
import { inOrganiser, notFound, type PageContext, textOf } from './answers.ts';
import { MyPage } from './my-page.tsx';

/** `/min-sida`: the student's own page: who sees what about me, and "jag vill prata". */
export function myPageRoutes(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/min-sida', async (c) => c.html(<MyPage {...(await pageProps(parts, c))} />))
    .post('/min-sida/prata', async (c) => {
      const actor = c.get('actor');
      const form = await readForm(c);
      const draft: ConcernDraft = {
        requestKey: textOf(form, 'requestKey'),
        kind: textOf(form, 'kind'),
        area: '',
        chosenAdult: Number(textOf(form, 'adult')) || null,
      };
      const today = parts.clock.today();
      const answer = await inOrganiser(parts, c, async (tx) => {
        const card = await studentCard(tx, actor.personId, today);
        const known = card?.mentors.some((mentor) => mentor.personId === draft.chosenAdult);
        const chosen = { ...draft, chosenAdult: known ? draft.chosenAdult : null };
        const own = draft.kind === 'staff-concern' ? { ...chosen, kind: '' } : chosen;
        const now = parts.clock.now();
        const raised = await raiseConcern(tx, { actor, studentId: actor.personId, draft: own, today, now });
        if (raised.ok && !raised.repeated)
          await refreshSignals(tx, { on: today, students: [actor.personId] });
        return raised;
      });
      if (answer.ok) return c.redirect('/min-sida?sparat=prata', 303);
      if ('refused' in answer) return notFound();
      return c.html(<MyPage {...(await pageProps(parts, c))} problems={answer.problems} />, 422);
    });
}

async function pageProps(parts: PageParts, c: PageContext) {
  const actor = c.get('actor');
  if (!actor.isStudent) notFound();
  const today = parts.clock.today();
  return inOrganiser(parts, c, async (tx) => ({
    actor,
    today,
    card: (await studentCard(tx, actor.personId, today)) ?? notFound(),
    wishes: (await concernsOf(tx, [actor.personId], today)).filter((each) => each.kind !== 'staff-concern'),
    readers: await readersOf(tx, actor.personId, { limit: 20 }),
    requestKey: crypto.randomUUID(),
    saved: c.req.query('sparat') === 'prata',
  }));
}
