import { Hono } from 'hono';
import { personWords as words } from '../../../messages/sv/persons.ts';
import { readForm } from '../../../platform/server/read-form.ts';
import type { PageEnv } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { mergesDone, namesOf } from '../../people/index.ts';
import { keepApart } from '../commands/keep-apart.ts';
import { type Doer, type Merged, mergePersons } from '../commands/merge-persons.ts';
import { type Parted, partPersons } from '../commands/part-persons.ts';
import { likelyDoubles, type Proposal } from '../queries/likely-doubles.ts';
import { DoublesPage } from './doubles-page.tsx';
import { type DoublesContext, type DoublesParts, doerOf, inOrganiser, wholeNumber } from './doubles-parts.ts';

type Answer = keyof typeof words.answers;

const pairsPerPage = 10;
const mergesShown = 50;

/** `/import/dubbletter`: those who are likely one, and those who have been merged. */
export function doublesPages(parts: DoublesParts): Hono<PageEnv> {
  const back = (c: DoublesContext, answer: Answer) => c.redirect(`/import/dubbletter?svar=${answer}`, 303);
  return new Hono<PageEnv>()
    .get('/import/dubbletter', (c) => show(parts, c))
    .post('/import/dubbletter/sla-ihop', async (c) => back(c, await merge(parts, c)))
    .post('/import/dubbletter/inte-samma', async (c) => {
      const doer = doerOf(parts, c);
      const form = await readForm(c);
      const pair = { one: wholeNumber(form['stannar']), other: wholeNumber(form['gar']) };
      const kept = await inOrganiser(parts, c, (tx) => keepApart(tx, pair, doer));
      return back(c, kept ? 'inte-samma' : 'andrad');
    })
    .post('/import/dubbletter/:merge/dela-upp', async (c) => {
      const doer = doerOf(parts, c);
      const merge = wholeNumber(c.req.param('merge'));
      return back(c, partAnswer(await inOrganiser(parts, c, (tx) => partPersons(tx, merge, doer))));
    });
}

async function merge(parts: DoublesParts, c: DoublesContext): Promise<Answer> {
  const doer = doerOf(parts, c);
  const form = await readForm(c);
  const asked = {
    stays: wholeNumber(form['stannar']),
    goes: wholeNumber(form['gar']),
    versions: { stays: wholeNumber(form['stannar-version']), goes: wholeNumber(form['gar-version']) },
  };
  return mergeAnswer(await inOrganiser(parts, c, (tx) => mergePersons(tx, asked, doer)));
}

function mergeAnswer(merged: Merged): Answer {
  if (merged.ok) return 'ihop';
  return ({ busy: 'upptagen', changed: 'andrad', refused: 'nekad' } as const)[merged.why];
}

function partAnswer(parted: Parted): Answer {
  if (parted.ok) return 'uppdelade';
  const answers = { busy: 'upptagen', unknown: 'andrad', refused: 'nekad' } as const;
  if (parted.why === 'later-first') return 'senare';
  return parted.why === 'in-use' ? 'i-vagen' : answers[parted.why];
}

async function show(parts: DoublesParts, c: DoublesContext): Promise<Response> {
  const doer = doerOf(parts, c);
  const shown = await inOrganiser(parts, c, async (tx) => {
    const all = await likelyDoubles(tx, doer.reach, doer.on);
    const pages = Math.max(1, Math.ceil(all.length / pairsPerPage));
    const page = Math.min(pages, wholeNumber(c.req.query('sida')) || 1);
    const proposals = all.slice((page - 1) * pairsPerPage, page * pairsPerPage);
    const merges = await mergesDone(tx, { most: mergesShown, everAt: doer.reach });
    const doers = merges.flatMap((each) => [each.mergedBy, each.partedBy ?? each.mergedBy]);
    const names = await namesOf(tx, doers);
    const persons = [...idsOf(proposals), ...merges.map((each) => each.intoId)];
    if (persons.length > 0) record(tx, seen(doer, persons));
    return { proposals, total: all.length, page, pages, merges, names };
  });
  const answer = c.req.query('svar') ?? '';
  const told = Object.hasOwn(words.answers, answer) ? (answer as Answer) : undefined;
  return c.html(
    <DoublesPage
      actor={doer.actor}
      today={doer.on}
      wholeOrganiser={doer.reach === null}
      {...shown}
      answer={told}
    />,
  );
}

function idsOf(proposals: readonly Proposal[]): readonly number[] {
  return proposals.flatMap(({ stays, goes }) => [stays.personId, goes.personId]);
}

function seen({ actor, because, at }: Doer, subjects: readonly number[]) {
  const what = words.title;
  return { actor, action: 'person.doubles-read', what, because, subjects: [...new Set(subjects)], at };
}
