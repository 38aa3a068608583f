import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, withOrganiser } from '../../../platform/server/db.ts';
import { createOrganiser } from '../../organisation/index.ts';
import { type Page, type Resource, resources, type Ss12000Client } from '../client/index.ts';
import { addSource } from '../store-sources.ts';
import { longestPullMs, pullSource } from './pull-source.ts';

const { db } = await testDatabase();

const person = (id: string) => ({
  id,
  givenName: 'Elin',
  familyName: 'Berg',
  enrolments: [],
});

/** A source with one list of persons, that gives its pages as told. */
function sourceOf(page: (token: string | undefined, nth: number) => Partial<Page>): Ss12000Client {
  let nth = 0;
  return {
    offers: async () =>
      Object.fromEntries(resources.map((each) => [each, each === 'persons' ? 'yes' : 'no'])) as never,
    behindMs: () => 0,
    deleted: async () => ({ told: true, ids: {} as Record<Resource, string[]> }),
    page: async (_resource: Resource, order: { pageToken?: string }) => {
      nth += 1;
      return { objects: [], next: null, pagingIgnored: false, ...page(order.pageToken, nth) };
    },
  } as unknown as Ss12000Client;
}

let made = 0;
async function pull(client: Ss12000Client, now = () => new Date('2026-11-23T03:00:00Z')) {
  made += 1;
  const name = `Organisation ${made}`;
  const organiser = await dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name, kind: 'municipality', isDemonstration: false }),
  );
  const settings = { name, address: 'https://skola.example', resources: null, hour: 3 };
  const source = await withOrganiser(db, organiser, (tx) => addSource(tx, { ...settings, login: 'token' }));
  const school = { yearStarts: '2026-08-01', today: '2026-11-23', wanted: null, now };
  return pullSource(db, { organiser, source, client, ...school });
}

describe('a list that never ends', () => {
  it('is left when two pages lead to each other', async () => {
    const pages = sourceOf((token, nth) => {
      if (nth > 20) throw new Error('asked without end');
      return { objects: [person(String(nth))], next: token === 'a' ? 'b' : 'a' };
    });
    await expect(pull(pages)).rejects.toMatchObject({ code: 'broken-answer' });
  });

  it('is left when page after page has nothing in it', async () => {
    const pages = sourceOf((_token, nth) => {
      if (nth > 1_100) throw new Error('asked without end');
      return { next: `page ${nth}` };
    });
    await expect(pull(pages)).rejects.toMatchObject({ code: 'broken-answer' });
  });

  it('is left after six hours, and what has come is kept', async () => {
    let ms = Date.parse('2026-11-23T03:00:00Z');
    const pages = sourceOf((_token, nth) => {
      if (nth > 20) throw new Error('asked without end');
      ms += longestPullMs / 4;
      return { objects: [person(String(nth))], next: `page ${nth}` };
    });
    await expect(pull(pages, () => new Date(ms))).rejects.toMatchObject({ code: 'too-slow' });
    const { rows } = await db.pool.query(
      `select count(*)::int as count from ss12000.object o join organisation.organiser g using (organiser_id) where g.name = $1`,
      [`Organisation ${made}`],
    );
    expect(rows).toEqual([{ count: 5 }]);
  });

  it('is no list whose pages come and end', async () => {
    const pages = sourceOf((_token, nth) => ({
      objects: nth % 2 ? [person(String(nth))] : [],
      next: nth < 50 ? `page ${nth}` : null,
    }));
    expect((await pull(pages)).objects).toEqual({ persons: 25 });
  });
});
