import {
  Aside,
  Button,
  Chips,
  Columns,
  DateField,
  DayList,
  DayRow,
  Deadline,
  DraftKeeper,
  Facts,
  FieldPair,
  Law,
  LinkButton,
  List,
  Panel,
  Section,
  SelectField,
  Stack,
  TextArea,
} from '../components/index.ts';

const today = '2026-11-23';

/** The mentor's day: the first with its open form, the others short, what to do at the side. */
export function DayExamples() {
  return (
    <Columns>
      <Stack>
        <Section id="idag" title="Prata med i dag" aside="Tre nya den här veckan. Högst tre i taget.">
          <DayList>
            <DayRow
              id="p1"
              name="Nora Lindgren"
              href="#innehall"
              strengths={[
                'Historia har gått från D till C',
                'Inte missat en lektion i samhällskunskap på sex veckor',
              ]}
              reasons={[
                {
                  icon: 'calendar',
                  sentence:
                    'Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner, vid 5 tillfällen. 6 lektioner var ogiltiga.',
                  detail: 'Tidigare egen nivå 6 %, klassens median 7 %. Skolans gräns 15 %.',
                },
                {
                  icon: 'file',
                  sentence: '3 inlämningar saknas i Engelska nivå 2.',
                  detail: 'Engelskan behövs för examen.',
                },
              ]}
              form={<QuickLog />}
            >
              <p class="ff-soft ff-small">Senaste mentorssamtal 5 oktober, för 7 veckor sedan.</p>
              <p>
                <a class="ff-link" href="#innehall">
                  Öppna Noras sida
                </a>
              </p>
            </DayRow>
            <DayRow
              id="p2"
              name="Yusuf Warsame"
              href="#innehall"
              strengths={['Allt inlämnat sex veckor i rad']}
              reasons={[
                {
                  icon: 'chat',
                  sentence: 'Yusuf bad i fredags om ett samtal med dig.',
                  detail: 'Eget önskemål går alltid före kön.',
                },
              ]}
              actions={
                <LinkButton href="#innehall" kind="2">
                  Logga samtal
                </LinkButton>
              }
            />
            <DayRow
              id="p3"
              name="Elin Sandqvist"
              href="#innehall"
              strengths={[]}
              reasons={[{ icon: 'file', sentence: 'Läraren bedömde 12 november att E inte nås utan stöd.' }]}
              actions={
                <LinkButton href="#innehall" kind="2">
                  Logga samtal
                </LinkButton>
              }
            />
          </DayList>
        </Section>
      </Stack>
      <Aside label="Att göra" sticky>
        <Panel id="uppg" title="Att göra">
          <List
            items={[
              <Task
                day="2026-11-22"
                text="Följ upp anpassningen för Leo Hedberg"
                detail="Pågått 6 veckor: delade instruktioner"
              />,
              <Task
                day="2026-11-25"
                text="Svara rektor om Elias Nyström"
                detail="Din del i utredningen: Svenska nivå 2"
              />,
              <Task day="2026-11-26" text="Veckans oro tar upp Nora kl. 13.10" />,
              <>
                <Task day="2026-12-18" text="Boka utvecklingssamtal, 4 av 25 kvar" />
                <br />
                <Law href="#innehall">15 kap. 20 § skollagen</Law>
              </>,
            ]}
          />
        </Panel>
        <Panel id="klass" title="SA25B den här veckan">
          <Facts
            facts={[
              { term: 'Närvaro', value: '93,4 %' },
              { term: 'Rapporterat', value: '97 % av lektionerna' },
              { term: 'Samtal i november', value: '17 av 25 elever' },
            ]}
          />
        </Panel>
      </Aside>
    </Columns>
  );
}

function Task({ day, text, detail }: { day: string; text: string; detail?: string }) {
  return (
    <>
      <Deadline day={day} today={today} />
      <br />
      <a class="ff-link" href="#innehall">
        {text}
      </a>
      {detail && <small>{detail}</small>}
    </>
  );
}

function QuickLog() {
  return (
    <form class="ff-form ff-form--box" action="/katalog/samtal" method="post" aria-labelledby="q-nora">
      <h4 id="q-nora">Logga samtal med Nora</h4>
      <Chips
        name="hur"
        legend="Hur var det?"
        chosen={['stod']}
        options={[
          { value: 'bra', label: 'Går bra' },
          { value: 'stod', label: 'Behöver något' },
          { value: 'mer', label: 'Behöver mer' },
          { value: 'ej', label: 'Kom inte' },
        ]}
      />
      <TextArea
        name="text"
        label="Vad kom ni fram till?"
        note="Nora kan läsa det här"
        rows={2}
        value="Svårt att komma i gång efter lovet. Vill ha hjälp att planera engelskan."
      />
      <FieldPair>
        <SelectField
          name="steg"
          label="Nästa steg"
          value="plan"
          options={[
            { value: 'plan', label: 'Planera ikapp med läraren' },
            { value: 'nytt', label: 'Nytt samtal' },
          ]}
        />
        <DateField name="senast" label="Senast" value="2026-11-27" min={today} />
      </FieldPair>
      <div class="ff-acts">
        <Button>Spara samtalet</Button>
        <DraftKeeper owner="katalog" />
      </div>
    </form>
  );
}
