const asksForParts = '[hx-get],[hx-post],[hx-boost]';

/** Fetches htmx (13 kB) only on pages that have parts to update; its settings stand in `<meta name="htmx-config">`. */
export function loadPartialUpdates(page: Document): void {
  if (page.querySelector(asksForParts)) void import('htmx.org');
}
