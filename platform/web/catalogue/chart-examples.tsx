import {
  Columns,
  KeyFigures,
  Panel,
  PartsBar,
  Sparkline,
  type WeekBar,
  WeekBars,
} from '../components/index.ts';

const autumn: WeekBar[] = [
  ...[
    [3, 0],
    [5, 0],
    [4, 0],
    [6, 2],
    [7, 0],
    [5, 0],
    [8, 0],
    [6, 3],
    [9, 0],
    [10, 2],
  ].map(([valid = 0, invalid = 0], index) => ({ week: 34 + index, valid, invalid })),
  { week: 44, empty: 'holiday' },
  { week: 45, valid: 15, invalid: 4 },
  { week: 46, empty: 'no-report' },
  { week: 47, valid: 17, invalid: 9 },
];
const high: WeekBar[] = autumn.map((week) =>
  'empty' in week ? week : { ...week, valid: week.valid * 3, invalid: week.invalid * 3 },
);
const limit = { percent: 15, name: 'gräns 15 %' };

/** Charts at their final size: an ordinary autumn, one that needs the longer axis, one without figures, key figures and parts. */
export function ChartExamples() {
  return (
    <>
      <KeyFigures
        title="Filen i korthet"
        figures={[
          { label: 'Rader i filen', figure: '18\u202f417', comparison: '612 elever, 16–20 november' },
          { label: 'Läses in', figure: '18\u202f402', comparison: '17\u202f966 nya, 436 ändrade' },
          { label: 'Stoppas', figure: '15', comparison: 'läses inte in, listas nedan' },
          {
            label: 'Frånvaro',
            figure: '6,6 %',
            comparison: 'upp 0,8 på fyra veckor',
            picture: (
              <Sparkline label="Frånvaro per vecka i procent" values={[5, 6, 5.8, 6.1, 6.6]} max={10} />
            ),
          },
        ]}
      />
      <Panel id="narv" title="Närvaro" aside="Läsåret till och med 20 november">
        <Columns pattern="even">
          <WeekBars
            id="h1"
            weeks={autumn}
            limit={limit}
            caption="Frånvaro per vecka, procent av lektionstiden"
          />
          <WeekBars
            id="h2"
            weeks={high}
            limit={limit}
            caption="Hög frånvaro per vecka, procent av lektionstiden"
          />
          <WeekBars
            id="h3"
            weeks={[34, 35, 36].map((week) => ({ week, empty: 'no-report' as const }))}
            caption="Ingen vecka rapporterad"
          />
          <PartsBar
            label="Poäng"
            caption={
              <>
                <b>Möjligt slutläge 2 400 av 2 500 poäng.</b> Examen kräver minst 2 250 godkända.
              </>
            }
            parts={[
              { label: 'Godkända', count: 700 },
              { label: 'Pågår', count: 850 },
              { label: 'Planerade', count: 850 },
              { label: 'Underkända', count: 100 },
            ]}
          />
        </Columns>
      </Panel>
    </>
  );
}
