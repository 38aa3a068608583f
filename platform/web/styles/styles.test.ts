import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const web = path.dirname(here);
const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '');
const sheets = readdirSync(here)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: withoutComments(readFileSync(path.join(here, name), 'utf8')) }));
const all = sheets.map(({ css }) => css).join('\n');

const tsxFiles = ['.', 'components', 'charts', 'catalogue'].flatMap((folder) =>
  readdirSync(path.join(web, folder))
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((name) => readFileSync(path.join(web, folder, name), 'utf8')),
);

describe('the style sheet', () => {
  it('names colours in the theme only', () => {
    const strays = sheets
      .filter(({ name }) => name !== 'theme.css')
      .flatMap(({ name, css }) =>
        (css.match(/#[0-9a-f]{3,8}\b(?=[\s;,)])/gi) ?? []).map((hex) => `${name}: ${hex}`),
      );
    expect(strays).toEqual([]);
    expect(sheets.find(({ name }) => name === 'theme.css')?.css).toMatch(/#[0-9a-f]{6}/);
  });

  it('uses the names of the theme in the tokens only', () => {
    const users = sheets.filter(({ css }) => css.includes('var(--ds-')).map(({ name }) => name);
    expect(users).toEqual(['tokens.css']);
  });

  it('has no names that nothing defines, and none that nothing uses', () => {
    const defined = new Set(all.match(/(?<=[\s;{])--[a-z0-9-]+(?=\s*:)/g));
    const used = new Set([...all.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name));
    expect([...used].filter((name) => !defined.has(name ?? ''))).toEqual([]);
    expect([...defined].filter((name) => !used.has(name))).toEqual([]);
  });

  it('mirrors by itself in right-to-left: only logical properties', () => {
    const physical =
      /(?<![-\w])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|(?:max-|min-)?(?:width|height)|float)\s*:|text-align:\s*(?:left|right)/g;
    expect(
      sheets.flatMap(({ name, css }) => (css.match(physical) ?? []).map((found) => `${name}: ${found}`)),
    ).toEqual([]);
    expect('margin-left: 1px; width: 3px'.match(physical)).toHaveLength(2);
  });

  it('gives four sides in one go only when both sides are the same', () => {
    const uneven = [...all.matchAll(/(?:padding|margin|inset):\s*(\S+) (\S+) (\S+) (\S+);/g)].filter(
      ([, , end, , start]) => end !== start,
    );
    expect(uneven.map(([found]) => found)).toEqual([]);
  });

  it('has a rule for every class the components use', () => {
    const used = new Set(tsxFiles.join('\n').match(/(?<=[\s"'`])ff-[a-z][\w-]*(?=[\s"'`])/g));
    const missing = [...used].filter((name) => !all.includes(`.${name}`) && !name.startsWith('ff-draft'));
    expect(used.size).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('has no rule that no component uses', () => {
    const markup = tsxFiles.join('\n');
    const classes = new Set([...all.matchAll(/\.(ff-[a-z][\w-]*)/g)].map(([, name]) => name ?? ''));
    const built = /ff-(btn|tag|note|body|cols)--/; // put together from a kind
    expect([...classes].filter((name) => !markup.includes(name) && !built.test(name))).toEqual([]);
  });
});
