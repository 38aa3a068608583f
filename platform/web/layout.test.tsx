import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { Panel } from './components/index.ts';
import { Page } from './layout.tsx';

const app = new Hono().get('/', (c) =>
  c.html(
    <Page
      title="Mina elever"
      nav={[{ href: '/mina-elever', label: 'Mina elever', current: true, count: 3 }]}
      user={{ name: '<script>alert(1)</script>', capacity: 'Mentor' }}
      logOut="/logga-ut"
      footer={{ text: 'Uppgifter hämtade i dag kl. 05.10' }}
    >
      <Panel id="idag" title="Prata med i dag">
        <p>Text</p>
      </Panel>
    </Page>,
  ),
);
const html = async () => (await app.request('/')).text();

describe('the page', () => {
  it('is a whole document in Swedish with one main part and a way to skip to it', async () => {
    const page = await html();
    expect(page).toMatch(
      /^<!doctype html><html lang="sv" dir="ltr" data-color-scheme="auto" data-size="sm">/i,
    );
    expect(page.match(/<main/g)).toHaveLength(1);
    expect(page).toContain('href="#innehall">Hoppa till innehållet');
  });

  it('escapes a name that looks like a script', async () => {
    const page = await html();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;');
  });

  it('has no script or style in the markup itself', async () => {
    const page = await html();
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<style/);
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/app.js">']);
  });

  it('marks the current place and says how many wait there', async () => {
    expect(await html()).toContain(
      'aria-current="page">Mina elever <span class="ff-count">3<span class="ff-sr"> väntar',
    );
  });

  it('logs out with a form, never with a link', async () => {
    expect(await html()).toContain('<form action="/logga-ut" method="post"');
  });
});
