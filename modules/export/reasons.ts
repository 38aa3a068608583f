/** Why somebody takes things out, as the form and the command say it, and the code in the log: nobody's own words stand there. */
export const exportReasons = {
  byte: 'change-of-system',
  kontroll: 'own-check',
  myndighet: 'authority',
  arkiv: 'archive',
  begaran: 'request',
} as const;

/** A code of a reason. */
export type ExportReason = (typeof exportReasons)[keyof typeof exportReasons];

/** The code that a word of the form or the command means; undefined for any other word. */
export function exportReason(word: string): ExportReason | undefined {
  return Object.hasOwn(exportReasons, word) ? exportReasons[word as keyof typeof exportReasons] : undefined;
}
