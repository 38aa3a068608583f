import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReferenceServer, Trouble } from '../../../fixtures/ss12000-server/index.ts';
import { startReferenceServer } from '../../../fixtures/ss12000-server/index.ts';
import type { ClientOptions } from './asking.ts';
import { problemOf, smallSchool } from './client-fixture.ts';
import { clientCredentials, everyPage, ss12000Client } from './index.ts';

let server: ReferenceServer;
beforeEach(async () => {
  server = await startReferenceServer(smallSchool(), { tokenUses: 3 });
});
afterEach(() => server.close());

const waits: number[] = [];
beforeEach(() => void waits.splice(0));

function client(options: ClientOptions = {}) {
  const given = { privateNetworks: true, wait: async (ms: number) => void waits.push(ms), ...options };
  const tokens = { token: async () => 'prov-nyckel', refused: () => {} };
  return ss12000Client({ baseUrl: server.url, tokens }, given);
}

const programmes = () => server.data.lists.programmes.size;

describe('what goes wrong now and then is asked for again, and nothing is lost', () => {
  test.each<[string, Trouble]>([
    ['a failing server', { kind: 'status', status: 500 }],
    ['a server behind a door that does not open', { kind: 'status', status: 502 }],
    ['a server that is being restarted', { kind: 'status', status: 503 }],
    ['a connection that is cut at once', { kind: 'reset' }],
    ['an answer that is cut in the middle', { kind: 'cut', afterBytes: 300 }],
    ['an answer that is cut after its first byte', { kind: 'cut', afterBytes: 1 }],
    ['an answer that is no JSON', { kind: 'text', body: '{"data":[{"id":', type: 'application/json' }],
    ['an empty answer', { kind: 'text', body: '', type: 'application/json' }],
    ['a page of the door keeper’s', { kind: 'text', body: '<h1>Strax tillbaka</h1>', type: 'text/html' }],
  ])('%s', async (_, trouble) => {
    server.fault({ ...trouble, path: '/programmes', times: 2 });
    const page = await client().page('programmes', {});
    expect(page.objects).toHaveLength(programmes());
    expect(server.seen).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  test('an answer that never begins, and one that stops half-way, are given up in time', async () => {
    server.fault({ kind: 'slow', ms: 60_000, path: '/programmes' });
    server.fault({ kind: 'stall', afterBytes: 200, path: '/programmes' });
    const page = await client({ timeoutMs: 600 }).page('programmes', {});
    expect(page.objects).toHaveLength(programmes());
    expect(waits).toHaveLength(2);
  });

  test('in the middle of many pages, with everything that can go wrong after another', async () => {
    const troubles: Trouble[] = [
      { kind: 'cut', afterBytes: 5_000 },
      { kind: 'status', status: 429, retryAfter: '3' },
      { kind: 'reset' },
      { kind: 'status', status: 504 },
      { kind: 'text', body: '{', type: 'application/json' },
    ];
    for (const [at, trouble] of troubles.entries())
      server.fault({ ...trouble, path: '/attendances', after: at + 1 });
    const ids = new Set();
    let count = 0;
    for await (const { objects } of everyPage(client({ limit: 150 }), 'attendances', {})) {
      for (const { id } of objects) ids.add(id);
      count += objects.length;
    }
    expect(count).toBe(server.data.lists.attendances.size);
    expect(ids.size).toBe(count);
    expect(waits).toHaveLength(troubles.length);
  });
});

describe('what goes on being wrong is said in words, with what to do', () => {
  test.each<[string, string, Trouble, number]>([
    ['server-error', 'fel hos källan', { kind: 'status', status: 500 }, 5],
    ['too-slow', 'vänta', { kind: 'status', status: 429 }, 5],
    ['unreachable', 'svarar inte', { kind: 'reset' }, 5],
    ['broken-answer', 'avbrutet', { kind: 'text', body: '{', type: 'application/json' }, 5],
    ['broken-answer', 'avbrutet', { kind: 'cut', afterBytes: 100 }, 5],
    ['unauthorised', 'nyckeln', { kind: 'status', status: 401 }, 2],
    ['forbidden', 'behörighet', { kind: 'status', status: 403 }, 1],
    ['not-ss12000', '/v2.0', { kind: 'status', status: 404 }, 1],
    ['not-ss12000', '/v2.0', { kind: 'text', body: '{"hej":1}', type: 'application/json' }, 1],
    ['bad-request', 'fel ställd', { kind: 'status', status: 400 }, 2],
    ['bad-request', 'fel ställd', { kind: 'status', status: 422 }, 1],
  ])('%s: %s', async (code, words, trouble, asked) => {
    server.fault({ ...trouble, path: '/programmes', times: 99 });
    const problem = await problemOf(client().page('programmes', {}));
    expect(problem.code).toBe(code);
    expect(problem.says).toContain(words);
    expect(problem.says).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(problem.says).not.toMatch(/127\.0\.0\.1|prov-nyckel/);
    expect(server.seen).toHaveLength(asked);
  });

  test('a source that is too slow every time is said to be, with the seconds', async () => {
    server.fault({ kind: 'slow', ms: 60_000, times: 99 });
    const problem = await problemOf(client({ timeoutMs: 60, maxAttempts: 2 }).page('programmes', {}));
    expect(problem).toMatchObject({ code: 'too-slow' });
    expect(waits).toHaveLength(1);
  });

  test('a machine where nothing listens is unreachable', async () => {
    const { url } = server;
    await server.close();
    const tokens = { token: async () => null, refused: () => {} };
    const gone = ss12000Client({ baseUrl: url, tokens }, { privateNetworks: true, wait: async () => {} });
    expect((await problemOf(gone.page('programmes', {}))).code).toBe('unreachable');
    server = await startReferenceServer(smallSchool());
  });

  test.each([false, true])(
    'an answer that never ends is let go at the limit, and not asked for again (packed: %s)',
    async (packed) => {
      server.fault({ kind: 'huge', bytes: 2 ** 40, path: '/programmes', packed });
      const problem = await problemOf(client({ maxBytes: 3 * 1_048_576 }).page('programmes', {}));
      expect(problem.code).toBe('broken-answer');
      expect(problem.says).toContain('3 MB');
      expect(server.seen).toHaveLength(1);
    },
  );
});

describe('a source that asks us to wait', () => {
  test('is waited for as long as it says, in seconds or until a time', async () => {
    const now = () => new Date('2025-10-01T08:00:00Z');
    server.fault({ kind: 'status', status: 429, retryAfter: '7' });
    server.fault({ kind: 'status', status: 503, retryAfter: 'Wed, 01 Oct 2025 08:00:30 GMT' });
    server.fault({ kind: 'status', status: 429, retryAfter: 'Wed, 01 Oct 2025 07:00:00 GMT' });
    await client({ now }).page('programmes', {});
    expect(waits).toEqual([7_000, 30_000, 0]);
  });

  test('for longer than ten minutes is left, with the time it wants', async () => {
    server.fault({ kind: 'status', status: 429, retryAfter: '7200', times: 99 });
    const problem = await problemOf(client().page('programmes', {}));
    expect(problem).toMatchObject({ code: 'too-slow' });
    expect(problem.says).toContain('120 minuter');
    expect(waits).toEqual([]);
  });

  test('without saying how long is asked later and later, never all clients at once', async () => {
    server.fault({ kind: 'status', status: 429, times: 4 });
    await client().page('programmes', {});
    for (const [at, most] of [1_000, 2_000, 4_000, 8_000].entries()) {
      expect(waits[at]).toBeGreaterThanOrEqual(most / 2);
      expect(waits[at]).toBeLessThanOrEqual(most);
    }
  });
});

describe('tokens', () => {
  const byClient = (options: { secret?: string } = {}) =>
    clientCredentials(
      {
        tokenUrl: server.tokenUrl,
        clientId: server.desk.clientId,
        clientSecret: options.secret ?? server.desk.clientSecret,
      },
      { privateNetworks: true, wait: async () => {} },
    );

  test('one that ends in the middle of many pages is changed for another, and no page is lost', async () => {
    const address = { baseUrl: server.url, tokens: byClient() };
    const asking = ss12000Client(address, { privateNetworks: true, limit: 500 });
    let count = 0;
    for await (const { objects } of everyPage(asking, 'attendances', {})) count += objects.length;
    expect(count).toBe(server.data.lists.attendances.size);
    const fetched = server.seen.filter((each) => each.path === '/token').length;
    expect(fetched).toBeGreaterThan(1);
    expect(waits).toEqual([]);
  });

  test('a wrong secret is said to be, and is never shown', async () => {
    const address = { baseUrl: server.url, tokens: byClient({ secret: 'hemligt' }) };
    const problem = await problemOf(ss12000Client(address, { privateNetworks: true }).page('programmes', {}));
    expect(problem.code).toBe('unauthorised');
    expect(problem.says).not.toContain('hemligt');
    expect(server.seen.every((each) => each.path === '/token')).toBe(true);
  });

  test('no token stands in an error, whatever is written of it', async () => {
    server.fault({ kind: 'reset', times: 99 });
    const error = await client()
      .page('programmes', {})
      .catch((each: unknown) => each);
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('prov-nyckel');
  });
});

test('a pull that is stopped stops at once, while it waits too, with the reason it was given', async () => {
  const reason = new Error('administratören avbröt');
  const stop = new AbortController();
  server.fault({ kind: 'slow', ms: 60_000, path: '/programmes' });
  const slow = client().page('programmes', { signal: stop.signal });
  await expect.poll(() => server.seen).toHaveLength(1);
  stop.abort(reason);
  await expect(slow).rejects.toBe(reason);
  await expect(client().page('programmes', { signal: stop.signal })).rejects.toBe(reason);
  const waiting = new AbortController();
  server.fault({ kind: 'status', status: 429, retryAfter: '500' });
  const tokens = { token: async () => 'prov-nyckel', refused: () => {} };
  const patient = ss12000Client({ baseUrl: server.url, tokens }, { privateNetworks: true });
  const page = patient.page('programmes', { signal: waiting.signal });
  await expect.poll(() => server.seen).toHaveLength(2);
  waiting.abort(reason);
  await expect(page).rejects.toBe(reason);
});
