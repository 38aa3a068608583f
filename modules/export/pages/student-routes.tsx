import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { exportWords } from '../../../messages/sv/export.ts';
import { type Form, readForm } from '../../../platform/server/read-form.ts';
import { becauseCode, type PageEnv, type Why } from '../../access/index.ts';
import { organiserOf } from '../../organisation/index.ts';
import { takeOutStudent } from '../commands/take-out.ts';
import { findStudent } from '../queries/find-student.ts';
import { mayTakeOut } from '../queries/may-take-out.ts';
import { type ExportReason, exportReason } from '../reasons.ts';
import { includeChoice } from './export-form.ts';
import { ExportPage } from './export-page.tsx';
import { type ExportContext, type ExportPages, exporterOf, inOrganiser } from './export-parts.ts';

const words = exportWords.page.one;

/** The register extract: asked for by somebody who answers for the organiser, or by the student herself. */
export function studentRoutes(pages: ExportPages): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .post('/export/elev', async (c) => {
      const exporter = await exporterOf(pages, c);
      if (!exporter.mayStudent) throw new HTTPException(404);
      const form = await readForm(c);
      const asked = await askedFor(pages, c, form);
      if ('message' in asked) {
        const one = { who: form.elev ?? '', include: form.skyddade === includeChoice, ...asked };
        return c.html(<ExportPage exporter={exporter} one={one} />, 422);
      }
      return send(pages, c, asked);
    })
    .post('/min-sida/mina-uppgifter', async (c) => {
      const { personId, isStudent } = c.get('actor');
      if (!isStudent) throw new HTTPException(404);
      const today = pages.clock.today();
      const why = await inOrganiser(pages, c, (tx) =>
        mayTakeOut(tx, c.get('actor'), 'export.student', personId, today),
      );
      if (!why.allowed || why.because.code !== 'self') throw new HTTPException(404);
      return send(pages, c, { studentId: personId, why, reason: 'request', withProtected: true });
    });
}

interface Asked {
  readonly studentId: number;
  readonly why: Why;
  readonly reason: ExportReason;
  readonly withProtected: boolean;
}

/** What is to be put right, or the student. Nobody hears more than "no such student" of somebody she may not take out. */
async function askedFor(
  pages: ExportPages,
  c: ExportContext,
  form: Form,
): Promise<Asked | { readonly message: string; readonly field: 'elev' | 'skyddade' }> {
  const identifier = (form.elev ?? '').trim();
  if (identifier === '') return { field: 'elev', message: words.missing };
  const actor = c.get('actor');
  const today = pages.clock.today();
  return inOrganiser(pages, c, async (tx) => {
    const found = await findStudent(tx, identifier, today);
    const why = found && (await mayTakeOut(tx, actor, 'export.student', found.studentId, today));
    if (!found || !why?.allowed) return { field: 'elev', message: words.unknown };
    if (found.isProtected) {
      const may = await mayTakeOut(tx, actor, 'export.protected', found.studentId, today);
      if (!may.allowed) return { field: 'elev', message: words.protectedClosed };
      if (form.skyddade !== includeChoice) return { field: 'skyddade', message: words.protectedAsk };
    }
    const reason = exportReason(form.skal ?? '') ?? 'request';
    return { studentId: found.studentId, why, reason, withProtected: found.isProtected };
  });
}

async function send(pages: ExportPages, c: ExportContext, asked: Asked): Promise<Response> {
  const { studentId, why, reason, withProtected } = asked;
  const actor = c.get('actor');
  const today = pages.clock.today();
  const place = pages.sendingExtracts.begin(`${c.get('organiser')} ${actor.personId} ${studentId}`);
  if (!place) throw new HTTPException(503);
  const choice = { units: null, student: studentId, withProtected };
  const because = becauseCode(why.because);
  const request = {
    organiser: c.get('organiser'),
    actor,
    because,
    reason,
    choice,
    today,
    now: pages.clock.now(),
  };
  const taking = inOrganiser(pages, c, organiserOf).then(({ name }) =>
    takeOutStudent(pages.db, request, name),
  );
  return place.send(taking, `registerutdrag-${today}.zip`);
}
