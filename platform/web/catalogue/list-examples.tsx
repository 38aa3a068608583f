import { Checks, Columns, EmptyState, Law, LinkButton, List, Panel } from '../components/index.ts';

/** Requirements, lists in rows, and an empty state with something useful to do. */
export function ListExamples() {
  return (
    <Columns pattern="even">
      <Panel id="rimligt" title="Ser det rimligt ut?">
        <Checks
          checks={[
            { met: true, what: 'Antal lektioner', detail: '18 417 mot 18 270 förra veckan' },
            {
              met: false,
              what: 'VO26: 41 procent frånvaro på torsdagen',
              detail: (
                <>
                  Studiebesök? Markera dagen som annan aktivitet. <Law href="#innehall">7 kap. 17 §</Law>
                </>
              ),
              fix: (
                <LinkButton href="#innehall" kind="2" small>
                  Titta på torsdagen
                </LinkButton>
              ),
            },
          ]}
        />
      </Panel>
      <EmptyState
        id="tomt"
        title="Ingen ny att prata med i dag"
        why="Alla signaler den här veckan är omhändertagna. Nästa genomgång görs måndag 30 november kl. 05.00."
      >
        <p>Bra tillfälle: två elever har du inte talat med sedan i oktober, och inget är fel.</p>
        <List
          rows
          items={[
            <>
              <a href="#innehall">Adina Kjellin</a>
              <span class="ff-soft">senast 12 okt, Engelska E till C</span>
            </>,
            <>
              <a href="#innehall">Benjamin Sohlman</a>
              <span class="ff-soft">senast 15 okt, allt inlämnat i höst</span>
            </>,
          ]}
        />
      </EmptyState>
    </Columns>
  );
}
