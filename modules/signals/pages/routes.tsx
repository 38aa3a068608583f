import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isLocalDate } from '../../../platform/local-date.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import { readForm } from '../../../platform/server/read-form.ts';
import { type PageEnv, type PageParts, whyMay } from '../../access/index.ts';
import { setThresholds } from '../commands/set-thresholds.ts';
import type { SentThresholds } from '../commands/set-thresholds-check.ts';
import { signalUse } from '../queries/signal-use.ts';
import { ownThresholds } from '../queries/thresholds.ts';
import { signalIds } from '../rules/index.ts';
import { keysOf, type ThresholdGroup, thresholdGroups } from '../rules/threshold-groups.ts';
import { HowWeCountPage } from './how-we-count-page.tsx';
import { SignalPage } from './signal-page.tsx';
import { ThresholdsPage, type ThresholdsPageProps } from './thresholds-page.tsx';

const closed = 'Gränserna bestäms av skolchefen. Du ser vad som gäller och sedan när.';

/** Gränsvärden, Så räknar vi, and a page for each signal: open to everybody who works there. */
export function signalPages(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/gransvarden', async (c) => {
      staffOnly(c);
      const group = groupOf(c.req.query('sparat'));
      const from = c.req.query('fran') ?? '';
      return thresholdsPage(parts, c, group && isLocalDate(from) ? { saved: { group, from } } : {});
    })
    .post('/gransvarden', (c) => saveThresholds(parts, c))
    .get('/sa-raknar-vi', async (c) => {
      staffOnly(c);
      const own = await withOrganiser(parts.db, c.get('organiser'), (tx) => ownThresholds(tx));
      return c.html(<HowWeCountPage actor={c.get('actor')} own={own} today={parts.clock.today()} />);
    })
    .get('/signaler/:id', async (c) => {
      staffOnly(c);
      const id = signalIds.find((each) => each === c.req.param('id').toUpperCase());
      if (!id) throw new HTTPException(404);
      const [actor, today] = [c.get('actor'), parts.clock.today()];
      const { own, use } = await withOrganiser(parts.db, c.get('organiser'), async (tx) => ({
        own: await ownThresholds(tx),
        use: await signalUse(tx, actor, id, today),
      }));
      return c.html(<SignalPage actor={actor} id={id} own={own} use={use} today={today} />);
    });
}

type PageContext = Context<PageEnv>;

/** No personal data stands on these pages, but they are the organiser's: whoever does not work there finds nothing. */
function staffOnly(c: PageContext): void {
  if (!whyMay(c.get('actor'), 'thresholds.read', 'organiser').allowed) throw new HTTPException(404);
}

async function thresholdsPage(
  parts: PageParts,
  c: PageContext,
  more: Pick<ThresholdsPageProps, 'saved' | 'returned'>,
): Promise<Response> {
  const actor = c.get('actor');
  const own = await withOrganiser(parts.db, c.get('organiser'), (tx) => ownThresholds(tx));
  const may = whyMay(actor, 'thresholds.change', 'organiser').allowed;
  return c.html(
    <ThresholdsPage
      actor={actor}
      own={own}
      today={parts.clock.today()}
      closed={may ? undefined : closed}
      {...more}
    />,
    more.returned ? 422 : 200,
  );
}

async function saveThresholds(parts: PageParts, c: PageContext): Promise<Response> {
  const form = await readForm(c);
  const group = groupOf(form['grupp']);
  if (!group) throw new HTTPException(404);
  const sent: SentThresholds = {
    from: form['fran'] ?? '',
    shownFor: form['visade'] ?? '',
    seen: form['sedd'] ?? '',
    values: Object.fromEntries(keysOf(group).map((key) => [key, form[key] ?? ''])),
  };
  const answer = await withOrganiser(parts.db, c.get('organiser'), (tx) =>
    setThresholds(tx, {
      actor: c.get('actor'),
      group,
      sent,
      today: parts.clock.today(),
      now: parts.clock.now(),
    }),
  );
  if (answer.ok) return c.redirect(`/gransvarden?sparat=${group}&fran=${answer.from}`, 303);
  if ('refused' in answer) throw new HTTPException(404);
  return thresholdsPage(parts, c, { returned: { group, sent, problems: answer.problems } });
}

function groupOf(text: string | undefined): ThresholdGroup | undefined {
  return thresholdGroups.find((each) => each === text);
}
