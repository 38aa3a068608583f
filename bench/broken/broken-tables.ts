import { type Break, type Breaking, type BrokenFile, changed } from './broken-file.ts';
import { type Cells, soundKinds, textOf } from './sound-files.ts';

const csv = (cells: Cells, rows?: number): BrokenFile => ({
  name: 'fil.csv',
  content: Buffer.from(`\ufeff${textOf(cells)}`),
  ...(rows === undefined ? {} : { rows }),
});
/** Changed in cells only: as many rows as before. */
const cells =
  (change: (cell: string, from: Breaking) => string, only?: readonly string[]): Break =>
  (from) =>
    csv(
      changed(from, (cell) => change(cell, from), only),
      from.table.length - 1,
    );
const head = ({ table }: Breaking): readonly string[] => table[0]!;
const body = ({ table }: Breaking): Cells => table.slice(1);

const dates = ['Datum', 'Startdatum', 'Från', 'Till', 'Betygsdatum'];
const figures = [
  'Lektionsminuter',
  'Närvaro (min)',
  'Giltig frånvaro (min)',
  'Undv. tid',
  'GF min',
  'F min',
  'Poäng',
  'Ej reg tid',
];
const numbers = ['Personnummer'];
const codes = ['Kurskod', 'Klass', 'Ämnesgrupp', 'Lektions-ID', 'Förnamn', 'Efternamn'];

/** Files that are broken as tables: by Excel, by hand, by a system that means something else. */
export const brokenTables: Readonly<Record<string, Break>> = {
  'nolla borta i personnummer': cells((cell) => cell.slice(3), numbers),
  'elva siffror i personnummer': cells((cell) => cell.slice(0, 11), numbers),
  'personnummer avrundade': cells(
    (cell, { random }) => `${cell[0]}${random.pick([',', '.'])}${cell.slice(1, 6)}E+11`,
    numbers,
  ),
  'fel kontrollsiffra': cells((cell) => cell.slice(0, 11) + ((Number(cell[11]) + 1) % 10), numbers),
  'nolla borta i skolenhetskod': cells(() => '1234567', ['Skolenhetskod']),
  'ord där tal ska stå': cells((_, { random }) => random.pick(['sextio', '6o', '1,2,3', '--', '½']), figures),
  'tal utanför allt': cells(
    (_, { random }) =>
      random.pick(['-60', '1e308', '99999999999999999999', 'Infinity', 'NaN', '0,0000001', '2147483648']),
    figures,
  ),
  'datum i annan form': cells(
    (_, { random }) =>
      random.pick(['16/11/2026', '11-16-26', '46342', '2026-W47', 'i går', '2026-13-01', '2026-02-30']),
    dates,
  ),
  'dagar som inte kan vara': cells(
    (_, { random }) =>
      random.pick(['1890-01-01', '2099-12-31', '9999-12-31', '0000-00-00', '2026-11-16T99:99']),
    dates,
  ),
  'långa texter': cells((cell, { random }) => cell.repeat(random.pick([60, 300, 5_000]))),
  formler: cells((cell, { random }) =>
    random.pick(['=HYPERLINK("http://x";"y")', "+cmd|' /C calc'!A0", '@SUM(1)', '-1+1', `=${cell}`]),
  ),
  'fel från Excel': cells((_, { random }) =>
    random.pick(['#N/A', '#REF!', '#SAKNAS!', '#VÄRDEFEL!', '########']),
  ),
  'kod som ska köras': cells((_, { random }) =>
    random.pick([
      "'; drop table people.person; --",
      '<script>alert(1)</script>',
      '${7*7}',
      '\\x00',
      '%s%n',
      '{{x}}',
      '\\N',
      '\\.',
    ]),
  ),
  'namn i kodkolumner': (from) =>
    csv(
      changed(from, () => from.random.pick(from.sound.secrets), codes),
      from.table.length - 1,
    ),
  'okända elever': cells(
    (_, { random }) => random.pick(['X999', '', 'null', '0']),
    ['Personnummer', 'Person-ID'],
  ),
  'tomma celler': cells(() => ''),
  'tomma rader': (from) =>
    csv([head(from), ...body(from).flatMap((row) => [row, row.map(() => ' '), []])], from.table.length - 1),
  'bara rubriker': (from) => csv([head(from)], 0),
  'rubrikerna långt ner': (from) =>
    csv([...Array.from({ length: from.random.whole(10, 15) }, () => ['Lista']), ...from.table]),
  'titel ovanför': (from) => csv([['Lista'], [], ...from.table], from.table.length - 1),
  'rubriker dubblerade': (from) =>
    csv(
      [[...head(from), ...head(from)], ...body(from).map((row) => [...row, ...row])],
      from.table.length - 1,
    ),
  'rubriker borta': (from) => {
    const without = from.random.whole(0, head(from).length - 1);
    return csv(from.table.map((row) => row.filter((_, at) => at !== without)));
  },
  'rubriker omkastade': (from) => csv([head(from).toSorted(() => from.random.next() - 0.5), ...body(from)]),
  'kolumner förskjutna': (from) =>
    csv(
      [head(from), ...body(from).map((row) => (from.random.chance(0.3) ? ['', ...row] : row))],
      from.table.length - 1,
    ),
  'kolumner förskjutna åt andra hållet': (from) =>
    csv(
      [head(from), ...body(from).map((row) => (from.random.chance(0.3) ? row.slice(1) : row))],
      from.table.length - 1,
    ),
  'celler för mycket': (from) =>
    csv(
      [head(from), ...body(from).map((row) => (from.random.chance(0.3) ? [...row, 'x'] : row))],
      from.table.length - 1,
    ),
  'rader från en annan fil': (from) => {
    const others = from.sound.tables[from.random.pick(soundKinds)].slice(1, 6);
    return csv([...from.table, ...others], from.table.length - 1 + others.length);
  },
  'en annan fils rubriker': (from) =>
    csv([from.sound.tables[from.random.pick(soundKinds)][0]!, ...body(from)]),
  'rader två gånger': (from) => csv([...from.table, ...body(from)], 2 * (from.table.length - 1)),
  'rader som säger emot varandra': (from) =>
    csv([...from.table, ...changed(from, (cell) => `${cell}1`).slice(1)], 2 * (from.table.length - 1)),
  'citattecken på måfå': (from) => ({
    name: 'fil.csv',
    content: Buffer.from(
      textOf(from.table).replace(/[a-zA-Z0-9]/g, (letter) => (from.random.chance(0.01) ? '"' : letter)),
    ),
  }),
  'citattecken utan slut': (from) => ({
    name: 'fil.csv',
    content: Buffer.from(textOf(from.table).replace(/;2/, ';"2')),
  }),
  'annat skiljetecken halvvägs': (from) => {
    const half = Math.ceil(from.table.length / 2);
    return {
      name: 'fil.csv',
      content: Buffer.from(textOf(from.table.slice(0, half)) + textOf(from.table.slice(half), ',')),
    };
  },
  'tusen kolumner': (from) =>
    csv(
      from.table.map((row, at) => [
        ...row,
        ...Array.from({ length: 1_000 }, (_, extra) => (at === 0 ? `K${extra}` : '')),
      ]),
      from.table.length - 1,
    ),
};
