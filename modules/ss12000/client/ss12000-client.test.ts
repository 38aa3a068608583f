import { afterEach, describe, expect, test } from 'vitest';
import { type Mode, startReferenceServer } from '../../../fixtures/ss12000-server/index.ts';
import { problemOf, smallSchool, type Tried, tryClient } from './client-fixture.ts';
import { everyPage, noToken, type PageOrder, type Resource, resources, staticToken } from './index.ts';
import { ss12000Client } from './ss12000-client.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function tried(given: Parameters<typeof tryClient>[0] = {}): Promise<Tried> {
  const made = await tryClient(given);
  open.push(made.server);
  return made;
}

async function all({ client }: Tried, resource: Resource, order: PageOrder = {}) {
  const objects = [];
  let pages = 0;
  for await (const page of everyPage(client, resource, order)) {
    objects.push(...page.objects);
    pages += 1;
  }
  return { objects, pages };
}

const window = { from: '2025-08-18', to: '2025-08-31' };

describe('pages', () => {
  test('all of a list comes, each object once, however it is divided', async () => {
    const it = await tried({ client: { limit: 7 } });
    const { objects, pages } = await all(it, 'persons');
    const expected = [...it.server.data.lists.persons];
    expect(objects).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(pages).toBe(Math.ceil(expected.length / 7));
  });

  test('a page further on is asked for with its token and the limit, and nothing else', async () => {
    const it = await tried({ client: { limit: 100 } });
    await all(it, 'attendances', { modifiedAfter: '2025-08-20T00:00:00+02:00' });
    const [first, second] = it.server.seen.map((each) => [...each.query.keys()]);
    expect(first).toEqual(['limit', 'meta.modified.after']);
    expect(second).toEqual(['limit', 'pageToken']);
  });

  test('what changed at the very time is not asked for again; what changed after it is', async () => {
    const it = await tried();
    const [one] = [...it.server.data.lists.programmes];
    const at = '2025-09-01T10:00:00+02:00';
    it.server.data.change('programmes', one!.id, { name: 'Nytt namn' }, at);
    expect((await all(it, 'programmes', { modifiedAfter: at })).objects).toEqual([]);
    const before = '2025-09-01T09:59:59+02:00';
    expect((await all(it, 'programmes', { modifiedAfter: before })).objects).toMatchObject([
      { id: one!.id, name: 'Nytt namn' },
    ]);
  });

  test('lessons are asked for by window, both days included', async () => {
    const it = await tried();
    const { objects } = await all(it, 'calendarEvents', { window: { from: '2025-08-19', to: '2025-08-20' } });
    const days = new Set(objects.map((each) => String(each.startTime).slice(0, 10)));
    expect([...days].sort()).toEqual(['2025-08-19', '2025-08-20']);
    await expect(it.client.page('calendarEvents', {})).rejects.toThrow(RangeError);
    await expect(it.client.page('aggregatedAttendance', {})).rejects.toThrow(RangeError);
  });

  test('unknown fields and codes come as they were sent', async () => {
    const it = await tried();
    const [one] = [...it.server.data.lists.persons];
    const odd = { sex: 'Ickebinär', vendorField: { a: [1, null] }, phoneNumbers: [{ number: '1' }] };
    it.server.data.change('persons', one!.id, odd, '2026-01-01T00:00:00Z');
    const { objects } = await all(it, 'persons', { modifiedAfter: '2025-12-31T00:00:00Z' });
    expect(objects).toMatchObject([odd]);
  });

  test('a page token that leads to the same page is noticed at once, and one that leads back a while later too', async () => {
    const it = await tried({ client: { limit: 5 } });
    it.server.fault({ kind: 'same-next', path: '/persons', after: 1, times: 2 });
    expect((await problemOf(all(it, 'persons'))).code).toBe('broken-answer');
    const answers = [1, 2, 3].map((n) => ({ objects: [], next: `t${n % 2}`, pagingIgnored: false }));
    const page = async () => answers.shift()!;
    const around = async () => {
      for await (const _ of everyPage({ page }, 'persons', {}));
    };
    expect((await problemOf(around())).code).toBe('broken-answer');
    expect(answers).toEqual([]);
  });
});

describe('sources that do not do as the standard says', () => {
  test('a source that refuses a limit is asked without it, and from then on never with it', async () => {
    const it = await tried({ server: { refusesLimit: true } });
    const page = await it.client.page('programmes', {});
    expect(page.objects).toHaveLength(it.server.data.lists.programmes.size);
    expect(page).toMatchObject({ next: null, pagingIgnored: true });
    await it.client.page('programmes', {});
    expect(it.server.seen.map((each) => each.query.has('limit'))).toEqual([true, false, false]);
  });

  test('a source that has sums of attendance and nothing else, and knows no pages', async () => {
    const it = await tried({ server: { mode: 'aggregated-only' }, client: { limit: 2 } });
    const offers = await it.client.offers();
    expect(Object.entries(offers).filter(([, offer]) => offer === 'yes')).toEqual([
      ['aggregatedAttendance', 'yes'],
    ]);
    const page = await it.client.page('aggregatedAttendance', { window });
    expect(page.objects.length).toBeGreaterThan(2);
    expect(page).toMatchObject({ next: null, pagingIgnored: true });
    expect(page.objects[0]).not.toHaveProperty('id');
    expect(await it.client.deleted('2025-01-01T00:00:00Z')).toMatchObject({ told: false });
  });

  test.each<[Mode, readonly Resource[]]>([
    ['v2.1', resources],
    ['v2.0', resources],
    ['dnp', ['organisations', 'persons', 'groups', 'duties', 'activities']],
  ])('what a source of %s offers is found out by asking', async (mode, has) => {
    const it = await tried({ server: { mode } });
    const offers = await it.client.offers();
    expect(resources.filter((each) => offers[each] === 'yes')).toEqual(has);
  });

  test('a list that we are not let into is refused, which is another thing than not having it', async () => {
    const it = await tried();
    it.server.fault({ kind: 'status', status: 403, path: '/grades' });
    it.server.fault({ kind: 'status', status: 501, path: '/absences' });
    expect(await it.client.offers()).toMatchObject({ grades: 'refused', absences: 'no', persons: 'yes' });
  });

  test('an address where there is no school system at all is said to be wrong', async () => {
    const it = await tried();
    const wrong = ss12000Client(
      { baseUrl: it.server.url.replace('/v2.0', '/api'), tokens: noToken() },
      { privateNetworks: true },
    );
    expect(await problemOf(wrong.offers())).toMatchObject({ code: 'not-ss12000' });
    expect(await problemOf(wrong.page('persons', {}))).toMatchObject({ code: 'not-ss12000' });
  });

  test('a web page instead of data is said to be no SS 12000', async () => {
    const it = await tried({ client: { maxAttempts: 2 } });
    it.server.fault({ kind: 'text', body: '<html>Logga in</html>', type: 'text/html', times: 99 });
    const problem = await problemOf(it.client.page('persons', {}));
    expect(problem.code).toBe('not-ss12000');
    expect(problem.says).toContain('/v2.0');
    expect((await problemOf(it.client.offers())).code).toBe('not-ss12000');
  });
});

describe('deletions, lookup and subscriptions', () => {
  test('deleted objects are told by list, the misspelt one too, and all pages of them', async () => {
    const it = await tried();
    const { data } = it.server;
    const activities = [...data.lists.activities].slice(0, 3).map((each) => each.id);
    const plans = [...data.lists.studyplans].slice(0, 2).map((each) => each.id);
    data.remove('activities', activities, '2025-10-01T08:00:00Z');
    data.remove('studyplans', plans, '2025-10-02T08:00:00Z');
    const since = await it.client.deleted('2025-09-01T00:00:00Z');
    expect(since).toMatchObject({ told: true, ids: { activities, studyplans: plans, persons: [] } });
    const later = await it.client.deleted('2025-10-01T08:00:00Z');
    expect(later.ids).toMatchObject({ activities: [], studyplans: plans });
  });

  test('objects are looked up by id; a source that finds them too many is asked for fewer', async () => {
    const it = await tried();
    const ids = [...it.server.data.lists.persons].map((each) => each.id);
    it.server.fault({ kind: 'status', status: 503, path: '/persons/lookup', times: 2 });
    it.server.fault({ kind: 'status', status: 413, path: '/persons/lookup' });
    const found = await it.client.lookup('persons', [...ids, 'no-such-person']);
    expect(found.map((each) => each.id).sort()).toEqual(ids.sort());
    expect(it.waits).toEqual([]);
    expect(it.server.seen.length).toBeGreaterThan(3);
  });

  test('a source that cannot look up many is asked for one at a time', async () => {
    const it = await tried({ server: { mode: 'dnp' } });
    const ids = [...it.server.data.lists.groups].slice(0, 3).map((each) => each.id);
    const found = await it.client.lookup('groups', [...ids, 'no-such-group']);
    expect(found.map((each) => each.id)).toEqual(ids);
  });

  test('a subscription is made, renewed and ended; one that is gone is told so', async () => {
    let now = new Date('2025-10-01T08:00:00Z');
    const it = await tried({ server: { now: () => now } });
    const made = await it.client.subscribe('http://127.0.0.1:9/', 'Fullfölj', ['persons', 'studyplans']);
    expect(made.expires).toBe('2025-10-08T08:00:00.000Z');
    now = new Date('2025-10-05T08:00:00Z');
    expect(await it.client.renew(made.id)).toEqual({ id: made.id, expires: '2025-10-12T08:00:00.000Z' });
    await it.client.unsubscribe(made.id);
    await it.client.unsubscribe(made.id);
    expect(await it.client.renew(made.id)).toBeNull();
  });

  test('a subscription is not asked for twice when the answer is lost, since it may have been made', async () => {
    const it = await tried();
    it.server.fault({ kind: 'reset', path: '/subscriptions' });
    const lost = it.client.subscribe('http://127.0.0.1:9/', 'Fullfölj', ['persons']);
    expect((await problemOf(lost)).code).toBe('unreachable');
    expect(it.server.seen).toHaveLength(1);
    it.server.fault({ kind: 'status', status: 503, path: '/subscriptions' });
    await it.client.subscribe('http://127.0.0.1:9/', 'Fullfölj', ['persons']);
    expect(it.server.seen).toHaveLength(3);
  });
});

test('a token is sent to the source and to nobody it sends us on to', async () => {
  const it = await tried();
  const other = await startReferenceServer(smallSchool(), { token: 'annan' });
  open.push(other);
  it.server.fault({ kind: 'redirect', to: `${other.url}/persons`, path: '/persons', times: 2 });
  expect((await problemOf(it.client.page('persons', {}))).code).toBe('unauthorised');
  expect(other.seen.length).toBeGreaterThan(0);
  expect(other.seen.every((each) => each.authorization === undefined)).toBe(true);
  it.server.fault({ kind: 'redirect', to: '/v2.0/programmes', path: '/persons' });
  expect((await it.client.page('persons', {})).objects).toHaveLength(it.server.data.lists.programmes.size);
});

test('we are not led into the cloud’s own addresses, nor round and round', async () => {
  const it = await tried();
  it.server.fault({ kind: 'redirect', to: 'https://169.254.169.254/latest/meta-data', path: '/persons' });
  expect((await problemOf(it.client.page('persons', {}))).code).toBe('unreachable');
  it.server.fault({ kind: 'redirect', to: '/v2.0/persons', path: '/persons', times: 99 });
  expect((await problemOf(it.client.page('persons', {}))).code).toBe('not-ss12000');
});

test('this machine and inner networks are out of reach unless the operator allows them', async () => {
  const it = await tried();
  const address = { baseUrl: it.server.url, tokens: staticToken('prov-nyckel') };
  const problem = await problemOf(ss12000Client(address).page('persons', {}));
  expect(problem.code).toBe('unreachable');
  expect(problem.says).toContain('internt nät');
  const byName = { ...address, baseUrl: it.server.url.replace('127.0.0.1', 'localhost') };
  expect((await problemOf(ss12000Client(byName).page('persons', {}))).says).toContain('internt nät');
  expect(it.server.seen).toEqual([]);
});
