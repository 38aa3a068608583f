import {
  Actions,
  Aside,
  Button,
  Columns,
  Evidence,
  Facts,
  Insight,
  Law,
  List,
  ListItem,
  Mark,
  Panel,
  SignalDetails,
  Stack,
  Steps,
  Strengths,
  Table,
  Tag,
  TimeLine,
} from '../components/index.ts';

/** A student's page: strengths, where in the chain, signals with their evidence; agreed, events and insight at the side. */
export function StudentExamples() {
  return (
    <Columns>
      <Stack>
        <Panel id="styrkor" title="Det som fungerar" aside="Börja samtalet här">
          <Strengths
            facts={[
              'Historia: från D till C mellan oktober och november',
              'Samhällskunskap: 14 av 14 lektioner sedan vecka 42',
              'Vill bli socionom, sagt till vägledaren 14 oktober',
            ]}
          />
        </Panel>
        <Panel id="nu" title="Just nu" aside={<Mark tone="heed">samtal senast onsdag 25 november</Mark>}>
          <Steps
            label="Var i kedjan Nora är"
            steps={[
              { title: 'Signal', detail: '16 nov', state: 'done' },
              { title: 'Oro lyft', detail: '20 nov, Maria Holm', state: 'done' },
              { title: 'Samtal', detail: 'senast 25 nov', state: 'now' },
              { title: 'Veckans oro', detail: 'tors 26 nov 13.10', state: 'later' },
              { title: 'Anpassning', detail: 'vid behov', state: 'later' },
              { title: 'Anmälan till rektor', detail: 'vid behov', state: 'later' },
            ]}
          />
        </Panel>
        <Panel id="sig" title="Signaler" aside="Tre aktiva, nyast först. Öppna för att se underlaget.">
          <AbsenceSignal />
          <SignalDetails sentence="3 inlämningar saknas: Engelska nivå 2 och Matematik nivå 2b, den äldsta sedan 23 dagar.">
            <List
              items={[
                'Engelska nivå 2: Argumenterande text, skulle in 31 oktober',
                'Matematik nivå 2b: Inlämning funktioner, skulle in 9 november',
              ]}
            />
          </SignalDetails>
          <SignalDetails sentence="Senaste mentorssamtal för 7 veckor sedan. Skolans eget: aktiv signal sedan 7 dagar.">
            <p class="ff-small ff-soft">
              Den här påminnelsen gäller skolan, inte Nora.{' '}
              <Law href="#innehall">15 kap. 19 a § skollagen</Law>
            </p>
          </SignalDetails>
        </Panel>
      </Stack>
      <Aside label="Kring Nora">
        <Panel id="atg" title="Överenskommet">
          <List
            items={[
              <ListItem
                title="Delade instruktioner i engelska"
                detail="Extra anpassning sedan 2 november, Anna Wiik. Gjord 5 av 6 lektioner."
              >
                <Mark>följs upp 7 dec</Mark>
              </ListItem>,
              <ListItem title="Läxhjälp tisdagar 15.30" detail="Noras eget val. Varit med 2 av 3 gånger." />,
            ]}
          />
        </Panel>
        <Panel id="tid" title="Händelser">
          <TimeLine
            events={[
              {
                day: '2026-11-20',
                shown: '20 nov',
                what: 'Oro lyft till elevhälsan',
                detail: 'Maria Holm, frånvaro i två kurser',
              },
              {
                day: '2026-11-16',
                shown: '16 nov',
                what: 'Signal om frånvaro',
                detail: 'Andra veckan över gränsen',
              },
              { day: '2026-10-05', shown: '5 okt', what: 'Mentorssamtal' },
            ]}
          />
        </Panel>
        <Panel id="kont" title="Kontakter">
          <Facts
            facts={[
              { term: 'Håller ihop', value: 'Maria Holm, mentor' },
              { term: 'Elevhälsa', value: 'Sofia Ekman, kurator' },
            ]}
          />
        </Panel>
        <Panel id="insyn" title="Insyn">
          <Insight
            open
            why="Du är Noras mentor sedan 18 augusti 2025. Kuratorns och skolsköterskans anteckningar finns inte här."
            readings={[
              { who: 'Maria Holm, mentor', when: 'i dag kl. 07.58' },
              { who: 'Sofia Ekman, kurator', when: 'fre 20 nov kl. 15.20', reason: 'veckans oro' },
            ]}
            logHref="#innehall"
          />
        </Panel>
      </Aside>
    </Columns>
  );
}

const lessons = [
  { at: 'mån 16 nov 08.10', course: 'Engelska nivå 2', minutes: 80, valid: false, reason: 'ej anmäld' },
  { at: 'ons 18 nov 13.00', course: 'Matematik nivå 2b', minutes: 60, valid: true, reason: 'sjuk' },
];

function AbsenceSignal() {
  return (
    <SignalDetails
      open
      sentence="Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner, 5 tillfällen, varav 6 lektioner ogiltiga."
    >
      <Evidence
        facts={[
          { term: 'Fönster', value: '19 okt–20 nov' },
          { term: 'Tidigare egen nivå', value: '6 %' },
          { term: 'Klassens median', value: '7 %' },
          { term: 'Gräns, satt av skolan', value: '15 %' },
          { term: 'Rapporterat', value: '98 % av lektionerna' },
        ]}
      />
      <Table
        caption="Senaste frånvaron, 2 av 18 lektioner"
        fit
        fold
        rows={lessons}
        columns={[
          { head: 'Lektion', rowHeader: true, cell: (lesson) => lesson.at },
          { head: 'Kurs', cell: (lesson) => lesson.course },
          { head: 'Längd', numeric: true, cell: (lesson) => `${lesson.minutes} min` },
          {
            head: 'Frånvaro',
            cell: (lesson) =>
              lesson.valid ? (
                <Tag icon="check">Giltig</Tag>
              ) : (
                <Tag tone="heed" icon="cross">
                  Ogiltig
                </Tag>
              ),
          },
          { head: 'Skäl', cell: (lesson) => lesson.reason },
        ]}
      />
      <p class="ff-small ff-soft">
        Upprepad eller längre frånvaro ska utredas skyndsamt, om det inte är obehövligt.{' '}
        <Law href="#innehall">15 kap. 16 § skollagen</Law>
      </p>
      <Actions>
        <Button kind="2" small type="button">
          Stämmer inte
        </Button>
        <Button kind="3" small type="button">
          Så räknas signalen
        </Button>
      </Actions>
    </SignalDetails>
  );
}
