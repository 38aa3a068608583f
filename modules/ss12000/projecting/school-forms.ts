/**
 * Whether a school form is one that Fullfölj is about: upper secondary school and adapted upper secondary school, in the
 * codes of SS 12000 v2.0 and v2.1 (GY, GYS), what came with the new name (GYA, GYAN) and introductory programmes (IM)
 * where a source tells them apart.
 */
export function isUpperSecondary(form: string): boolean {
  return /^(GY|IM)/i.test(form.trim());
}
