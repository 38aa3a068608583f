import { describe, expect, it } from 'vitest';
import { ErrorPage } from './error-page.tsx';
import { NotFoundPage } from './not-found.tsx';
import { problemResponse } from './problem.ts';
import { RefusedPage } from './refused.tsx';

const render = async (element: unknown) => String(await element);

describe('a page that is not there', () => {
  it('has the same text whether it does not exist or may not be seen', async () => {
    const html = await render(<NotFoundPage frame={{}} />);
    expect(html).toContain('<h1>Vi hittar ingen sådan sida</h1>');
    expect(html).toContain('Antingen finns den inte, eller så ligger den utanför det du arbetar med.');
    expect(html).toContain('<title>Vi hittar ingen sådan sida – Fullfölj</title>');
  });
});

describe('an error of ours', () => {
  it('gives a reference to name, and does not ask for one when there is none', async () => {
    expect(await render(<ErrorPage frame={{}} reference="7F3A-21" />)).toContain('nämn 7F3A-21');
    expect(await render(<ErrorPage frame={{}} />)).not.toContain('nämn');
  });
});

describe('a refusal', () => {
  it('says the rule, that nothing changed, all that is missing, then what can be done', async () => {
    const html = await render(
      <RefusedPage
        frame={{}}
        title="Det här beslutet kan inte delegeras"
        rule="Rektorn beslutar själv."
        tried="Du försökte lämna över beslutet."
        missing={[
          { met: false, what: 'Medgivande' },
          { met: false, what: 'Slutdatum' },
        ]}
        possible={['Besluta själv']}
      />,
    );
    const order = ['Rektorn beslutar själv.', 'Inget är ändrat.', 'Medgivande', 'Slutdatum', 'Besluta själv'];
    const places = order.map((text) => html.indexOf(text));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});

describe('a problem told to a machine', () => {
  it('carries all reasons and what is possible, and is never kept by a cache', async () => {
    const answer = problemResponse({
      status: 409,
      title: 'Beslutet kan inte delegeras',
      reasons: [{ text: 'Rektorn beslutar själv', citation: '3 kap. 9 § skollagen' }],
      possible: ['Besluta själv'],
    });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({
      type: 'about:blank',
      status: 409,
      possible: ['Besluta själv'],
    });
  });

  it('is not an answer that went well', () => {
    expect(() => problemResponse({ status: 399, title: 'x' })).toThrow(RangeError);
    expect(problemResponse({ status: 400, title: 'x' }).status).toBe(400);
    expect(() => problemResponse({ status: 600, title: 'x' })).toThrow(RangeError);
  });
});
