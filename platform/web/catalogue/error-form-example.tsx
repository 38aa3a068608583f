import {
  Chips,
  ClosedButton,
  DateField,
  ErrorSummary,
  fieldId,
  PageHead,
  Panel,
  SelectField,
  TextField,
} from '../components/index.ts';
import { Page, type PageFrame } from '../layout.tsx';

/** A form sent back with all its errors at once: a summary that takes focus, and a message at every field. */
export function ErrorFormExample({ frame }: { frame: PageFrame }) {
  return (
    <Page {...frame} title="Formulär med fel" width="read">
      <PageHead title="Logga samtal" breadcrumb={[{ href: '/katalog', label: 'Katalog' }]} />
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
    </Page>
  );
}
