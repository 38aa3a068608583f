import { importWords } from '../../../messages/sv/import.ts';
import { sourceWords as words } from '../../../messages/sv/sources.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  EmptyState,
  LinkButton,
  PageHead,
  Panel,
  Table,
  Tag,
} from '../../../platform/web/components/index.ts';
import { moment } from '../../../platform/web/format.ts';
import { type Actor, StaffPage } from '../../access/index.ts';
import type { Source } from '../queries/sources.ts';
import { nextInWords, type SourceState } from './source-state.ts';

/** A source with how it stands. */
export interface ShownSource {
  readonly source: Source;
  readonly state: SourceState;
}

/** The list of sources: how each went the last time, and when it is pulled next. */
export function SourcesPage({
  actor,
  sources,
  today,
  now,
}: {
  actor: Actor;
  sources: readonly ShownSource[];
  today: LocalDate;
  now: Date;
}) {
  const { list } = words;
  return (
    <StaffPage actor={actor} title={words.title} current="/import">
      <PageHead
        title={words.title}
        breadcrumb={[{ href: '/import', label: importWords.title }]}
        meta={[list.lead]}
        actions={<LinkButton href="/import/kallor/ny">{list.add}</LinkButton>}
      />
      {sources.length === 0 ? (
        <EmptyState id="kallor" title={list.empty} why={list.emptyWhy} />
      ) : (
        <Panel id="kallor" title={words.title} flush>
          <Table<ShownSource>
            caption={words.title}
            captionHidden
            fold
            rows={sources}
            columns={[
              {
                head: list.name,
                rowHeader: true,
                cell: ({ source }) => <a href={`/import/kallor/${source.sourceId}`}>{source.name}</a>,
              },
              {
                head: list.state,
                cell: ({ state }) => (
                  <>
                    <StateTag state={state} /> {state.says}
                  </>
                ),
              },
              {
                head: list.latest,
                foldLabel: list.latest.toLowerCase(),
                nowrap: true,
                cell: ({ source }) => (source.completedAt ? moment(source.completedAt, today) : list.never),
              },
              {
                head: list.next,
                foldLabel: list.next.toLowerCase(),
                cell: ({ source }) => nextInWords(source, now, today),
              },
            ]}
          />
        </Panel>
      )}
    </StaffPage>
  );
}

/** The state as a tag. */
export function StateTag({ state }: { state: SourceState }) {
  const tone = state.tone === undefined ? {} : { tone: state.tone };
  return <Tag {...tone}>{words.states[state.code]}</Tag>;
}
