import { sourceWords as words } from '../../../messages/sv/sources.ts';
import { Note } from '../../../platform/web/components/index.ts';
import { type Offer, type Resource, resources } from '../client/index.ts';

/** What a source answered when it was tried: what it has, or why not, in words. */
export type Tried = { readonly offers: Readonly<Record<Resource, Offer>> } | { readonly says: string };

/** What a try of the connection came to. */
export function TriedNote({ tried }: { tried: Tried }) {
  if ('says' in tried) {
    return (
      <Note tone="heed" answer>
        <p>
          <b>{words.tried.failed}.</b> {tried.says}
        </p>
      </Note>
    );
  }
  return (
    <Note tone="ok" answer>
      <p>
        <b>{words.tried.title}.</b> {offersInWords(tried.offers).join(' ')}
      </p>
    </Note>
  );
}

/** What a source has, has not and does not let us see, and what follows for the school. */
export function offersInWords(offers: Readonly<Record<Resource, Offer>>): readonly string[] {
  const { tried, lists } = words;
  const named = (offer: Offer) =>
    resources.filter((each) => offers[each] === offer).map((each) => lists[each] ?? each);
  const has = (each: Resource): boolean => offers[each] === 'yes';
  const [yes, no, refused] = [named('yes'), named('no'), named('refused')];
  return [
    ...(yes.length > 0 ? [tried.has(yes)] : []),
    ...(no.length > 0 ? [tried.hasNot(no)] : []),
    ...(refused.length > 0 ? [tried.refuses(refused)] : []),
    ...(has('persons') && !has('attendances') && !has('aggregatedAttendance') ? [tried.onlyRoster] : []),
    ...(!has('attendances') && has('aggregatedAttendance') ? [tried.onlySums] : []),
  ];
}
