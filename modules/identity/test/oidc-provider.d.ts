/** The part of oidc-provider that the test's log-in service uses; the package carries no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  interface OidcContext {
    oidc: {
      client?: { clientId: string };
      session?: { accountId?: string };
      provider: { Grant: new (of: { clientId: string; accountId: string }) => Grant };
    };
  }

  interface Configuration {
    clients: readonly Record<string, unknown>[];
    claims: Record<string, readonly string[]>;
    cookies: { keys: readonly string[] };
    features: Record<string, { enabled: boolean }>;
    interactions: { url(ctx: OidcContext, interaction: { uid: string }): string };
    findAccount(
      ctx: OidcContext,
      sub: string,
    ): { accountId: string; claims(): Readonly<Record<string, unknown>> & { sub: string } };
    loadExistingGrant(ctx: OidcContext): Promise<Grant>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (req: IncomingMessage, res: ServerResponse) => Promise<void>;
    interactionFinished(
      req: IncomingMessage,
      res: ServerResponse,
      result: { login: { accountId: string } },
    ): Promise<void>;
  }
}
