import { describe, expect, test } from 'vitest';
import { networkPlace } from './network-place.ts';
import { under } from './source-address.ts';
import { SourceProblem } from './source-problem.ts';
import { sourceUrl } from './source-url.ts';

function said(text: string, privateNetworks: boolean): string {
  try {
    return sourceUrl(text, privateNetworks).href;
  } catch (error) {
    return error instanceof SourceProblem ? error.says : String(error);
  }
}

test.each([
  ['8.8.8.8', 'open'],
  ['2001:67c:2e8:22::c100:68b', 'open'],
  ['172.15.255.255', 'open'],
  ['172.16.0.0', 'inside'],
  ['172.31.255.255', 'inside'],
  ['172.32.0.0', 'open'],
  ['10.1.2.3', 'inside'],
  ['192.168.0.1', 'inside'],
  ['100.64.0.1', 'inside'],
  ['fd12::1', 'inside'],
  ['127.0.0.1', 'here'],
  ['127.9.9.9', 'here'],
  ['::1', 'here'],
  ['0.0.0.0', 'never'],
  ['::', 'never'],
  ['169.254.169.254', 'never'],
  ['::ffff:169.254.169.254', 'never'],
  ['::ffff:a9fe:a9fe', 'never'],
  ['::ffff:10.0.0.1', 'inside'],
  ['64:ff9b::169.254.169.254', 'never'],
  ['64:ff9b::10.0.0.1', 'inside'],
  ['64:ff9b:1::a00:1', 'inside'],
  ['2002:a9fe:a9fe::1', 'never'],
  ['2002:7f00:1::', 'here'],
  ['2002:c0a8:101::1', 'inside'],
  ['2002:808:808::1', 'open'],
  ['fe80::1', 'never'],
  ['fd00:ec2::254', 'never'],
  ['100.100.100.200', 'never'],
  ['224.0.0.1', 'never'],
  ['255.255.255.255', 'never'],
  ['skola.example', 'never'],
])('%s lies %s', (address, place) => {
  expect(networkPlace(address)).toBe(place);
});

describe('an address that somebody wrote down', () => {
  test.each([
    ['https://skola.example/v2.0', 'https://skola.example/v2.0'],
    [' https://skola.example/v2.0#top ', 'https://skola.example/v2.0'],
  ])('%s is taken', (text, href) => {
    expect(said(text, false)).toBe(href);
  });

  test.each([
    ['skola.example/v2.0', 'https:// först'],
    ['', 'https:// först'],
    ['ftp://skola.example', 'https:// först'],
    ['http://skola.example/v2.0', 'okrypterade'],
    ['http://10.0.0.5/v2.0', 'okrypterade'],
    ['https://anna:hemligt@skola.example/', 'lösenord'],
    ['https://169.254.169.254/', 'inget skolsystem'],
    ['https://[fe80::1]/', 'inget skolsystem'],
    // The same address, written so that only the parser sees it.
    ['https://2852039166/', 'inget skolsystem'],
    ['https://0xa9fea9fe/', 'inget skolsystem'],
  ])('%s is refused, whatever the operator allows', (text, words) => {
    expect(said(text, true)).toContain(words);
    expect(said(text, true)).not.toContain('hemligt');
  });

  test.each(['https://10.0.0.5/v2.0', 'https://localhost:8055/v2.0', 'http://127.0.0.1:8055/v2.0'])(
    '%s is for the operator to allow',
    (text) => {
      expect(said(text, false)).toContain('internt nät');
      expect(said(text, true)).toBe(text);
    },
  );
});

test('what is asked for stands under the base, each part encoded', () => {
  const at = (base: string, ...parts: string[]) => under(base, false, parts).href;
  expect(at('https://skola.example/ss/v2.0/', 'persons')).toBe('https://skola.example/ss/v2.0/persons');
  expect(at('https://skola.example', 'persons', '../x?y')).toBe('https://skola.example/persons/..%2Fx%3Fy');
});
