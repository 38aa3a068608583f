import { personWords as words } from '../../../messages/sv/persons.ts';
import { Button, Panel, Table } from '../../../platform/web/components/index.ts';
import { moment } from '../../../platform/web/format.ts';
import type { Merge } from '../../people/index.ts';
import type { DoublesPageProps } from './doubles-page.tsx';

type Shown = Pick<DoublesPageProps, 'merges' | 'names' | 'today' | 'wholeOrganiser'>;

/** Those who have been merged, each with the way back. */
export function MergesPanel({ merges, names, today, wholeOrganiser }: Shown) {
  const { done } = words;
  if (merges.length === 0) return null;
  const nameOf = (person: number) => names.get(person) ?? done.system;
  return (
    <Panel id="ihopslagna" title={done.title} flush>
      <Table<Merge>
        caption={done.title}
        captionHidden
        fold
        rows={merges}
        columns={[
          {
            head: done.who,
            rowHeader: true,
            cell: (merge) => done.into(merge.goneName, merge.intoName),
          },
          { head: done.when, nowrap: true, cell: (merge) => moment(merge.mergedAt, today) },
          { head: done.by, cell: (merge) => nameOf(merge.mergedBy), foldLabel: done.by.toLowerCase() },
          {
            head: done.state,
            cell: (merge) => (
              <Way merge={merge} nameOf={nameOf} today={today} wholeOrganiser={wholeOrganiser} />
            ),
          },
        ]}
      />
    </Panel>
  );
}

function Way({
  merge,
  nameOf,
  today,
  wholeOrganiser,
}: {
  merge: Merge;
  nameOf: (person: number) => string;
  today: DoublesPageProps['today'];
  wholeOrganiser: boolean;
}) {
  const { done } = words;
  if (merge.partedAt) return <>{done.parted(moment(merge.partedAt, today), nameOf(merge.partedBy ?? 0))}</>;
  if (merge.isMasked && !wholeOrganiser) return <>{done.byWhole}</>;
  if (!merge.isLatest) return <>{done.later}</>;
  return (
    <form action={`/import/dubbletter/${merge.mergeId}/dela-upp`} method="post">
      <Button kind="2" small>
        {done.part}
        <span class="ff-sr">{done.partWhom(merge.intoName)}</span>
      </Button>
    </form>
  );
}
