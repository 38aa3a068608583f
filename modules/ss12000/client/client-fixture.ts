import {
  generatedSchool,
  type ReferenceServer,
  type SchoolData,
  type ServerOptions,
  startReferenceServer,
} from '../../../fixtures/ss12000-server/index.ts';
import type { ClientOptions } from './asking.ts';
import type { SourceAddress } from './source-address.ts';
import { type Ss12000Client, ss12000Client } from './ss12000-client.ts';
import { staticToken } from './tokens.ts';

/** A client, the server it asks, and how long it would have waited between attempts: no test waits in earnest. */
export interface Tried {
  readonly client: Ss12000Client;
  readonly server: ReferenceServer;
  readonly waits: readonly number[];
}

const drawn = generatedSchool({ students: 40, seed: 1, start: '2025-08-18', weeks: 2 }).data;

/** The school that the tests of the client ask: 40 students, two weeks. A fresh one each time. */
export function smallSchool(): SchoolData {
  return drawn.copy();
}

/** Starts a server with that school and a client that knows it. */
export async function tryClient(
  given: { server?: ServerOptions; client?: ClientOptions; address?: Partial<SourceAddress> } = {},
): Promise<Tried> {
  const server = await startReferenceServer(smallSchool(), given.server);
  const waits: number[] = [];
  const client = ss12000Client(
    { baseUrl: server.url, tokens: staticToken('prov-nyckel'), ...given.address },
    {
      privateNetworks: true,
      wait: async (ms) => void waits.push(ms),
      timeoutMs: 5_000,
      ...given.client,
    },
  );
  return { client, server, waits };
}

/** What a source's failing said: its code and its sentence. Fails when nothing was thrown. */
export async function problemOf(work: Promise<unknown>): Promise<{ code: string; says: string }> {
  const problem = await work.then(
    () => {
      throw new Error('nothing went wrong');
    },
    (error: unknown) => error as { code: string; says: string },
  );
  return { code: problem.code, says: problem.says };
}
