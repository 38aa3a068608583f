/**
 * Reads a final grade of year 9 as Statistics Sweden's file writes it (datafilsbeskrivning betyg åk 9, 2025): A–F, `9` for
 * streck (no basis because of absence), `3` for not studied (3 kap. 12 § skollagen), `2` for a subject of choice without a
 * grade. `isPass` null: there was no grade to set. Undefined for anything else.
 */
export function readCompulsoryGrade(
  text: string,
): { readonly value: string; readonly isPass: boolean | null } | undefined {
  const value = text.trim().toUpperCase();
  if (/^[A-E]$/.test(value)) return { value, isPass: true };
  if (value === 'F' || value === '9') return { value, isPass: false };
  return value === '3' || value === '2' ? { value, isPass: null } : undefined;
}
