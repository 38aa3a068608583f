import { afterEach, expect, test } from 'vitest';
import { type ReferenceServer, startReferenceServer } from '../../../fixtures/ss12000-server/index.ts';
import { TestAuthority } from '../../../fixtures/ss12000-server/test-certificates.ts';
import { problemOf, smallSchool } from './client-fixture.ts';
import type { Certificate } from './connection.ts';
import { noToken, ss12000Client } from './index.ts';

const school = new TestAuthority('Skolans utfärdare');
const ours = new TestAuthority('Vår utfärdare');
const stranger = new TestAuthority('Någon annan');

let server: ReferenceServer | undefined;
afterEach(() => server?.close());

/** A source that lets in those whom our authority vouches for; `days` its own certificate has left. */
async function source(days = 2): Promise<ReferenceServer> {
  const tls = { ...school.certify('skola', days), clientCa: ours.cert };
  server = await startReferenceServer(smallSchool(), { tls });
  return server;
}

function asks(at: ReferenceServer, certificate: Certificate | undefined) {
  const client = ss12000Client(
    { baseUrl: at.url, tokens: noToken(), ...(certificate ? { certificate } : {}) },
    { privateNetworks: true, wait: async () => {}, maxAttempts: 2 },
  );
  return client.page('programmes', {});
}

test('a source that knows the caller by certificate answers ours, without any token', async () => {
  const it = await source();
  const page = await asks(it, { ...ours.certify('fullfolj'), ca: school.cert });
  expect(page.objects).toHaveLength(it.data.lists.programmes.size);
  expect(it.seen.every((each) => each.authorization === undefined)).toBe(true);
});

test.each<[string, () => Certificate | undefined, number]>([
  ['we do not know who vouches for the source', () => ours.certify('fullfolj'), 2],
  ['the source’s certificate has ended', () => ({ ...ours.certify('fullfolj'), ca: school.cert }), -1],
  [
    'ours is from somebody the source does not know',
    () => ({ ...stranger.certify('x'), ca: school.cert }),
    2,
  ],
  ['ours is not the key’s', () => ({ ...ours.certify('a'), key: ours.certify('b').key, ca: school.cert }), 2],
  ['ours cannot be read', () => ({ cert: 'hej', key: 'hej', ca: school.cert }), 2],
])('nothing is sent when %s, and the sentence is about certificates', async (_, certificate, days) => {
  const it = await source(days);
  const problem = await problemOf(asks(it, certificate()));
  expect(problem.code).toBe('certificate');
  expect(problem.says).toContain('certifikat');
  expect(it.seen).toEqual([]);
});

test('a source that wants a certificate and gets none is not asked for anything', async () => {
  const it = await source();
  const problem = await problemOf(asks(it, { ca: school.cert } as Certificate));
  expect(problem.code).toBe('certificate');
  expect(it.seen).toEqual([]);
});
