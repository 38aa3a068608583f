import {
  Button,
  Chips,
  Choice,
  ClosedButton,
  Columns,
  DateField,
  ErrorSummary,
  FileField,
  fieldId,
  Panel,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '../components/index.ts';

/** Forms: without errors, and sent back with all errors at once. */
export function FormExamples() {
  return (
    <Columns pattern="even">
      <Panel id="oro" title="Lyft en oro om Nora Lindgren">
        <form class="ff-form" action="/katalog/oro" method="post">
          <Chips
            name="galler"
            many
            legend="Vad gäller det?"
            note="välj ett eller flera"
            chosen={['narvaro']}
            options={[
              { value: 'narvaro', label: 'Närvaro' },
              { value: 'arbete', label: 'Skolarbetet' },
              { value: 'trivsel', label: 'Trivsel och relationer' },
            ]}
          />
          <TextArea
            name="sett"
            label="Vad har du sett?"
            note="beskriv det som hänt, inte varför"
            rows={4}
            help="Nora och hennes vårdnadshavare kan läsa det här."
          />
          <Choice
            name="vart"
            legend="Vart ska det gå?"
            chosen="halsa"
            options={[
              {
                value: 'halsa',
                label: 'Elevhälsan',
                consequence: 'Tas upp på veckans oro, torsdag 26 november.',
              },
              {
                value: 'rektor',
                label: 'Rektor',
                consequence: 'Anmälan om att eleven kan behöva särskilt stöd.',
              },
            ]}
          />
          <FileField name="fil" label="Fil" help="CSV eller Excel, högst 20 MB." accept=".csv,.xlsx" />
          <div class="ff-acts">
            <Button>Skicka till elevhälsan</Button>
            <Button kind="3" type="button">
              Kasta utkastet
            </Button>
          </div>
        </form>
      </Panel>
      <Stack>
        <ErrorSummary
          errors={[
            { field: fieldId('vad'), message: 'Skriv vad ni kom fram till' },
            { field: fieldId('narnasta'), message: 'Välj en dag från i dag och framåt' },
            { field: fieldId('hurgick'), message: 'Välj hur det var' },
          ]}
        />
        <Panel id="felform" title="Logga samtal">
          <form class="ff-form" action="/katalog/fel-samtal" method="post">
            <Chips
              name="hurgick"
              legend="Hur var det?"
              error="Välj hur det var"
              options={[
                { value: 'bra', label: 'Går bra' },
                { value: 'ej', label: 'Kom inte' },
              ]}
            />
            <TextField
              name="vad"
              label="Vad kom ni fram till?"
              error="Skriv vad ni kom fram till"
              help="En mening räcker."
            />
            <DateField
              name="narnasta"
              label="Senast"
              value="2026-11-01"
              error="Välj en dag från i dag och framåt"
              short
            />
            <SelectField
              name="nastasteg"
              label="Nästa steg"
              options={[{ value: 'a', label: 'Nytt samtal' }]}
              short
            />
            <div class="ff-acts">
              <ClosedButton id="stangd" because="Knappen öppnas när 1 sak är klar: Noras medgivande.">
                Besluta
              </ClosedButton>
            </div>
          </form>
        </Panel>
      </Stack>
    </Columns>
  );
}
