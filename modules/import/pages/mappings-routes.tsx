import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { importWords } from '../../../messages/sv/import.ts';
import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { readForm } from '../../../platform/server/read-form.ts';
import { Aside, Columns, PageHead } from '../../../platform/web/components/index.ts';
import { type PageEnv, StaffPage } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { units } from '../../organisation/index.ts';
import { type ListedMapping, listMappings } from '../queries/mappings.ts';
import { checkMapping, type MappingDraft, type MappingFault } from '../reading/check-mapping.ts';
import { forgetMapping, saveMapping } from '../store-mapping.ts';
import {
  type ImportContext,
  type Importer,
  type ImportPages,
  importerOf,
  inOrganiser,
} from './import-parts.ts';
import { choicesOf, limitsOf, type MappingChoices } from './mapping-choices.ts';
import { draftFrom } from './mapping-draft.ts';
import { MappingFaults, MappingForm } from './mapping-form.tsx';
import { NeedsPanel } from './mapping-needs.tsx';
import { MappingsPage, mayChange } from './mappings-page.tsx';

/** `/import/kolumner`: what is remembered of columns, to look at, change and forget. */
export function mappingsRoutes(pages: ImportPages): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/import/kolumner', async (c) => {
      const importer = importerOf(c);
      const mappings = await inOrganiser(pages, c, (tx) => listMappings(tx, importer.onlyUnits));
      const done = c.req.query('svar');
      const answer = done === 'glomd' ? 'forgotten' : done === 'sparad' ? 'saved' : undefined;
      const today = pages.clock.today();
      return c.html(<MappingsPage importer={importer} mappings={mappings} today={today} answer={answer} />);
    })
    .get('/import/kolumner/:mapping', async (c) => {
      const found = await inOrganiser(pages, c, (tx) => findMapping(tx, c));
      const { mapping } = found;
      const holdsFor = String(mapping.unitId ?? '');
      return c.html(<ChangePage {...found} draft={{ ...mapping, holdsFor, wholeFile: {} }} faults={[]} />);
    })
    .post('/import/kolumner/:mapping', (c) => change(pages, c))
    .post('/import/kolumner/:mapping/glom', async (c) => {
      await inOrganiser(pages, c, async (tx) => {
        const { importer, mapping } = await findMapping(tx, c);
        await forgetMapping(tx, mapping.mappingId);
        log(tx, pages, importer, 'Kolumner glömda', mapping.mappingId);
      });
      return c.redirect('/import/kolumner?svar=glomd', 303);
    });
}

interface Found {
  readonly importer: Importer;
  readonly mapping: ListedMapping;
  readonly choices: MappingChoices;
}

/** One that is not there, or that somebody else is to change, is a page that does not exist. */
async function findMapping(tx: Tx, c: ImportContext): Promise<Found> {
  const importer = importerOf(c);
  const all = await listMappings(tx, importer.onlyUnits);
  const mapping = all.find(({ mappingId }) => String(mappingId) === c.req.param('mapping'));
  if (!mapping || !mayChange(importer, mapping)) throw new HTTPException(404);
  return { importer, mapping, choices: choicesOf(await units(tx), importer.onlyUnits) };
}

async function change(pages: ImportPages, c: ImportContext): Promise<Response> {
  importerOf(c);
  const form = await readForm(c);
  const answer = await inOrganiser(pages, c, async (tx) => {
    const found = await findMapping(tx, c);
    const { mapping, importer } = found;
    const { unitId, headings, kind } = mapping;
    const holdsFor = String(unitId ?? '');
    const draft = { ...draftFrom(form, kind, headings), holdsFor };
    const limits = { ...limitsOf(found.choices, true), holdsFor: new Set([holdsFor]) };
    const faults = checkMapping(draft, limits);
    if (faults.length > 0) return { ...found, draft, faults };
    await saveMapping(tx, { ...draft, unitId, setBy: importer.actor.personId });
    log(tx, pages, importer, 'Kolumner ändrade', mapping.mappingId);
    return undefined;
  });
  return answer ? c.html(<ChangePage {...answer} />, 422) : c.redirect('/import/kolumner?svar=sparad', 303);
}

function log(tx: Tx, pages: ImportPages, { actor, because }: Importer, what: string, mapping: number): void {
  record(tx, {
    actor,
    action: 'import.run',
    what,
    because,
    subjects: [],
    detail: { mapping },
    at: pages.clock.now(),
  });
}

/** One mapping without a file: the same choices, and no examples. */
function ChangePage({
  importer,
  mapping,
  choices,
  draft,
  faults,
}: Found & { draft: MappingDraft; faults: readonly MappingFault[] }) {
  const title = words.list.changeTitle(mapping.source || importWords.kinds[mapping.kind].toLowerCase());
  const back = '/import/kolumner';
  return (
    <StaffPage actor={importer.actor} title={title} current="/import">
      <PageHead
        title={title}
        breadcrumb={[
          { href: '/import', label: importWords.title },
          { href: back, label: words.list.title },
        ]}
      />
      <Columns>
        <div class="ff-stack">
          <MappingFaults faults={faults} />
          <MappingForm
            action={`${back}/${mapping.mappingId}`}
            back={back}
            draft={draft}
            choices={choices}
            faults={faults}
            hidden={{}}
          />
        </div>
        <Aside label={words.needs.title}>
          <NeedsPanel draft={draft} unitIsGiven={choices.only !== null} withoutFile />
        </Aside>
      </Columns>
    </StaffPage>
  );
}
