import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { askBook, citation } from '../../law/index.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { readJson } from '../../platform/server/read-form.ts';
import { problemResponse } from '../../platform/web/problem.ts';
import { type PageEnv, whyMay } from '../access/index.ts';
import { organiserOf } from '../organisation/index.ts';
import { openApi } from './open-api.ts';
import type { RulePageParts } from './pages/routes.tsx';
import { asLocalRoutines, ownRoutines } from './queries/routines.ts';
import { factSchema } from './rules/fact-fields.ts';

/** The same rules for machines: `POST /api/rules/{id}` with `{ "on", "facts" }`, and what they are by OpenAPI. */
export function ruleApi(parts: RulePageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/api/openapi.json', (c) => allowed(c) ?? c.json(openApi(parts.book)))
    .get('/api/rules', (c) => allowed(c) ?? c.json(listed(parts)))
    .post('/api/rules/:area/:name', async (c) => {
      const refusal = allowed(c);
      if (refusal) return refusal;
      const body = await readJson(c);
      if (typeof body !== 'object' || body === null || Array.isArray(body))
        return problemResponse({
          status: 400,
          title: 'Skicka ett JSON-objekt: { "on": "ÅÅÅÅ-MM-DD", "facts": { … } }.',
        });
      const rule = `${c.req.param('area')}/${c.req.param('name')}`;
      const { facts, on = parts.clock.today() } = body as { facts?: unknown; on?: unknown };
      const routines = await withOrganiser(parts.db, c.get('organiser'), async (tx) =>
        asLocalRoutines(await ownRoutines(tx, parts.book, rule), (await organiserOf(tx)).name),
      );
      const answer = askBook(parts.book, { rule, facts, on: String(on), routines });
      return c.json({ rule, on, ...answer }, parts.book.find(rule) ? 200 : 404);
    });
}

function allowed(c: Context<PageEnv>): undefined {
  if (!whyMay(c.get('actor'), 'rules.read', 'organiser').allowed) throw new HTTPException(404);
}

function listed({ book }: RulePageParts) {
  return book.rules.map((rule) => ({
    id: rule.id,
    title: rule.title,
    sentence: rule.sentence,
    facts: factSchema(rule.facts),
    example: rule.example,
    versions: rule.versions.map(({ inForce, basis }) => ({ ...inForce, basis: basis.map(citation) })),
  }));
}
