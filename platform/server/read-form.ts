import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** A form's texts by field; files are left out, and of a field that is sent twice the last counts. */
export type Form = Readonly<Record<string, string>>;

/** The longest form of ours is a talk of a few thousand letters; what somebody pastes in by mistake is told, not cut off. */
const largestForm = 1_000_000;

/**
 * Reads the form that a request carries. The letter zero, which the database keeps no text with, is left out. Refuses
 * with 413 what is larger than any form of ours, before it fills the memory, and with 400 what is no form.
 */
export async function readForm(c: Context): Promise<Form> {
  const bytes = await bodyOf(c.req.raw);
  const type = c.req.header('content-type') ?? '';
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(notAForm);
  const fields = Object.create(null) as Record<string, string>;
  for (const [field, value] of form)
    if (typeof value === 'string') fields[field] = value.replaceAll('\0', '');
  return fields;
}

/** Reads JSON that a request carries; undefined for what is none. Refuses with 413 what is larger than any question of ours. */
export async function readJson(c: Context): Promise<unknown> {
  const bytes = await bodyOf(c.req.raw);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function bodyOf(request: Request): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > largestForm) throw new HTTPException(413);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length > largestForm) throw new HTTPException(413);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

function notAForm(): never {
  throw new HTTPException(400);
}
