import { Hono } from 'hono';
import { together } from '../../../platform/server/db.ts';
import { becauseCode, type PageEnv, type PageParts, relationsTo, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { mergedInto } from '../../people/index.ts';
import { studentFile } from '../queries/student-file.ts';
import { teachingFile } from '../queries/teaching-file.ts';
import { inOrganiser, notFound, type PageContext, studentIdOf } from './answers.ts';
import { dataFrom } from './data-from.ts';
import { StudentPage } from './student-page.tsx';
import { TeachingPage } from './teaching-page.tsx';

const answers: Readonly<Record<string, string>> = {
  samtal:
    'Samtalet är sparat. Signalen vilar och kommer tillbaka bara om läget blir sämre eller nästa steg passerar.',
  oro: 'Oron är lyft. Mentorn ser den i dag.',
  vilar: 'Tack. Signalen vilar tills läget ändras, och svaret räknas när vi ser hur ofta signalen stämmer.',
};

/** `/elever/:id`: the student's page, read and logged in one transaction. */
export function studentRoutes(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>().get('/elever/:id{[1-9][0-9]*}', async (c) => {
    const actor = c.get('actor');
    const today = parts.clock.today();
    const found = await inOrganiser(parts, c, async (tx) => {
      const [file, from] = await together(tx, [
        () => studentFile(tx, actor, studentIdOf(c), today),
        () => dataFrom(tx),
      ]);
      if (!file) return undefined;
      record(tx, {
        actor,
        action: 'student.read',
        what: 'Elevsidan',
        because: becauseCode(file.why.because),
        subjects: [file.card.studentId],
        at: parts.clock.now(),
      });
      return { file, from };
    });
    if (!found) return teachingAnswer(parts, c);
    return c.html(
      <StudentPage
        frame={{ actor, dataFrom: found.from }}
        file={found.file}
        today={today}
        answer={answers[c.req.query('sparat') ?? '']}
      />,
    );
  });
}

/** For somebody who only teaches the student: the page of that, or none. */
async function teachingAnswer(parts: PageParts, c: PageContext): Promise<Response> {
  const actor = c.get('actor');
  const file = await inOrganiser(parts, c, async (tx) => {
    const found = await teachingFile(tx, actor, studentIdOf(c), parts.clock.today());
    if (!found) return undefined;
    record(tx, {
      actor,
      action: 'student.read-teaching',
      what: 'Elevsidan',
      because: becauseCode(found.why.because),
      subjects: [found.card.studentId],
      at: parts.clock.now(),
    });
    return found;
  });
  return file ? c.html(<TeachingPage frame={{ actor }} file={file} />) : movedAnswer(parts, c);
}

/** The address of somebody who was merged into another leads to that one, for whoever may read there. */
async function movedAnswer(parts: PageParts, c: PageContext): Promise<Response> {
  const actor = c.get('actor');
  const moved = await inOrganiser(parts, c, async (tx) => {
    const into = await mergedInto(tx, studentIdOf(c));
    if (into === undefined) return undefined;
    const subject = await relationsTo(tx, actor, into, parts.clock.today());
    const reads = (['student.read', 'student.read-teaching'] as const).map((action) =>
      whyMay(actor, action, subject),
    );
    return reads.some((why) => why.allowed) ? into : undefined;
  });
  return moved === undefined ? notFound() : c.redirect(`/elever/${moved}`, 303);
}
