import { Hono } from 'hono';
import { type Form, readForm } from '../../../platform/server/read-form.ts';
import { type Actor, type PageEnv, type PageParts, relationsTo, whyMay } from '../../access/index.ts';
import { handleConcerns } from '../../concerns/index.ts';
import { recordTalk, type TalkDraft } from '../../coordination/index.ts';
import { studentCard } from '../../people/index.ts';
import { refreshSignals } from '../../signals/index.ts';
import { backOf, inOrganiser, notFound, type PageContext, studentIdOf, textOf } from './answers.ts';
import { type TalkedWith, TalkPage } from './talk-page.tsx';

/** `/elever/:id/samtal`: the form of a talk on a page of its own, and where every form of a talk is sent. */
export function talkRoutes(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/elever/:id{[1-9][0-9]*}/samtal', async (c) => {
      const name = await nameOf(parts, c, c.get('actor'));
      return c.html(<TalkPage {...pageProps(parts, c, name)} back={`/elever/${studentIdOf(c)}`} />);
    })
    .post('/elever/:id{[1-9][0-9]*}/samtal', async (c) => {
      const form = await readForm(c);
      const studentId = studentIdOf(c);
      const back = backOf(form, `/elever/${studentId}`);
      const draft = draftOf(form);
      const answer = await saveTalk(parts, c, studentId, draft);
      if (answer.ok)
        return c.redirect(`${back}?sparat=${back === '/mina-elever' ? studentId : 'samtal'}`, 303);
      if ('refused' in answer) return notFound();
      const name = await nameOf(parts, c, c.get('actor'));
      const page = pageProps(parts, c, name);
      return c.html(<TalkPage {...page} back={back} sent={draft} problems={answer.problems} />, 422);
    });
}

/** The talk, what it settles (the concerns raised before it) and the signals that now rest, in one transaction. */
function saveTalk(parts: PageParts, c: PageContext, studentId: number, draft: TalkDraft) {
  const today = parts.clock.today();
  return inOrganiser(parts, c, async (tx) => {
    const answer = await recordTalk(tx, {
      actor: c.get('actor'),
      studentId,
      draft,
      today,
      now: parts.clock.now(),
    });
    if (answer.ok && !answer.repeated) {
      if (answer.outcome !== 'did-not-come')
        await handleConcerns(tx, studentId, answer.talkId, answer.heldOn);
      await refreshSignals(tx, { on: today, students: [studentId] });
    }
    return answer;
  });
}

function draftOf(form: Form): TalkDraft {
  return {
    requestKey: textOf(form, 'requestKey'),
    heldOn: textOf(form, 'heldOn'),
    outcome: textOf(form, 'outcome'),
    note: textOf(form, 'note'),
    nextStep: textOf(form, 'nextStep'),
    nextOn: textOf(form, 'nextOn'),
  };
}

async function nameOf(
  parts: PageParts,
  c: PageContext,
  actor: Actor,
): Promise<Omit<TalkedWith, 'studentId'>> {
  const today = parts.clock.today();
  const studentId = studentIdOf(c);
  const card = await inOrganiser(parts, c, async (tx) => {
    const why = whyMay(actor, 'talk.record', await relationsTo(tx, actor, studentId, today));
    return why.allowed ? studentCard(tx, studentId, today) : undefined;
  });
  if (!card) return notFound();
  const mine = card.mentors.some((mentor) => mentor.personId === actor.personId);
  return { name: card.name, isProtected: card.protection !== 'none', mine };
}

function pageProps(parts: PageParts, c: PageContext, student: Omit<TalkedWith, 'studentId'>) {
  return {
    frame: { actor: c.get('actor') },
    student: { ...student, studentId: studentIdOf(c) },
    today: parts.clock.today(),
    requestKey: crypto.randomUUID(),
  };
}
