import { exportWords } from '../../../messages/sv/export.ts';
import type { Form } from '../../../platform/server/read-form.ts';
import type { FormError } from '../../../platform/web/components/index.ts';
import { type ExportReason, exportReason } from '../reasons.ts';
import type { Choice } from '../scope.ts';
import type { Exporter } from './export-parts.ts';

const words = exportWords.page.all;

/** What was sent, for the form that comes back with errors. */
export interface SentForm {
  readonly what: string;
  readonly include: boolean;
  readonly reason: string;
  readonly errors: readonly FormError[];
}

/** A choice that can be taken out, or what is to be put right. */
export type ReadForm =
  | { readonly ok: true; readonly choice: Choice; readonly reason: ExportReason }
  | { readonly ok: false; readonly sent: SentForm };

/** The words of the form for the whole organiser, and for all units of an administrator of several. */
export const wholeChoice = 'alla';
/** All units that an administrator of several has. */
export const ownChoice = 'mina';
/** The word that takes protected identities along. */
export const includeChoice = 'ta-med';

/** Reads the form of a large export. A unit that is not the exporter's is as if it were not chosen; protected identities come along only for whoever may. */
export function readExportForm(form: Form, exporter: Exporter): ReadForm {
  const what = form.vad ?? '';
  const units = unitsOf(what, exporter);
  const include = form.skyddade === includeChoice;
  const reason = exportReason(form.skal ?? '');
  const errors = [
    ...(units === undefined ? [{ field: 'f-vad', message: words.chooseWhat }] : []),
    ...(reason === undefined ? [{ field: 'f-skal', message: words.chooseReason }] : []),
  ];
  if (units === undefined || reason === undefined)
    return { ok: false, sent: { what, include, reason: form.skal ?? '', errors } };
  return {
    ok: true,
    choice: { units, student: null, withProtected: include && exporter.mayProtected },
    reason,
  };
}

function unitsOf(what: string, { whole, units }: Exporter): readonly number[] | null | undefined {
  if (what === wholeChoice) return whole ? null : undefined;
  if (what === ownChoice) return whole || units.length === 0 ? undefined : units.map(({ unitId }) => unitId);
  const unit = units.find(({ unitId }) => String(unitId) === what);
  return unit && [unit.unitId];
}
