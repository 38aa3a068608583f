import { importWords } from '../../../messages/sv/import.ts';
import { sourceWords as words } from '../../../messages/sv/sources.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Actions,
  Aside,
  Button,
  Columns,
  Facts,
  LinkButton,
  Note,
  PageHead,
  Panel,
  Table,
} from '../../../platform/web/components/index.ts';
import { capitalized, joined, moment, number } from '../../../platform/web/format.ts';
import { type Actor, StaffPage } from '../../access/index.ts';
import { resources } from '../client/index.ts';
import type { ListState, Source } from '../queries/sources.ts';
import type { SourceState } from './source-state.ts';
import { StateTag } from './sources-page.tsx';
import { type Tried, TriedNote } from './tried-note.tsx';

/** What the page shows. */
export interface SourcePageProps {
  readonly actor: Actor;
  readonly source: Source;
  readonly state: SourceState;
  readonly lists: readonly ListState[];
  readonly today: LocalDate;
  readonly next: string;
  /** Whether sources can call us: somebody outside can reach the server. */
  readonly reachable: boolean;
  /** What a try of the connection came to; absent when nobody has tried. */
  readonly tried?: Tried | undefined;
  /** The answer to what the reader just did. */
  readonly answer?: string | undefined;
}

/** A source: how it stands, what to do now, what is fetched, and how it is set up. */
export function SourcePage(props: SourcePageProps) {
  const { actor, source, state, lists, today, next, reachable, tried, answer } = props;
  return (
    <StaffPage actor={actor} title={source.name} current="/import">
      <PageHead
        title={source.name}
        breadcrumb={[
          { href: '/import', label: importWords.title },
          { href: '/import/kallor', label: words.title },
        ]}
        actions={<HeadActions source={source} state={state} />}
      />
      <div class="ff-stack">
        {answer && <Note answer>{answer}</Note>}
        {tried && <TriedNote tried={tried} />}
        <Columns>
          <div class="ff-stack">
            <StatePanel source={source} state={state} next={next} />
            <ListsPanel lists={lists} today={today} />
          </div>
          <Aside label={words.detail.settings}>
            <FactsPanel source={source} />
            {source.login !== 'command-line' && <CarePanel source={source} reachable={reachable} />}
            <RemovePanel source={source} />
          </Aside>
        </Columns>
      </div>
    </StaffPage>
  );
}

function HeadActions({ source, state }: { source: Source; state: SourceState }) {
  if (source.login === 'command-line' || state.code === 'pulling') return null;
  const stopped = state.code === 'stopped';
  const waits = stopped || state.code === 'previewed';
  return (
    <>
      <PostButton source={source} to="prova" kind={state.code === 'new' ? '2' : '3'}>
        {words.act.try}
      </PostButton>
      <PostButton source={source} to="hamta" kind={waits ? '2' : undefined}>
        {words.act.preview}
      </PostButton>
      {waits && (
        <PostButton source={source} to="las-in" hidden={stopped ? { anda: 'ja' } : undefined}>
          {stopped ? words.act.importAnyway : words.act.import}
        </PostButton>
      )}
    </>
  );
}

function PostButton({
  source,
  to,
  kind,
  hidden = {},
  children,
}: {
  source: Source;
  to: string;
  kind?: '2' | '3' | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  children: string;
}) {
  return (
    <form action={`/import/kallor/${source.sourceId}/${to}`} method="post">
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind}>{children}</Button>
    </form>
  );
}

function StatePanel({ source, state, next }: { source: Source; state: SourceState; next: string }) {
  const waits = state.code === 'previewed' || state.code === 'stopped';
  return (
    <Panel id="lage" title={words.list.state} aside={`${words.list.next}: ${next}`} lead>
      <p>
        <StateTag state={state} /> {state.says}
      </p>
      {state.code === 'pulling' && (
        <p>
          <LinkButton kind="2" href={`/import/kallor/${source.sourceId}`}>
            {words.act.again}
          </LinkButton>
        </p>
      )}
      {source.runId !== null && state.code !== 'pulling' && (
        <p>
          <a href={`/import/${source.runId}`}>{waits ? words.act.look : words.act.look2}</a>
        </p>
      )}
      {source.login !== 'command-line' && state.code !== 'pulling' && !waits && (
        <p class="ff-small ff-soft">{words.act.previewWhy}</p>
      )}
    </Panel>
  );
}

function ListsPanel({ lists, today }: { lists: readonly ListState[]; today: LocalDate }) {
  if (lists.length === 0) return null;
  const plans = lists.some((list) => list.resource === 'studyplans' && list.mirrored > 0);
  const { detail } = words;
  return (
    <Panel id="hamtat" title={detail.what} flush>
      <Table<ListState>
        caption={detail.what}
        captionHidden
        fold
        rows={inOrder(lists)}
        columns={[
          {
            head: detail.list,
            rowHeader: true,
            cell: ({ resource }) => capitalized(listName(resource)),
          },
          {
            head: detail.count,
            numeric: true,
            foldLabel: detail.count.toLowerCase(),
            // Attendance is let go of when it is read in.
            cell: ({ resource, mirrored }) =>
              resource === 'attendances' || resource === 'aggregatedAttendance' ? '' : number(mirrored),
          },
          {
            head: detail.latest,
            numeric: true,
            foldLabel: detail.latest.toLowerCase(),
            cell: (list) => number(list.objects),
          },
          {
            head: detail.since,
            nowrap: true,
            cell: ({ since, underWay }) =>
              underWay ? detail.underWay : since ? moment(since, today) : words.list.never,
          },
        ]}
      />
      {plans && <p class="ff-small ff-soft">{detail.waiting.studyplans}</p>}
    </Panel>
  );
}

function listName(list: string): string {
  return words.lists[list] ?? list;
}

/** In the order that they are pulled. */
function inOrder(lists: readonly ListState[]): readonly ListState[] {
  const order: readonly string[] = resources;
  const place = (list: ListState): number => order.indexOf(list.resource);
  return lists.toSorted((a, b) => place(a) - place(b));
}

function FactsPanel({ source }: { source: Source }) {
  const { detail, form } = words;
  const wanted = source.resources?.map((each) => listName(each));
  const hour = source.hour === null ? words.next.none : detail.hourAt(source.hour);
  return (
    <Panel id="om" title={detail.facts}>
      <Facts
        facts={[
          { term: detail.address, value: source.address },
          { term: detail.login, value: form.logins[source.login] },
          { term: detail.hour, value: hour },
          { term: detail.wanted, value: wanted ? joined(wanted) : detail.everything },
          { term: detail.tells, value: source.subscription ? detail.yes : detail.no },
        ]}
      />
    </Panel>
  );
}

function CarePanel({ source, reachable }: { source: Source; reachable: boolean }) {
  const { act, detail } = words;
  return (
    <Panel id="skot" title={detail.settings}>
      <Actions>
        <LinkButton kind="2" href={`/import/kallor/${source.sourceId}/andra`}>
          {act.change}
        </LinkButton>
        <PostButton source={source} to={source.paused ? 'fortsatt' : 'pausa'} kind="2">
          {source.paused ? act.resume : act.pause}
        </PostButton>
        {(reachable || source.subscription) && (
          <PostButton source={source} to={source.subscription ? 'tyst' : 'sag-till'} kind="2">
            {source.subscription ? act.unsubscribe : act.subscribe}
          </PostButton>
        )}
      </Actions>
      <details class="ff-plain">
        <summary>{act.anewOpen}</summary>
        <p class="ff-small ff-soft">{act.anewWhy}</p>
        <PostButton source={source} to="allt-pa-nytt" kind="2">
          {act.anew}
        </PostButton>
      </details>
    </Panel>
  );
}

/** Two clicks: the second one removes. */
function RemovePanel({ source }: { source: Source }) {
  const { act } = words;
  return (
    <Panel id="ta-bort" title={act.remove}>
      <p class="ff-small ff-soft">{act.removeWhy}</p>
      <details class="ff-plain">
        <summary>{act.removeOpen}</summary>
        <PostButton source={source} to="ta-bort" kind="2">
          {act.remove}
        </PostButton>
      </details>
    </Panel>
  );
}
