import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoutes } from './routes.tsx';

const addresses = ['/katalog', '/katalog/saknas', '/katalog/fel', '/katalog/formular', '/katalog/nekat'];
const pages: { address: string; html: string }[] = [];

beforeAll(async () => {
  for (const address of addresses) {
    pages.push({ address, html: await (await catalogueRoutes().request(address)).text() });
  }
});

const found = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, text]) => text ?? '');

describe('every component in every state', () => {
  it('has no id twice on a page', () => {
    for (const { address, html } of pages) {
      const ids = found(html, /\sid="([^"]+)"/g);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        address,
      ).toEqual([]);
    }
  });

  it('points only at ids that are there: labels, headings, reasons, links within the page', () => {
    for (const { address, html } of pages) {
      const ids = new Set(found(html, /\sid="([^"]+)"/g));
      const pointers = found(html, /\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g).flatMap((names) =>
        names.split(' '),
      );
      expect(
        pointers.filter((id) => !ids.has(id)),
        address,
      ).toEqual([]);
      expect(
        found(html, /href="#([^"]+)"/g).filter(
          (id) => !ids.has(id) && !/^(namn|klass|andel|signal)$/.test(id),
        ),
      ).toEqual([]);
    }
  });

  it('has one first heading a page, and never skips a level', () => {
    for (const { address, html } of pages) {
      const levels = found(html, /<h([1-6])/g).map(Number);
      expect(
        levels.filter((level) => level === 1),
        address,
      ).toHaveLength(1);
      expect(
        levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
        address,
      ).toEqual([]);
    }
  });

  it('has no script or style in the markup, which the content security policy would refuse', () => {
    for (const { html } of pages) expect(html).not.toMatch(/\sstyle="|\son[a-z]+="|<style|<script>/);
  });

  it('speaks Swedish, without exclamation marks', () => {
    for (const { html } of pages) {
      const text = html.replace('<!doctype html>', '').replace(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ');
      expect(text).not.toContain('!');
      expect(text).not.toMatch(/\bN\/A\b|undefined|\[object/);
    }
  });
});
