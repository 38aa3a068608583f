const aDay = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;
const aLongNumber = /^[+\d][\d\s-]{5,}$/;

/** Whether a row holds what no heading is: a day, a long number, an address. It would be remembered with what it says. */
export function looksLikeData(cells: readonly string[]): boolean {
  return cells
    .map((cell) => cell.trim())
    .some((cell) => aDay.test(cell) || aLongNumber.test(cell) || cell.includes('@'));
}
