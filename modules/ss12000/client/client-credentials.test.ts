import { afterEach, expect, test } from 'vitest';
import {
  type ReferenceServer,
  type ServerOptions,
  startReferenceServer,
} from '../../../fixtures/ss12000-server/index.ts';
import { problemOf, smallSchool } from './client-fixture.ts';
import type { HttpAnswer } from './connection.ts';
import { clientCredentials, staticToken } from './index.ts';

let server: ReferenceServer | undefined;
afterEach(() => server?.close());

async function service(options: ServerOptions = {}) {
  server = await startReferenceServer(smallSchool(), options);
  const { tokenUrl, desk, seen } = server;
  const given = { tokenUrl, clientId: desk.clientId, clientSecret: desk.clientSecret };
  return { given, seen };
}

const here = { privateNetworks: true, wait: async () => {} };

/** A service that answers with the next of these, and remembers what it was sent. */
function scripted(...answers: object[]) {
  const sent: { body: string | undefined; authorization: string | undefined }[] = [];
  const fetch = async (_: string, { body, headers }: { body?: string; headers: Record<string, string> }) => {
    sent.push({ body, authorization: headers.authorization });
    const { status = 200, ...json } = (answers.shift() ?? {}) as { status?: number };
    const { body: stream } = new Response(JSON.stringify(json));
    return { status, headers: { get: () => 'application/json' }, body: stream } as HttpAnswer;
  };
  return { fetch: fetch as never, sent };
}

const given = { tokenUrl: 'https://inloggning.example/token', clientId: 'a:å', clientSecret: 'b c/+' };

test('a token is fetched once, for however many ask at the same time, and kept', async () => {
  const it = await service();
  const tokens = clientCredentials(it.given, here);
  const first = await Promise.all([tokens.token(), tokens.token(), tokens.token()]);
  expect(new Set(first).size).toBe(1);
  expect(await tokens.token()).toBe(first[0]);
  expect(it.seen).toHaveLength(1);
  tokens.refused();
  expect(await tokens.token()).not.toBe(first[0]);
});

test('a service that wants the secret in the form gets it there', async () => {
  const it = await service({ secretInForm: true });
  expect(await clientCredentials(it.given, here).token()).toMatch(/^\S+$/);
  expect(it.seen).toHaveLength(2);
});

test('a token is changed half a minute before its time, never after', async () => {
  let now = new Date('2025-10-01T08:00:00Z');
  const { fetch, sent } = scripted({ access_token: 'ett', expires_in: 300 }, { access_token: 'två' });
  const tokens = clientCredentials(given, { fetch, now: () => now });
  expect(await tokens.token()).toBe('ett');
  now = new Date('2025-10-01T08:04:29Z');
  expect(await tokens.token()).toBe('ett');
  now = new Date('2025-10-01T08:04:30Z');
  expect(await tokens.token()).toBe('två');
  expect(sent).toHaveLength(2);
});

test('id, secret and scope are written as the standard says, whatever stands in them', async () => {
  const { fetch, sent } = scripted({ access_token: 'x' });
  await clientCredentials({ ...given, scope: 'ss12000 läsa' }, { fetch }).token();
  const [, basic = ''] = sent[0]!.authorization!.split(' ');
  expect(Buffer.from(basic, 'base64').toString()).toBe('a%3A%C3%A5:b+c%2F%2B');
  expect(Object.fromEntries(new URLSearchParams(sent[0]!.body))).toEqual({
    grant_type: 'client_credentials',
    scope: 'ss12000 läsa',
  });
});

test.each([
  ['refuses us both ways', [{ status: 401 }, { status: 400 }]],
  ['is not there', [{ status: 404 }]],
  ['answers without a token', [{ token_type: 'Bearer' }]],
])('a service that %s is said to give no key', async (_, answers) => {
  const problem = await problemOf(clientCredentials(given, { fetch: scripted(...answers).fetch }).token());
  expect(problem.code).toBe('unauthorised');
  expect(problem.says).not.toMatch(/b c|example/);
});

test('the address of the service is judged like the source’s own', async () => {
  const tokens = (tokenUrl: string) => clientCredentials({ ...given, tokenUrl }).token();
  expect((await problemOf(tokens('http://inloggning.example/token'))).says).toContain('okrypterade');
  expect((await problemOf(tokens('https://169.254.169.254/token'))).code).toBe('unreachable');
});

test.each([
  ['abc', 'abc'],
  ['  Bearer abc \n', 'abc'],
  ['bearer abc', 'abc'],
])('a token that was written down as %j is sent as %j', async (text, token) => {
  expect(await staticToken(text).token()).toBe(token);
});

test.each(['', ' ', 'två ord', 'a\nb', 'nyckelå'])(
  'a token %j is refused, without being shown',
  async (text) => {
    const problem = await problemOf(staticToken(text).token());
    expect(problem.code).toBe('unauthorised');
    if (text.trim()) expect(problem.says).not.toContain(text);
  },
);
