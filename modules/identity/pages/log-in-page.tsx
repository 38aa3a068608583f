import { identity as words } from '../../../messages/sv/identity.ts';
import { LinkButton, Note, PageHead, Panel } from '../../../platform/web/components/index.ts';
import { Page } from '../../../platform/web/layout.tsx';
import { accessibilityLink } from '../../access/index.ts';
import type { DemonstrationOrganiser } from '../queries/demonstration-cast.ts';
import { CastTable } from './cast-table.tsx';

/** What the log-in page offers. */
export interface LogInPageProps {
  /** Where to go afterwards, one of our own paths. */
  readonly back: string;
  /** Whether the school's own log-in is set up. */
  readonly withSchool: boolean;
  /** Empty unless the server is in demonstration mode. */
  readonly demonstrations: readonly DemonstrationOrganiser[];
}

/** How to get in: the school's log-in, and in demonstration mode the cast. */
export function LogInPage({ back, withSchool, demonstrations }: LogInPageProps) {
  const nothing = !withSchool && demonstrations.length === 0;
  return (
    <Page
      title={words.title}
      width={demonstrations.length > 0 ? 'wide' : 'narrow'}
      footer={{ links: [accessibilityLink] }}
    >
      <PageHead title={words.title} />
      <p>{words.lead}</p>
      {withSchool && (
        <Panel id="skolan" title={words.withSchool}>
          <p>{words.withSchoolHelp}</p>
          <p>
            <LinkButton href={`/logga-in/skola?tillbaka=${encodeURIComponent(back)}`}>
              {words.withSchool}
            </LinkButton>
          </p>
        </Panel>
      )}
      {demonstrations.length > 0 && <Note>{words.demonstrationHelp}</Note>}
      {demonstrations.map((each) => (
        <Panel id={`huvudman-${each.organiser}`} title={each.name} flush>
          <CastTable from={each} students={false} back={back} />
          <CastTable from={each} students back={back} />
        </Panel>
      ))}
      {nothing && (
        <Panel id="saknas" title={words.notSetUp}>
          <p>{words.notSetUpWhy}</p>
        </Panel>
      )}
    </Page>
  );
}

/** Why somebody could not be let in, as its key among the words. */
export type LogInRefusal = keyof typeof words.refused;

/** Why it did not go through, and the way back to the log-in page. */
export function RefusedPage({ why }: { why: LogInRefusal }) {
  const { title, text } = words.refused[why];
  return (
    <Page title={title} width="narrow">
      <section class="ff-panel" aria-labelledby="nekad">
        <h1 id="nekad">{title}</h1>
        <p>{text}</p>
        <p>
          <LinkButton href="/logga-in">{words.again}</LinkButton>
        </p>
      </section>
    </Page>
  );
}

/** After logging out. `onwards`: where to log out of the school's service too; the browser is sent there at once. */
export function LoggedOutPage({ onwards }: { onwards: string | undefined }) {
  return (
    <Page title={words.loggedOut} width="narrow">
      <section class="ff-panel" aria-labelledby="utloggad">
        <h1 id="utloggad">{words.loggedOut}</h1>
        <p>{words.loggedOutText}</p>
        {onwards && (
          <p>
            <a class="ff-link" href={onwards}>
              {words.alsoAtSchool}
            </a>
          </p>
        )}
        <p>
          <LinkButton href="/logga-in">{words.again}</LinkButton>
        </p>
      </section>
    </Page>
  );
}
