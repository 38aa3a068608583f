import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type AnyRule, decide, type RuleBook } from '../../../law/index.ts';
import { isLocalDate } from '../../../platform/local-date.ts';
import { together, withOrganiser } from '../../../platform/server/db.ts';
import { readForm } from '../../../platform/server/read-form.ts';
import { type PageEnv, type PageParts, whyMay } from '../../access/index.ts';
import { organiserOf } from '../../organisation/index.ts';
import { setRoutine } from '../commands/set-routine.ts';
import { asLocalRoutines, ownRoutines } from '../queries/routines.ts';
import { factFields } from '../rules/fact-fields.ts';
import { factsFromForm, formFromFacts } from '../rules/form-facts.ts';
import { RulePage, type RulePageProps } from './rule-page.tsx';
import { RulesPage } from './rules-page.tsx';

/** What the pages need: the book is bound in `app/`, since its rules come from every module. */
export interface RulePageParts extends PageParts {
  readonly book: RuleBook;
}

type PageContext = Context<PageEnv>;

const closed = 'Lokala rutiner bestäms av skolchefen. Du ser vad som gäller och sedan när.';

/** Regler: the list, each rule with a form to try it, and the organiser's own routines. */
export function rulePages(parts: RulePageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/regler', (c) => {
      staffOnly(c);
      const question = c.req.query('sok') ?? '';
      const common = { actor: c.get('actor'), today: parts.clock.today() };
      return c.html(<RulesPage {...common} book={parts.book} question={question.slice(0, 100)} />);
    })
    .get('/regler/:area/:name', (c) => {
      const from = c.req.query('sparat') ?? '';
      return rulePage(parts, c, isLocalDate(from) ? { saved: from } : {});
    })
    .post('/regler/:area/:name', (c) => rulePage(parts, c, { tried: true }))
    .post('/regler/:area/:name/rutin', (c) => saveRoutineForm(parts, c));
}

function staffOnly(c: PageContext): void {
  if (!whyMay(c.get('actor'), 'rules.read', 'organiser').allowed) throw new HTTPException(404);
}

function ruleOf({ book }: RulePageParts, c: PageContext): AnyRule {
  staffOnly(c);
  const rule = book.find(`${c.req.param('area')}/${c.req.param('name')}`);
  if (!rule) throw new HTTPException(404);
  return rule;
}

interface Shown extends Pick<RulePageProps['routines'], 'saved' | 'returned'> {
  readonly tried?: boolean;
}

async function rulePage(parts: RulePageParts, c: PageContext, { tried, ...shown }: Shown): Promise<Response> {
  const rule = ruleOf(parts, c);
  const actor = c.get('actor');
  const today = parts.clock.today();
  const [own, organiser] = await withOrganiser(parts.db, c.get('organiser'), (tx) =>
    together(tx, [() => ownRoutines(tx, parts.book, rule.id), () => organiserOf(tx)]),
  );
  const fields = factFields(rule.facts);
  const texts = tried ? await readForm(c) : formFromFacts(fields, rule.example);
  const on = tried ? (texts.dag ?? '') : today;
  const facts = factsFromForm(fields, texts);
  const decided = tried ? decide(rule, facts, on, asLocalRoutines(own, organiser.name)) : undefined;
  const may = whyMay(actor, 'routines.change', 'organiser').allowed;
  const routines = { own, closed: may ? undefined : closed, ...shown };
  return c.html(
    <RulePage {...{ actor, rule, today, routines, texts, decided }} askedOn={on} />,
    shown.returned ? 422 : 200,
  );
}

async function saveRoutineForm(parts: RulePageParts, c: PageContext): Promise<Response> {
  const rule = ruleOf(parts, c);
  const form = await readForm(c);
  const sent = { rule: rule.id, key: form.nyckel ?? '', value: form.varde ?? '', from: form.fran ?? '' };
  const asked = { actor: c.get('actor'), sent, today: parts.clock.today(), now: parts.clock.now() };
  const answer = await withOrganiser(parts.db, c.get('organiser'), (tx) => setRoutine(tx, parts.book, asked));
  if (answer.ok) return c.redirect(`/regler/${rule.id}?sparat=${answer.from}#rutiner`, 303);
  if ('refused' in answer) throw new HTTPException(404);
  return rulePage(parts, c, { returned: { sent, reasons: answer.reasons } });
}
