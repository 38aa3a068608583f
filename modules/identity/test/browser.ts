import type { Hono } from 'hono';

/** As much of a browser as a log-in needs: keeps cookies, and follows nothing by itself. */
export class Browser {
  readonly #app: Hono;
  readonly #jar = new Map<string, string>();

  constructor(app: Hono) {
    this.#app = app;
  }

  /** Asks our own server; `from` another site when told. */
  async get(path: string): Promise<Response> {
    return this.#send(path, { headers: this.#headers() });
  }

  /** Sends a form as the page's own would be sent. */
  async post(
    path: string,
    form: Record<string, string> = {},
    headers: Record<string, string> = sameOrigin,
  ): Promise<Response> {
    const body = new URLSearchParams(form);
    return this.#send(path, { method: 'POST', body, headers: { ...this.#headers(), ...headers } });
  }

  /** The value of a cookie; undefined when there is none. */
  cookie(name: string): string | undefined {
    return this.#jar.get(name);
  }

  /** Puts a cookie there, as somebody who tampers would. */
  setCookie(name: string, value: string): void {
    this.#jar.set(name, value);
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const response = await this.#app.request(new URL(path, 'http://localhost:3000').href, init);
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.#jar.delete(name);
    else this.#jar.set(name, value);
  }

  #headers(): Record<string, string> {
    return { cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
}

/** What a browser says of a form on our own page. */
export const sameOrigin: Record<string, string> = { 'sec-fetch-site': 'same-origin' };
