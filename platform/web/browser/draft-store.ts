/** What one field held: its texts, or which choices were made. */
export type DraftFields = Record<string, string[]>;

/** A kept form: when it was kept (epoch milliseconds), and its fields by name. */
export type Draft = { at: number; fields: DraftFields };

const prefix = 'ff-draft';

/** The place of a draft: one reader, one form. */
export function draftKey(owner: string, action: string): string {
  return `${prefix}|${owner}|${action}`;
}

/** The draft under a key, or null if there is none or it cannot be read. */
export function readDraft(store: Storage, key: string): Draft | null {
  try {
    return JSON.parse(store.getItem(key) ?? 'null') as Draft | null;
  } catch {
    return null; // written by another version: as if there were none
  }
}

/** Keeps a draft; false if the browser has no room or keeps nothing. */
export function writeDraft(store: Storage, key: string, draft: Draft): boolean {
  try {
    store.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Throws away the drafts whose key does not belong to `owner`: somebody else used this tab before. */
export function forgetOtherReaders(store: Storage, owner: string): void {
  forget(store, (key) => !key.startsWith(`${prefix}|${owner}|`));
}

/** Throws away the drafts of a form that has been saved, by the form's address. */
export function forgetSavedForm(store: Storage, action: string): void {
  forget(store, (key) => key.endsWith(`|${action}`));
}

/** Throws away every draft: the reader logs out. */
export function forgetAll(store: Storage): void {
  forget(store, () => true);
}

function forget(store: Storage, unwanted: (key: string) => boolean): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
  for (const key of keys) if (key.startsWith(`${prefix}|`) && unwanted(key)) store.removeItem(key);
}
