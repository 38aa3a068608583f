import { Hono } from 'hono';
import { together } from '../../../platform/server/db.ts';
import { type PageEnv, type PageParts, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { myStudents } from '../queries/my-students.ts';
import { inOrganiser, notFound } from './answers.ts';
import { dataFrom } from './data-from.ts';
import { MyStudentsPage } from './my-students-page.tsx';

/** `/` and `/mina-elever`. */
export function myStudentsRoutes(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/', (c) => c.redirect(firstPage(c.get('actor')), 303))
    .get('/mina-elever', async (c) => {
      const actor = c.get('actor');
      if (!actor.duties.some((duty) => duty.role === 'mentor')) notFound();
      const today = parts.clock.today();
      const { mine, from } = await inOrganiser(parts, c, async (tx) => {
        const [found, data] = await together(tx, [() => myStudents(tx, actor.personId), () => dataFrom(tx)]);
        record(tx, {
          actor,
          action: 'student.list',
          what: 'Mina elever',
          because: 'mentor',
          subjects: found.all.map((student) => student.studentId),
          at: parts.clock.now(),
        });
        return { mine: found, from: data };
      });
      const saved = mine.all.find((student) => String(student.studentId) === c.req.query('sparat'));
      return c.html(
        <MyStudentsPage
          frame={{ actor, dataFrom: from, counts: { '/mina-elever': mine.today.length } }}
          mine={mine}
          today={today}
          chosen={Number(c.req.query('prata')) || undefined}
          requestKey={crypto.randomUUID()}
          saved={saved}
        />,
      );
    });
}

/** Where somebody begins: the mentor with her students, the others with the place they have. */
function firstPage(actor: PageEnv['Variables']['actor']): string {
  if (actor.duties.some((duty) => duty.role === 'mentor')) return '/mina-elever';
  if (whyMay(actor, 'student.list', 'organiser').allowed) return '/elever';
  if (whyMay(actor, 'import.run', 'organiser').allowed) return '/import';
  if (whyMay(actor, 'people.log-read', 'organiser').allowed && actor.duties.length > 0) return '/logg';
  return actor.isStudent ? '/min-sida' : '/gransvarden';
}
