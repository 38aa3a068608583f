import type { Page } from 'playwright-core';

/**
 * What is wrong with how a page is built: language, one main, one h1, headings without a leap, unique ids, a label for every
 * control, nothing wider than the window. Needs no script of the page. Empty is as it should be.
 */
export function structureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];
    const root = document.documentElement;
    if (root.lang !== 'sv') faults.push(`language ${root.lang}`);
    if (all('main').length !== 1) faults.push(`${all('main').length} main`);
    if (all('h1').length !== 1) faults.push(`${all('h1').length} h1`);
    let level = 0;
    for (const heading of all('h1, h2, h3, h4, h5, h6')) {
      const own = Number(heading.tagName[1]);
      if (own > level + 1) faults.push(`h${level} is followed by h${own}: ${heading.textContent}`);
      level = own;
    }
    const ids = all('[id]').map((each) => each.id);
    for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
      faults.push(`id ${id} twice`);
    for (const control of all<HTMLInputElement>('input:not([type=hidden]), select, textarea')) {
      const named = control.labels?.length || control.ariaLabel || control.getAttribute('aria-labelledby');
      if (!named) faults.push(`no label: ${control.outerHTML.slice(0, 120)}`);
    }
    for (const link of all<HTMLAnchorElement>('a[href^="#"]')) {
      if (!document.getElementById(link.hash.slice(1)))
        faults.push(`leads nowhere: ${link.outerHTML.slice(0, 120)}`);
    }
    if (root.scrollWidth > window.innerWidth)
      faults.push(`${root.scrollWidth} px wide in a window of ${window.innerWidth}`);
    return faults;
  });
}
