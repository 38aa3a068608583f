import { readFile } from 'node:fs/promises';
import {
  type Certificate,
  clientCredentials,
  noToken,
  type SourceAddress,
  staticToken,
} from '../modules/ss12000/index.ts';
import { OperatorError } from '../platform/server/operator-error.ts';

/** The flags of `import ss12000`, as `parseArgs` wants them. */
export const sourceFlags = {
  url: { type: 'string' },
  token: { type: 'string' },
  'client-id': { type: 'string' },
  'token-url': { type: 'string' },
  scope: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  ca: { type: 'string' },
  since: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  organiser: { type: 'string' },
  'accept-large-change': { type: 'boolean', default: false },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** The flags as they were said. */
export interface SourceFlags {
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  readonly 'client-id'?: string | undefined;
  readonly 'token-url'?: string | undefined;
  readonly scope?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly ca?: string | undefined;
  readonly json: boolean;
}

/**
 * Where the source is and how it knows us. Keys and secrets may stand in the environment, where the list of processes
 * does not show them. Refuses an address that is none, and half a log-in.
 */
export async function addressFrom(flags: SourceFlags, env: NodeJS.ProcessEnv): Promise<SourceAddress> {
  if (!flags.url) throw new OperatorError('Vilken källa? Skriv ./fullfolj import ss12000 --url ADRESS.');
  if (!URL.canParse(flags.url) || !/^https?:$/.test(new URL(flags.url).protocol))
    throw new OperatorError('Adressen går inte att läsa. Skriv den som https://skola.example/v2.0.');
  const certificate = await certificateFrom(flags);
  return {
    baseUrl: flags.url.replace(/\/+$/, ''),
    tokens: tokensFrom(flags, env, certificate),
    ...(certificate ? { certificate } : {}),
  };
}

function tokensFrom(flags: SourceFlags, env: NodeJS.ProcessEnv, certificate: Certificate | undefined) {
  const token = flags.token ?? env.FULLFOLJ_SS12000_TOKEN;
  if (flags['client-id'] || flags['token-url']) {
    const clientSecret = env.FULLFOLJ_SS12000_SECRET;
    const [clientId, tokenUrl] = [flags['client-id'], flags['token-url']];
    if (!clientId || !tokenUrl || !clientSecret)
      throw new OperatorError(
        'OAuth 2 behöver --client-id, --token-url och hemligheten i FULLFOLJ_SS12000_SECRET.',
      );
    const scope = flags.scope ? { scope: flags.scope } : {};
    const shown = certificate ? { certificate } : {};
    return clientCredentials(
      { clientId, tokenUrl, clientSecret, ...scope, ...shown },
      { privateNetworks: true },
    );
  }
  return token ? staticToken(token) : noToken();
}

async function certificateFrom({ cert, key, ca }: SourceFlags): Promise<Certificate | undefined> {
  if (!cert && !key) return undefined;
  if (!cert || !key) throw new OperatorError('Ett klientcertifikat behöver både --cert och --key.');
  const read = (path: string): Promise<string> =>
    readFile(path, 'utf8').catch(() => {
      throw new OperatorError(`${path} går inte att läsa.`);
    });
  return { cert: await read(cert), key: await read(key), ...(ca ? { ca: await read(ca) } : {}) };
}
