import type { OrganisationBody } from '../mirror/bodies.ts';
import type { ById } from './mirror-model.ts';

/** No organisation lies deeper; more is a ring. */
const deepest = 20;

/**
 * The school unit's code of an organisation: its own, or that of the nearest above it. Null when there is none, or when
 * what stands there is no code of eight digits.
 */
export function unitCodeOf(organisations: ById<OrganisationBody>, id: string | null): string | null {
  for (let at = id, depth = 0; at !== null && depth < deepest; depth++) {
    const body = organisations.get(at)?.body;
    if (!body) return null;
    if (body.unitCode !== null && /^\d{8}$/.test(body.unitCode)) return body.unitCode;
    at = body.parent;
  }
  return null;
}
