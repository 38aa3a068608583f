import type { LocalDate } from '../../../platform/local-date.ts';
import {
  EmptyState,
  LinkButton,
  List,
  PageHead,
  Pagination,
  Panel,
} from '../../../platform/web/components/index.ts';
import { dayAndWeek, plural } from '../../../platform/web/format.ts';
import { StaffPage, type StaffPageProps } from '../../access/index.ts';
import { isFiltered } from '../queries/student-list-filter.ts';
import type { StudentListView } from '../queries/student-list-view.ts';
import { orderWords } from '../words/list-words.ts';
import { fileAddress, listAddress } from './students-address.ts';
import { StudentsFilter } from './students-filter.tsx';
import { StudentsTable } from './students-table.tsx';

/** What the page is made of. */
export interface StudentsPageProps {
  readonly frame: Omit<StaffPageProps, 'children' | 'title' | 'current'>;
  readonly view: StudentListView;
  readonly today: LocalDate;
  /** Whether the reader may take the selection out as a file. */
  readonly mayExport: boolean;
}

/** Elever: everybody within the reader's scope, filtered, sorted and in pages. */
export function StudentsPage({ frame, view, today, mayExport }: StudentsPageProps) {
  const { units } = view.choices;
  const where = units.length === 1 ? units[0]!.name : plural(units.length, 'skolenhet', 'skolenheter');
  return (
    <StaffPage {...frame} title="Elever" current="/elever">
      <PageHead
        title="Elever"
        meta={[...(units.length > 0 ? [where] : []), dayAndWeek(today)]}
        actions={mayExport && view.counts.total > 0 ? <Files view={view} /> : null}
      />
      {units.length === 0 ? (
        <NoStudents />
      ) : (
        <>
          <StudentsFilter {...view} />
          <Found view={view} today={today} />
        </>
      )}
    </StaffPage>
  );
}

function Files({ view }: { view: StudentListView }) {
  return (
    <>
      <LinkButton href={fileAddress(view.filter, 'xlsx')} kind="2" icon="download">
        Ladda ner urvalet (Excel)
      </LinkButton>
      <LinkButton href={fileAddress(view.filter, 'csv')} kind="2" icon="download">
        CSV
      </LinkButton>
    </>
  );
}

function Found({ view, today }: { view: StudentListView; today: LocalDate }) {
  const { filter, counts, pages } = view;
  if (counts.total === 0) return <Nobody />;
  return (
    <Panel id="antal" title={plural(counts.total, 'elev', 'elever')} aside={<Order view={view} />} flush>
      <StudentsTable view={view} today={today} />
      <Pagination
        page={filter.page}
        pages={pages}
        href={(page) => listAddress({ ...filter, page })}
        label="Sidor, elever"
      />
    </Panel>
  );
}

function Order({ view: { filter } }: { view: StudentListView }) {
  return (
    <>
      {orderWords[filter.sort][filter.descending ? 1 : 0]}
      {isFiltered(filter) && (
        <>
          {'. '}
          <a class="ff-link" href="/elever">
            Visa alla elever
          </a>
        </>
      )}
    </>
  );
}

function Nobody() {
  return (
    <EmptyState
      id="antal"
      title="Inga elever stämmer med urvalet"
      why="Alla val gäller samtidigt. Inom ”Visa bara” räcker det att ett av dem stämmer."
    >
      <List
        items={[
          <>
            <b>Söker du på namn?</b> Skriv en del av för- eller efternamnet. Elever med skyddade uppgifter
            hittas inte på namn.
          </>,
          <>
            <b>Saknas någon?</b> Listan har de elever som går på skolan i dag och som ingår i ditt uppdrag.
          </>,
        ]}
      />
      <p>
        <LinkButton href="/elever" kind="2">
          Visa alla elever
        </LinkButton>
      </p>
    </EmptyState>
  );
}

function NoStudents() {
  return (
    <EmptyState
      id="antal"
      title="Inga elever än"
      why="Här visas de elever som ingår i ditt uppdrag. De kommer från elevfilen som skoladministratören läser in, och syns från och med sin första skoldag."
    />
  );
}
