import { Hono } from 'hono';
import { readForm } from '../../../platform/server/read-form.ts';
import {
  Actions,
  Button,
  Chips,
  Facts,
  Note,
  PageHead,
  Panel,
} from '../../../platform/web/components/index.ts';
import {
  type OpeningReason,
  openingReasons,
  openProtectedIdentity,
  type PageEnv,
  type PageParts,
  relationsTo,
  StaffPage,
  whyMay,
} from '../../access/index.ts';
import { inOrganiser, notFound, type PageContext, studentIdOf, textOf } from './answers.ts';

const reasonWords: Readonly<Record<OpeningReason, string>> = {
  'contact-guardian': 'Kontakt med vårdnadshavare',
  handover: 'Överlämning till ny skola',
  authority: 'Begäran från myndighet',
  roster: 'Rätta elevuppgifter',
  emergency: 'Nödläge',
};

/** `/elever/:id/skyddade-uppgifter`: shows once who a protected student is, to those whose duty it is, for a stated reason. */
export function openIdentityRoutes(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/elever/:id{[1-9][0-9]*}/skyddade-uppgifter', async (c) => {
      await mustMay(parts, c);
      return c.html(<AskPage c={c} />);
    })
    .post('/elever/:id{[1-9][0-9]*}/skyddade-uppgifter', async (c) => {
      const form = await readForm(c);
      const opened = await inOrganiser(parts, c, (tx) =>
        openProtectedIdentity(tx, c.get('actor'), {
          studentId: studentIdOf(c),
          reason: textOf(form, 'reason'),
          on: parts.clock.today(),
          at: parts.clock.now(),
        }),
      );
      if (opened.ok) return c.html(<OpenedPage c={c} identity={opened.identity} />);
      if (opened.because.code !== 'no-reason-given') return notFound();
      return c.html(<AskPage c={c} error="Välj varför du behöver se vem eleven är." />, 422);
    });
}

async function mustMay(parts: PageParts, c: PageContext): Promise<void> {
  const actor = c.get('actor');
  const subject = await inOrganiser(parts, c, (tx) =>
    relationsTo(tx, actor, studentIdOf(c), parts.clock.today()),
  );
  if (!whyMay(actor, 'identity.open-protected', subject).allowed) notFound();
}

function AskPage({ c, error }: { c: PageContext; error?: string }) {
  return (
    <StaffPage actor={c.get('actor')} title="Öppna skyddade uppgifter" current="/elever" width="read">
      <PageHead title="Öppna skyddade uppgifter" />
      <Panel id="oppna" title="Varför behöver du se vem eleven är?">
        <p>
          Uppgifterna visas en gång, bara på nästa sida. Att du öppnar dem loggas med ditt namn och ditt skäl.
        </p>
        <form
          class="ff-form"
          method="post"
          action={`/elever/${studentIdOf(c)}/skyddade-uppgifter`}
          novalidate
        >
          <Chips
            name="reason"
            id="reason"
            legend="Skäl"
            options={openingReasons.map((value) => ({ value, label: reasonWords[value] }))}
            required
            error={error}
          />
          <Actions>
            <Button>Öppna</Button>
          </Actions>
        </form>
      </Panel>
    </StaffPage>
  );
}

function OpenedPage(props: {
  c: PageContext;
  identity: { givenName: string; familyName: string; civicNumber: string | null };
}) {
  const { c, identity } = props;
  return (
    <StaffPage actor={c.get('actor')} title="Skyddade uppgifter" current="/elever" width="read">
      <PageHead title="Skyddade uppgifter" />
      <Note tone="heed" icon="lock">
        Uppgifterna visas bara nu. Stäng sidan när du är klar, och skriv inte av dem någonstans.
      </Note>
      <Panel id="identitet" title="Eleven">
        <Facts
          facts={[
            { term: 'Namn', value: `${identity.givenName} ${identity.familyName}` },
            { term: 'Personnummer', value: identity.civicNumber ?? 'saknas' },
          ]}
        />
      </Panel>
    </StaffPage>
  );
}
