const answerTime = 10_000; // a file that is downloaded gives no new page: then the form opens again

const pending = new WeakSet<HTMLFormElement>();

/** A form that is being sent (POST) is not sent again by a second click; it opens again when the page is shown anew or after ten seconds. */
export function guardDoubleSubmits(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'post') return;
    if (pending.has(form)) return event.preventDefault();
    if (event.defaultPrevented) return; // something else sends it
    hold(form, event.submitter);
  });
}

function hold(form: HTMLFormElement, button: HTMLElement | null): void {
  pending.add(form);
  button?.setAttribute('aria-busy', 'true');
  const release = () => {
    pending.delete(form);
    button?.removeAttribute('aria-busy');
  };
  addEventListener('pageshow', release, { once: true });
  setTimeout(release, answerTime);
}
