import { describe, expect, it } from 'vitest';
import {
  Chips,
  ClosedButton,
  ErrorSummary,
  FileField,
  fieldId,
  SelectField,
  TextArea,
  TextField,
} from './index.ts';

const render = async (element: unknown) => String(await element);

describe('a field', () => {
  it('has a label tied to it, and its help read with it', async () => {
    const html = await render(<TextField name="namn" label="Namn" help="Som i folkbokföringen." />);
    expect(html).toContain('<label class="ff-label" for="f-namn">Namn</label>');
    expect(html).toContain('aria-describedby="f-namn-help"');
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('placeholder');
  });

  it('says what is wrong below it, reads that before the help, and is marked as invalid', async () => {
    const html = await render(<TextField name="namn" label="Namn" help="Hjälp" error="Skriv ett namn" />);
    expect(html).toContain('aria-invalid="true" aria-describedby="f-namn-error f-namn-help"');
    expect(html).toContain('<span class="ff-sr">Fel: </span>Skriv ett namn');
  });

  it('gives back what was written, escaped', async () => {
    const html = await render(<TextArea name="text" label="Text" value={'</textarea><script>"'} />);
    expect(html).toContain('>&lt;/textarea&gt;&lt;script&gt;&quot;</textarea>');
  });

  it('shows the chosen one of a list', async () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const html = await render(<SelectField name="steg" label="Steg" options={options} value="b" />);
    expect(html.match(/<option[^>]*selected[^>]*>/g)).toEqual(['<option value="b" selected="">']);
  });

  it('takes a file without pretending to have a value', async () => {
    expect(await render(<FileField name="fil" label="Fil" accept=".csv" />)).toContain(
      'type="file" accept=".csv"',
    );
  });
});

describe('chips', () => {
  const options = [
    { value: 'bra', label: 'Går bra' },
    { value: 'ej', label: 'Kom inte', count: 3 },
  ];

  it('are a named group of visible radio buttons, of which one may be chosen', async () => {
    const html = await render(
      <Chips name="hur" legend="Hur var det?" options={options} chosen={['ej']} required />,
    );
    expect(html).toContain('<legend class="ff-label">Hur var det?</legend>');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html.match(/checked/g)).toHaveLength(1);
    expect(html.match(/required/g)).toHaveLength(2);
  });

  it('are tick boxes when several may be chosen, and an error summary leads to the first', async () => {
    const html = await render(
      <Chips name="hur" many legend="Vad?" options={options} error="Välj minst en" />,
    );
    expect(html.match(/type="checkbox"/g)).toHaveLength(2);
    expect(html).toContain(`id="${fieldId('hur')}" name="hur" value="bra"`);
    expect(html).toContain('<fieldset aria-describedby="f-hur-error">');
  });
});

describe('what cannot be done yet', () => {
  it('is a button that does nothing, with the reason tied to it', async () => {
    const html = await render(
      <ClosedButton id="varfor" because="Knappen öppnas när 1 sak är klar.">
        Besluta
      </ClosedButton>,
    );
    expect(html).toContain('type="button" aria-disabled="true" aria-describedby="varfor"');
    expect(html).toContain('id="varfor">Knappen öppnas när 1 sak är klar.');
  });

  it('lists all errors at once, each leading to its field, and is absent when there are none', async () => {
    const errors = [
      { field: fieldId('text'), message: 'Skriv vad ni kom fram till' },
      { field: fieldId('hur'), message: 'Välj hur det var' },
    ];
    const html = await render(<ErrorSummary errors={errors} />);
    expect(html).toContain('role="alert"');
    expect(html).toContain('2 saker behöver rättas innan det går att spara');
    expect(html).toContain('<a href="#f-text">Skriv vad ni kom fram till</a>');
    expect(await render(<ErrorSummary errors={[]} />)).not.toContain('alert');
  });
});
