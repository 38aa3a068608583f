import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { pino } from 'pino';
import { stoppedClock } from '../../../platform/server/clock.ts';
import { type Database, withOrganiser } from '../../../platform/server/db.ts';
import type { Actor, Duty, PageEnv } from '../../access/index.ts';
import { ensureUnits } from '../../organisation/index.ts';
import { registerPerson } from '../../people/index.ts';
import { emptyOrganiser, on } from '../import-fixture.ts';
import type { ImportParts } from './import-parts.ts';
import { importPages } from './index.ts';

/** The pages of import as one person sees them. */
export type App = Hono<PageEnv>;

/** A duty at a unit, or for the whole organiser (null). */
export const duty = (role: Duty['role'], unitId: number | null): Duty => ({
  role,
  unitId,
  unitName: null,
  title: null,
  since: '2026-08-01',
});

/** An organiser with one unit and two administrators, and its pages of import; sent files lie in `dataDir`. */
export async function importOffice(db: Database, dataDir: string) {
  const organiser = await emptyOrganiser(db, 'Ekdala');
  const { camilla, bo, unit } = await withOrganiser(db, organiser.id, async (tx) => ({
    camilla: await registerPerson(tx, { givenName: 'Camilla', familyName: 'Ståhl', protection: 'none' }),
    bo: await registerPerson(tx, { givenName: 'Bo', familyName: 'Ek', protection: 'none' }),
    unit: (await ensureUnits(tx, [{ code: '12345678', name: 'Ekdalagymnasiet' }])).get('12345678')!,
  }));
  const appFor = (duties: readonly Duty[], personId = camilla, more: Partial<ImportParts> = {}): App => {
    const actor: Actor = {
      organiser: organiser.id,
      personId,
      name: 'Camilla Ståhl',
      duties,
      isStudent: false,
      isGuardian: false,
    };
    const parts = {
      db,
      clock: stoppedClock(on),
      config: { dataDir },
      log: pino({ level: 'silent' }),
      ...more,
    };
    return new Hono<PageEnv>()
      .use(async (c, next) => {
        c.set('actor', actor);
        c.set('organiser', organiser.id);
        await next();
      })
      .route('/', importPages(parts));
  };
  return { organiser, camilla, bo, unit, appFor, administrator: () => appFor([duty('administrator', null)]) };
}

/** Files as the page's form sends them. */
export function form(files: Record<string, string | Uint8Array<ArrayBuffer>>): RequestInit {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('filer', new File([content], name));
  return { method: 'POST', body };
}

/** Sends files; answers the address of their run. */
export async function send(
  app: App,
  files: Record<string, string | Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const answer = await app.request('/import', form(files));
  if (answer.status !== 303) throw new Error(`the files were answered with ${answer.status}`);
  return answer.headers.get('location')!;
}

/** Follows the page that comes again by itself until the files have been read. */
export async function read(app: App, path: string): Promise<string> {
  for (;;) {
    const answer = await app.request(path);
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
    const text = (await answer.text()).replaceAll(/[\u202f\u00a0]/g, ' ');
    if (!answer.headers.has('refresh')) return text;
    await wait(20);
  }
}

/** What the button "Läs in" sends, as the page has it. */
export async function buttonOf(app: App, path: string): Promise<URLSearchParams> {
  const shown = /<form action="[^"]*las-in".*?<\/form>/s.exec(await read(app, path))?.[0] ?? '';
  const fields = [...shown.matchAll(/name="(\w+)" value="([^"]*)"/g)];
  return new URLSearchParams(fields.map(([, name, value]) => [name!, value!]));
}

/** Presses a button of a run's page. */
export async function press(
  app: App,
  path: string,
  sent: URLSearchParams,
  act = '/las-in',
): Promise<Response> {
  return app.request(`${path}${act}`, { method: 'POST', body: sent });
}
