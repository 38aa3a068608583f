/** Moves focus to the summary of errors of a form that was sent back, so that the first thing read is what to put right. */
export function focusErrors(page: Document): void {
  page.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}
