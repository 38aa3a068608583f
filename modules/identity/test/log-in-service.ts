import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Who logs in at the service, and what it says of them. */
export interface ServiceAccount {
  readonly sub: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A real OpenID Connect provider that runs while a test does, and lets in whoever `account` is without asking. */
export interface LogInService {
  readonly issuer: URL;
  account: ServiceAccount;
  close(): Promise<void>;
}

/** Starts it on a free port, with one client that comes back to `redirectUri`. */
export async function startLogInService(redirectUri: string, loggedOutUri: string): Promise<LogInService> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const service = {
    issuer,
    account: { sub: 'ingen', claims: {} } as ServiceAccount,
    close: () => closed(server),
  };
  const provider = new Provider(issuer.href.slice(0, -1), {
    clients: [
      {
        client_id: 'fullfolj',
        client_secret: 'en hemlighet som bara testet vet',
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [loggedOutUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    cookies: { keys: ['testets nyckel'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/in/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...service.account.claims }) }),
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/in/')) return void answer(req, res);
    void provider.interactionFinished(req, res, { login: { accountId: service.account.sub } });
  });
  return service;
}

/** Goes from the service's door to its answer, as a browser does; answers our own address with the code. */
export async function throughService(start: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(start);
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the service answered ${response.status} at ${at.pathname}`);
    at = new URL(next, at);
    if (at.pathname === '/logga-in/svar') return at;
  }
  throw new Error('the service never came to an answer');
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
