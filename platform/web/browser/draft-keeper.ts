import { readFields, sameFields, writeFields } from './draft-fields.ts';
import {
  draftKey,
  forgetAll,
  forgetOtherReaders,
  forgetSavedForm,
  readDraft,
  writeDraft,
} from './draft-store.ts';

const pause = 600; // milliseconds without a key before the draft is kept

/**
 * `<draft-keeper owner="…">` inside a form: keeps its fields in this tab, puts them back after a reload or when the
 * session timed out, and says so. A form the server sent back with its values is left as it is and kept anew.
 */
class DraftKeeper extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #key = '';
  #timer = 0;

  connectedCallback(): void {
    const owner = this.getAttribute('owner');
    this.#form = this.closest('form');
    if (!this.#form || !owner) return;
    forgetOtherReaders(sessionStorage, owner);
    this.#key = draftKey(owner, new URL(this.#form.action).pathname);
    this.#restore(this.#form);
    this.#form.addEventListener('input', this.#later);
    addEventListener('pagehide', this.#now);
  }

  disconnectedCallback(): void {
    this.#form?.removeEventListener('input', this.#later);
    removeEventListener('pagehide', this.#now);
  }

  #restore(form: HTMLFormElement): void {
    const draft = readDraft(sessionStorage, this.#key);
    if (!draft || form.querySelector('[aria-invalid]') || sameFields(draft.fields, readFields(form))) return;
    writeFields(form, draft.fields);
    this.#say(`${this.dataset.restored} ${clock(draft.at)}`);
    this.append(this.#discardButton(form));
  }

  #later = (): void => {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#keep, pause);
  };

  #now = (): void => {
    if (this.#timer) this.#keep();
  };

  #keep = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#form) return;
    const at = Date.now();
    const kept = writeDraft(sessionStorage, this.#key, { at, fields: readFields(this.#form) });
    this.#say(kept ? `${this.dataset.saved} ${clock(at)}` : '');
  };

  #discardButton(form: HTMLFormElement): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ff-btn ff-btn--3 ff-btn--sm';
    button.textContent = this.dataset.discard ?? '';
    button.addEventListener('click', () => {
      sessionStorage.removeItem(this.#key);
      form.reset();
      this.#say('');
    });
    return button;
  }

  // Screen readers say it again when it changes, so it is written only when the minute has.
  #say(text: string): void {
    this.querySelector('button')?.remove();
    this.toggleAttribute('data-shown', text !== '');
    const line = this.querySelector('span');
    if (line && line.textContent !== text) line.textContent = text;
  }
}

function clock(at: number): string {
  return new Date(at).toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' }).replace(':', '.');
}

// Before the keepers wake up: what the server says is saved is no draft any more.
for (const done of document.querySelectorAll<HTMLElement>('[data-draft-done]')) {
  forgetSavedForm(sessionStorage, done.dataset.draftDone ?? '');
}
document.addEventListener('submit', (event) => {
  if ((event.target as HTMLElement).matches('[data-forgets-drafts]')) forgetAll(sessionStorage);
});
customElements.define('draft-keeper', DraftKeeper);
