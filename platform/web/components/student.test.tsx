import { describe, expect, it } from 'vitest';
import { DayRow, Deadline, Law, Pagination, SignalDetails, Steps, Strengths } from './index.ts';

const render = async (element: unknown) => String(await element).replaceAll('\u00a0', ' ');

describe('a student on a page', () => {
  it('is shown with strengths before reasons', async () => {
    const html = await render(
      <DayRow
        id="p1"
        name="Nora"
        href="/elev/1"
        strengths={['Historia: från D till C']}
        reasons={[{ icon: 'calendar', sentence: 'Frånvaro 22 %.' }]}
      />,
    );
    expect(html.indexOf('ff-good')).toBeLessThan(html.indexOf('ff-why'));
    expect(html).toContain('<article class="ff-today__row ff-today__row--short" aria-labelledby="p1">');
  });

  it('is never without the place for strengths: when none is known the page asks for them', async () => {
    expect(await render(<Strengths facts={[]} />)).toContain('Fråga vad som fungerar');
  });
});

describe('a signal', () => {
  const bold = async (sentence: string) =>
    (await render(<SignalDetails sentence={sentence}>x</SignalDetails>)).match(/<b>(.*?)<\/b>/)?.[1];

  it('is a sentence, bold up to the colon', async () => {
    expect(await bold('Frånvaro 22 %: 18 av 82 lektioner.')).toBe('Frånvaro 22 %:');
  });

  it('is bold through its first sentence when it has no colon, and all through when it has neither', async () => {
    expect(await bold('Inget samtal på 7 veckor. Skolans eget: sedan 7 dagar.')).toBe(
      'Inget samtal på 7 veckor.',
    );
    expect(await bold('Lektionen kl. 13.10: sen')).toBe('Lektionen kl. 13.10:');
    expect(await bold('3 inlämningar saknas')).toBe('3 inlämningar saknas');
  });
});

describe('marks', () => {
  it('say a deadline in words with the colour, never with the colour alone', async () => {
    const late = await render(<Deadline day="2026-11-22" today="2026-11-23" before="senast" />);
    expect(late).toContain('ff-mark--late');
    expect(late).toContain('<span>1 dag sen</span>');
    const later = await render(<Deadline day="2026-12-18" today="2026-11-23" before="senast" />);
    expect(later).toContain('<span class="ff-mark">');
    expect(later).toContain('<span>senast 18 dec</span>');
  });

  it('show a paragraph without a link when there is no text to open', async () => {
    expect(await render(<Law href="/lag/15-16">15 kap. 16 §</Law>)).toContain(
      '<a class="ff-law" href="/lag/15-16">',
    );
    expect(await render(<Law>15 kap. 16 §</Law>)).not.toContain('<a');
  });
});

describe('where we are', () => {
  it('is marked on exactly the present step', async () => {
    const steps = [
      { title: 'Signal', state: 'done' as const },
      { title: 'Samtal', state: 'now' as const },
      { title: 'Anpassning', detail: 'vid behov', state: 'later' as const },
    ];
    const html = await render(<Steps label="Var i kedjan" steps={steps} />);
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(html).toContain('<li class="is-now" aria-current="step">');
  });

  it('has no way back on the first page of a list, none forward on the last, and is absent for one page', async () => {
    const links = async (page: number, pages: number) =>
      (await render(<Pagination page={page} pages={pages} href={(to) => `?sida=${to}`} />)).match(
        /\?sida=\d+/g,
      );
    expect(await links(1, 3)).toEqual(['?sida=2']);
    expect(await links(2, 3)).toEqual(['?sida=1', '?sida=3']);
    expect(await links(3, 3)).toEqual(['?sida=2']);
    expect(await links(1, 1)).toBeNull();
  });
});
