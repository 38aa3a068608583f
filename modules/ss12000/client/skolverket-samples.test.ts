import { expect, test } from 'vitest';
import { skolverketSample } from '../../../fixtures/ss12000-server/skolverket-contract.ts';
import { tryClient } from './client-fixture.ts';
import type { Resource } from './index.ts';

test.each<[Resource, string]>([
  ['persons', 'person'],
  ['activities', 'activity'],
  ['groups', 'group_json'],
])('Skolverket’s sample of %s comes through as it is', async (resource, name) => {
  const { client, server } = await tryClient({ server: { mode: 'dnp' } });
  const sample = skolverketSample(name) as object;
  const pages = [{ data: [sample], pageToken: null }, { [resource]: [sample] }, [sample]];
  for (const page of pages) {
    server.fault({ kind: 'text', body: JSON.stringify(page), type: 'application/json' });
    expect((await client.page(resource, {})).objects).toEqual([sample]);
  }
  await server.close();
});

test('what Skolverket calls invalid is handed on as well: whoever reads the object judges it', async () => {
  const { client, server } = await tryClient({ server: { mode: 'dnp' } });
  const sample = skolverketSample('activities_invalid') as { activities: object[] };
  server.fault({ kind: 'text', body: JSON.stringify(sample), type: 'application/json' });
  expect((await client.page('activities', {})).objects).toEqual(sample.activities);
  await server.close();
});
