import { expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { type Config, readConfig } from './config.ts';
import { openDatabaseSource, whyTooOld } from './database-source.ts';

const { url } = await testDatabase();
const configWith = (databaseUrl: string): Config => ({ ...readConfig({}), databaseUrl, dataDir: '/nowhere' });

test('a database of somebody else is used as it is, and nothing is started', async () => {
  const source = await openDatabaseSource(configWith(url), 'test');
  expect(source).toMatchObject({ url, kind: 'external' });
  await source.release();
});

test.each([
  [
    'a wrong password',
    (address: URL) => Object.assign(address, { password: 'hemlig' }),
    'lösenordet stämmer inte',
  ],
  [
    'a database that is not there',
    (address: URL) => Object.assign(address, { pathname: '/ingen' }),
    'databasen finns inte',
  ],
  [
    'an address where nobody answers',
    (address: URL) => Object.assign(address, { port: '1' }),
    'ingen svarar',
  ],
])('%s is said in words, without the address and its password', async (_, change, reason) => {
  const wrong = change(new URL(url)).href;
  const refusal = await openDatabaseSource(configWith(wrong), 'test').catch((error: Error) => error.message);
  expect(refusal).toContain(reason);
  expect(refusal).not.toContain(new URL(wrong).password);
});

test('PostgreSQL 18 is new enough, 17 is not', () => {
  expect(whyTooOld(180_000)).toBeUndefined();
  expect(whyTooOld(170_099)).toBe(
    'Databasen i DATABASE_URL är PostgreSQL 17. Fullfölj behöver version 18 eller nyare.',
  );
});
