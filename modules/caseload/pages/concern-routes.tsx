import { Hono } from 'hono';
import { readForm } from '../../../platform/server/read-form.ts';
import { type PageEnv, type PageParts, relationsTo, whyMay } from '../../access/index.ts';
import { type ConcernDraft, raiseConcern } from '../../concerns/index.ts';
import { studentCard } from '../../people/index.ts';
import { giveFeedback, refreshSignals } from '../../signals/index.ts';
import { inOrganiser, notFound, type PageContext, studentIdOf, textOf } from './answers.ts';
import { ConcernPage } from './concern-page.tsx';

/** `/elever/:id/oro`, and "Stämmer inte" beside a signal. */
export function concernRoutes(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/elever/:id{[1-9][0-9]*}/oro', async (c) =>
      c.html(<ConcernPage {...(await pageProps(parts, c))} />),
    )
    .post('/elever/:id{[1-9][0-9]*}/oro', async (c) => {
      const form = await readForm(c);
      const draft: ConcernDraft = {
        requestKey: textOf(form, 'requestKey'),
        kind: 'staff-concern',
        area: textOf(form, 'area'),
        chosenAdult: null,
      };
      const answer = await raise(parts, c, studentIdOf(c), draft);
      if (answer.ok) return c.redirect(await afterwards(parts, c), 303);
      if ('refused' in answer) return notFound();
      return c.html(<ConcernPage {...(await pageProps(parts, c))} problems={answer.problems} />, 422);
    })
    .post('/elever/:id{[1-9][0-9]*}/signaler/:signal/:since/stammer-inte', async (c) => {
      const form = await readForm(c);
      const studentId = studentIdOf(c);
      const today = parts.clock.today();
      const answer = await inOrganiser(parts, c, async (tx) => {
        const given = await giveFeedback(tx, {
          actor: c.get('actor'),
          studentId,
          signal: c.req.param('signal'),
          since: c.req.param('since'),
          reason: textOf(form, 'reason'),
          requestKey: textOf(form, 'requestKey'),
          today,
          now: parts.clock.now(),
        });
        if (given.ok) await refreshSignals(tx, { on: today, students: [studentId] });
        return given;
      });
      if (!answer.ok && 'refused' in answer) return notFound();
      return c.redirect(`/elever/${studentId}${answer.ok ? '?sparat=vilar' : ''}#sig`, 303);
    });
}

/** Raises it and lets the signal (S17) be seen at once. */
function raise(parts: PageParts, c: PageContext, studentId: number, draft: ConcernDraft) {
  const today = parts.clock.today();
  return inOrganiser(parts, c, async (tx) => {
    const now = parts.clock.now();
    const answer = await raiseConcern(tx, { actor: c.get('actor'), studentId, draft, today, now });
    if (answer.ok && !answer.repeated) await refreshSignals(tx, { on: today, students: [studentId] });
    return answer;
  });
}

/** Back to the student's page for those who may read it; a reporter who may not is thanked on the form's page. */
async function afterwards(parts: PageParts, c: PageContext): Promise<string> {
  const studentId = studentIdOf(c);
  const actor = c.get('actor');
  const subject = await inOrganiser(parts, c, (tx) => relationsTo(tx, actor, studentId, parts.clock.today()));
  return whyMay(actor, 'student.read', subject).allowed
    ? `/elever/${studentId}?sparat=oro`
    : `/elever/${studentId}/oro?sparat=oro`;
}

async function pageProps(parts: PageParts, c: PageContext) {
  const actor = c.get('actor');
  const studentId = studentIdOf(c);
  const today = parts.clock.today();
  const found = await inOrganiser(parts, c, async (tx) => {
    const subject = await relationsTo(tx, actor, studentId, today);
    if (!whyMay(actor, 'concern.raise', subject).allowed) return undefined;
    const card = await studentCard(tx, studentId, today);
    const mine = card?.mentors.some((mentor) => mentor.personId === actor.personId) ?? false;
    return card && { card, mine, mayRead: whyMay(actor, 'student.read', subject).allowed };
  });
  if (!found) return notFound();
  return {
    frame: { actor },
    student: {
      studentId,
      name: found.card.name,
      isProtected: found.card.protection !== 'none',
      mayRead: found.mayRead,
      mine: found.mine,
    },
    requestKey: crypto.randomUUID(),
    saved: c.req.query('sparat') === 'oro',
  };
}
