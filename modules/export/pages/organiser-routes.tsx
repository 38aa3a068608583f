import { Hono } from 'hono';
import { readForm } from '../../../platform/server/read-form.ts';
import type { PageEnv } from '../../access/index.ts';
import { organiserOf } from '../../organisation/index.ts';
import { takeOutOrganiser } from '../commands/take-out.ts';
import type { ExportReason } from '../reasons.ts';
import type { Choice } from '../scope.ts';
import { readExportForm } from './export-form.ts';
import { ExportPage } from './export-page.tsx';
import {
  type ExportContext,
  type Exporter,
  type ExportPages,
  exporterOf,
  inOrganiser,
} from './export-parts.ts';

/** `/export`: what can be taken out, and the archive itself. */
export function organiserRoutes(pages: ExportPages): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/export', async (c) => c.html(<ExportPage exporter={await exporterOf(pages, c)} />))
    .post('/export', async (c) => {
      const exporter = await exporterOf(pages, c);
      const read = readExportForm(await readForm(c), exporter);
      if (!read.ok) return c.html(<ExportPage exporter={exporter} all={read.sent} />, 422);
      return send(pages, c, exporter, read);
    });
}

async function send(
  pages: ExportPages,
  c: ExportContext,
  exporter: Exporter,
  { choice, reason }: { readonly choice: Choice; readonly reason: ExportReason },
): Promise<Response> {
  const key = `${c.get('organiser')} ${exporter.actor.personId} ${JSON.stringify(choice)}`;
  const place = pages.sending.begin(key);
  if (!place) return c.html(<ExportPage exporter={exporter} busy />, 503);
  const today = pages.clock.today();
  const { actor, because } = exporter;
  const asked = {
    organiser: c.get('organiser'),
    actor,
    because,
    reason,
    choice,
    today,
    now: pages.clock.now(),
  };
  const taking = inOrganiser(pages, c, organiserOf).then(({ name }) =>
    takeOutOrganiser(pages.db, asked, { organiserName: name, unitNames: namesOf(exporter, choice) }),
  );
  return place.send(taking, `fullfolj-${today}.zip`);
}

function namesOf({ units }: Exporter, choice: Choice): readonly string[] {
  return units.filter(({ unitId }) => choice.units?.includes(unitId)).map(({ name }) => name);
}
