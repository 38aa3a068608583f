import {
  Button,
  Chips,
  Choice,
  ClosedButton,
  Columns,
  FileField,
  Panel,
  SelectField,
  TextArea,
  TextField,
} from '../components/index.ts';

/** Forms: an open one, and one whose button is closed with its reason. */
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
      <ClosedForm />
    </Columns>
  );
}

function ClosedForm() {
  return (
    <Panel id="beslut" title="Beslut">
      <form class="ff-form" action="/katalog/beslut" method="post">
        <TextField name="arende" label="Ärende" value="2026:114" short />
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
  );
}
