import { personWords as words } from '../../../messages/sv/persons.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Aside,
  Columns,
  EmptyState,
  Note,
  PageHead,
  Pagination,
  Panel,
  Stack,
} from '../../../platform/web/components/index.ts';
import { type Actor, StaffPage } from '../../access/index.ts';
import type { Merge } from '../../people/index.ts';
import type { Proposal } from '../queries/likely-doubles.ts';
import { MergesPanel } from './merges-panel.tsx';
import { PairPanel } from './pair-panel.tsx';

/** What the page shows. */
export interface DoublesPageProps {
  readonly actor: Actor;
  readonly today: LocalDate;
  /** Whether the reader may merge everywhere, and so protected identities. */
  readonly wholeOrganiser: boolean;
  /** Those of this page. */
  readonly proposals: readonly Proposal[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly merges: readonly Merge[];
  /** Who merged and parted, by number. */
  readonly names: ReadonlyMap<number, string>;
  /** What came of what was just done. */
  readonly answer?: keyof typeof words.answers | undefined;
}

const good: readonly (keyof typeof words.answers)[] = ['ihop', 'inte-samma', 'uppdelade'];

/** Troliga dubbletter. */
export function DoublesPage(props: DoublesPageProps) {
  const { actor, proposals, total, page, pages, answer } = props;
  return (
    <StaffPage actor={actor} title={words.title} current="/import">
      <PageHead
        title={words.title}
        breadcrumb={[{ href: '/import', label: 'Import' }]}
        meta={total > 0 ? [words.waiting(total)] : []}
      />
      <Columns>
        <Stack>
          {answer && (
            <Note tone={good.includes(answer) ? 'ok' : 'heed'} answer>
              {words.answers[answer]}
            </Note>
          )}
          {total === 0 ? (
            <EmptyState id="inga" title={words.empty.title} why={words.empty.why} />
          ) : (
            <p>{words.intro}</p>
          )}
          {proposals.map((proposal) => (
            <PairPanel proposal={proposal} />
          ))}
          <Pagination page={page} pages={pages} href={(nr) => `/import/dubbletter?sida=${nr}`} />
          <MergesPanel {...props} />
        </Stack>
        <Aside label={words.how.title}>
          <Panel id="sa-hittas" title={words.how.title}>
            {words.how.text.map((text) => (
              <p class="ff-small ff-soft">{text}</p>
            ))}
          </Panel>
          <Panel id="fel" title={words.safe.title}>
            <p class="ff-small ff-soft">{words.safe.text}</p>
          </Panel>
        </Aside>
      </Columns>
    </StaffPage>
  );
}
