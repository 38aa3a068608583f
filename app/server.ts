import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Config } from '../platform/server/config.ts';
import type { Database } from '../platform/server/db.ts';

/** What the server is put together from. */
export type ServerParts = {
  db: Database;
  config: Config;
  /** 0: any free port. */
  port: number;
  host: string;
  log: Logger;
};

/** A server that listens. */
export type RunningServer = {
  port: number;
  /** Takes no new connections, lets requests under way finish, and cuts those that idle. */
  close(): Promise<void>;
};

/** Composes the web server and listens; rejects with the system's error when the port is taken. */
export async function createServer({ port, host }: ServerParts): Promise<RunningServer> {
  const app = new Hono().get('/health', (c) => c.json({ status: 'ok' }));
  return listen(app, port, host);
}

function listen(app: Hono, port: number, hostname: string): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (address) => {
      resolve({ port: address.port, close: () => closed(server) });
    });
    server.once('error', reject);
  });
}

function closed(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
