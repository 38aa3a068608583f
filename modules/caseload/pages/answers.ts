import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Tx, withOrganiser } from '../../../platform/server/db.ts';
import type { Form } from '../../../platform/server/read-form.ts';
import type { PageEnv, PageParts } from '../../access/index.ts';

/** A request's context. */
export type PageContext = Context<PageEnv>;

/** Thrown where a page does not exist for the reader: the server answers the same page whether it exists or not. */
export function notFound(): never {
  throw new HTTPException(404);
}

/** Runs `work` in one transaction of the reader's organiser. */
export function inOrganiser<T>(parts: PageParts, c: PageContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withOrganiser(parts.db, c.get('organiser'), work);
}

/** The student's number in the address; anything else is a page that does not exist. */
export function studentIdOf(c: PageContext): number {
  const text = c.req.param('id') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : notFound();
}

/** A form's field as text; an absent one is empty. */
export function textOf(form: Form, field: string): string {
  return form[field] ?? '';
}

/** Where a form returns: a path of this site that was given, or `otherwise`. Never another site. */
export function backOf(form: Form, otherwise: string): string {
  const back = textOf(form, 'back');
  return /^\/[a-z0-9][a-z0-9/-]*$/.test(back) ? back : otherwise;
}
