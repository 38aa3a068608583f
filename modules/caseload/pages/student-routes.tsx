import { Hono } from 'hono';
import { together } from '../../../platform/server/db.ts';
import { becauseCode, type PageEnv, type PageParts } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { studentFile } from '../queries/student-file.ts';
import { inOrganiser, notFound, studentIdOf } from './answers.ts';
import { dataFrom } from './data-from.ts';
import { StudentPage } from './student-page.tsx';

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
      await record(tx, {
        actor,
        action: 'student.read',
        what: 'Elevsidan',
        because: becauseCode(file.why.because),
        subjects: [file.card.studentId],
        at: parts.clock.now(),
      });
      return { file, from };
    });
    if (!found) return notFound();
    return c.html(
      <StudentPage
        frame={{ actor, dataFrom: found.from }}
        file={found.file}
        today={today}
        requestKey={crypto.randomUUID()}
        answer={answers[c.req.query('sparat') ?? '']}
      />,
    );
  });
}
