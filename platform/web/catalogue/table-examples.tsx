import {
  type Column,
  Count,
  Deadline,
  Filter,
  Icon,
  Law,
  Mark,
  Pagination,
  Panel,
  SelectField,
  Sparkline,
  Table,
  TextField,
} from '../components/index.ts';

type Row = {
  name: string;
  protected?: boolean;
  group: string;
  weeks: (number | null)[];
  share: number;
  signal?: string;
  more?: number;
  support?: string;
  followUp?: string;
  talk: string;
  mentor: string;
};

const today = '2026-11-23';
const rows: Row[] = [
  {
    name: 'Nora Lindgren',
    group: 'SA25B',
    weeks: [9, 10, 12, 14, 16, 23, 25, 26],
    share: 22,
    signal: 'Frånvaro 22 %, 18 av 82 lektioner',
    more: 1,
    support: 'Extra anpassning',
    followUp: '2026-11-25',
    talk: '5 okt',
    mentor: 'Maria Holm',
  },
  {
    name: 'Viktor Ahlman',
    group: 'EE26',
    weeks: [3, 2, 4, 3, null, 4, 8, 62],
    share: 20,
    signal: 'Borta 5 skoldagar i rad, ingen nådd',
    followUp: '2026-11-22',
    talk: '2 nov',
    mentor: 'Petra Blom',
  },
  {
    name: 'Skyddade uppgifter',
    protected: true,
    group: 'SA25B',
    weeks: [2, 3, 2, 1, 2, 2, 3, 2],
    share: 2,
    talk: '6 nov',
    mentor: 'Maria Holm',
  },
  {
    name: 'Ann-Charlotte Wennerström af Klingspor',
    group: 'NA24B',
    weeks: [null, null, null, null, null, null, null, 3],
    share: 3,
    signal: 'Inget mentorssamtal på 6 veckor',
    support: 'Åtgärdsprogram',
    followUp: '2026-12-10',
    talk: '21 okt',
    mentor: 'Stig Mattsson',
  },
];

const columns: Column<Row>[] = [
  {
    head: 'Namn',
    rowHeader: true,
    sort: { href: '#innehall' },
    cell: (row) => (
      <a href="#innehall">
        {row.protected && (
          <>
            <Icon name="lock" />{' '}
          </>
        )}
        {row.name}
      </a>
    ),
  },
  { head: 'Klass', nowrap: true, sort: { href: '#innehall' }, cell: (row) => row.group },
  {
    head: 'Frånvaro, 8 veckor',
    wideOnly: true,
    cell: (row) => <Sparkline label="Frånvaro per vecka i procent" values={row.weeks} max={40} />,
  },
  {
    head: '4 v',
    numeric: true,
    foldLabel: '4 v',
    sort: { href: '#innehall' },
    cell: (row) => `${row.share} %`,
  },
  {
    head: 'Signaler',
    sort: { href: '#innehall', order: 'descending' },
    cell: (row) =>
      row.signal && (
        <Mark tone="signal">
          {row.signal} {row.more && <Count more count={row.more} said="till" />}
        </Mark>
      ),
  },
  { head: 'Stöd', nowrap: true, foldLabel: 'stöd:', soft: true, cell: (row) => row.support },
  {
    head: 'Följs upp',
    nowrap: true,
    foldLabel: 'följs upp',
    soft: true,
    cell: (row) => row.followUp && <Deadline day={row.followUp} today={today} />,
  },
  { head: 'Samtal', nowrap: true, foldLabel: 'samtal', soft: true, cell: (row) => row.talk },
  { head: 'Mentor', nowrap: true, soft: true, cell: (row) => row.mentor },
];

const stopped: string[][] = [
  [
    '2 114',
    'Personnummer slutar på 87, 16 nov 08.10',
    'Personnumret har fel kontrollsiffra',
    'Rätta i närvarosystemet och läs om filen',
  ],
  [
    '3 870–3 877',
    '8 rader, kurs MATE1A00X',
    'Kursen finns inte på skolan före 1 augusti 2026',
    'Koppla kursen, sedan läses raderna in',
  ],
];

/** The list of students with its filter: sorted, folded when narrow, in pages. */
export function TableExamples() {
  return (
    <>
      <Filter
        action="/katalog"
        label="Filtrera elever"
        sets={{
          name: 'visa',
          chosen: ['signal', 'stod'],
          options: [
            { value: 'signal', label: 'Aktiv signal', count: 23 },
            { value: 'stod', label: 'Stöd pågår', count: 25 },
            { value: 'samtal', label: 'Inget samtal på 6 veckor', count: 14 },
          ],
          help: (
            <>
              Hälsa, ursprung och modersmål går inte att söka på.{' '}
              <Law href="#innehall">26 a kap. 4 § skollagen</Law>
            </>
          ),
        }}
      >
        <TextField name="namn" label="Namn" type="search" />
        <SelectField name="klass" label="Klass" options={[{ value: '', label: 'Alla 14 klasser' }]} />
        <SelectField name="program" label="Program" options={[{ value: '', label: 'Alla program' }]} />
        <SelectField name="mentor" label="Mentor" options={[{ value: '', label: 'Alla mentorer' }]} />
      </Filter>
      <Panel id="antal" title="200 elever" aside="De med signal först, sedan efternamn" flush>
        <Table
          caption="Elever med frånvaro, signaler, stöd och uppföljning"
          captionHidden
          fold
          dense
          rows={rows}
          columns={columns}
        />
        <Pagination page={2} pages={8} href={(page) => `?sida=${page}`} />
      </Panel>
      <Panel id="stopp" title="15 rader stoppas" aside="Inget annat väntar på dem" flush>
        <Table
          caption="Stoppade rader"
          captionHidden
          top
          rows={stopped}
          columns={['Rad', 'Innehåll', 'Skäl', 'Gör så här'].map((head, index) => ({
            head,
            rowHeader: index === 0,
            nowrap: index === 0,
            cell: (row: string[]) => row[index] ?? '',
          }))}
        />
      </Panel>
    </>
  );
}
