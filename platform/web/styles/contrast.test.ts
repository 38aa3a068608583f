import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8');
const theme = new Map(
  [...read('theme.css').matchAll(/(--ds-[\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
    ([, name, light, dark]) => [name, { light: light ?? '', dark: dark ?? '' }],
  ),
);
const tokens = new Map(
  [...read('tokens.css').matchAll(/--ff-([\w-]+): var\((--ds-[\w-]+)\)/g)].map(([, to, from]) => [to, from]),
);
const grounds = ['page', 'surface', 'tint'];

function colour(token: string, scheme: 'light' | 'dark'): string {
  return theme.get(tokens.get(token) ?? '')?.[scheme] ?? `no colour for ${token}`;
}

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? []);
  const [red = Number.NaN, green = 0, blue = 0] = digits
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function below(limit: number, pairs: readonly (readonly [string, string])[]): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    pairs
      .map(([text, ground]) => ({
        text,
        ground,
        ratio: contrast(colour(text, scheme), colour(ground, scheme)),
      }))
      .filter(({ ratio }) => !(ratio >= limit))
      .map(({ text, ground, ratio }) => `${scheme}: ${text} on ${ground} is ${ratio.toFixed(2)}`),
  );
}

describe('what is read stands out, in light and in dark', () => {
  it('measures as the standard does', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
  });

  it('has text of at least 4.5 to 1 on every ground', () => {
    const texts = ['ink', 'soft', 'accent-ink', 'heed', 'late'];
    expect(
      below(
        4.5,
        texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
      ),
    ).toEqual([]);
  });

  it('has text of at least 4.5 to 1 on buttons, tags and notes', () => {
    expect(
      below(4.5, [
        ['accent-contrast', 'accent'],
        ['accent-contrast', 'accent-hover'],
        ['accent-ink', 'tint-strong'],
        ['heed-ink', 'heed-tint'],
        ['heed', 'heed-tint'],
        ['ink', 'heed-tint'],
        ['soft', 'heed-tint'],
        ['late-ink', 'late-tint'],
        ['ink', 'late-tint'],
        ['soft', 'quiet-fill'],
        ['ink', 'quiet-fill'],
      ]),
    ).toEqual([]);
  });

  it('has edges of controls and parts of charts of at least 3 to 1', () => {
    const parts = ['line-control', 'accent', 'error', 'focus', 'c1', 'c2', 'c3'];
    expect(
      below(
        3,
        parts.flatMap((part) => (['page', 'surface'] as const).map((ground) => [part, ground] as const)),
      ),
    ).toEqual([]);
  });
});
