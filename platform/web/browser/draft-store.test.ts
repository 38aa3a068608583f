import { beforeEach, describe, expect, it } from 'vitest';
import {
  draftKey,
  forgetAll,
  forgetOtherReaders,
  forgetSavedForm,
  readDraft,
  writeDraft,
} from './draft-store.ts';

/** As the browser's own store: texts by key, and a limit on how much it holds. */
class TabStore implements Storage {
  [name: string]: unknown;
  #items = new Map<string, string>();
  #room: number;
  constructor(room = 10_000) {
    this.#room = room;
  }
  get length() {
    return this.#items.size;
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  getItem = (key: string) => this.#items.get(key) ?? null;
  removeItem = (key: string) => void this.#items.delete(key);
  clear = () => this.#items.clear();
  setItem = (key: string, value: string) => {
    if (value.length > this.#room) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, value);
  };
}

const draft = { at: 1_795_369_366_377, fields: { text: ['Svårt att komma i gång'] } };
const noras = draftKey('u17', '/elev/1/samtal');
let store: TabStore;
beforeEach(() => {
  store = new TabStore();
  store.setItem('annat', 'rör inte');
  writeDraft(store, noras, draft);
  writeDraft(store, draftKey('u17', '/elev/2/samtal'), draft);
});

describe('a draft kept in the tab', () => {
  it('comes back as it was written', () => {
    expect(readDraft(store, noras)).toEqual(draft);
    expect(readDraft(store, draftKey('u17', '/elev/3/samtal'))).toBeNull();
  });

  it('is forgotten when its form is saved, and no other is', () => {
    forgetSavedForm(store, '/elev/1/samtal');
    expect(readDraft(store, noras)).toBeNull();
    expect(store.length).toBe(2);
  });

  it('is never seen by the next reader at the same computer', () => {
    forgetOtherReaders(store, 'u17');
    expect(store.length).toBe(3);
    forgetOtherReaders(store, 'u18');
    expect(readDraft(store, noras)).toBeNull();
    expect(store.getItem('annat')).toBe('rör inte');
  });

  it('is forgotten with all others at log-out, and nothing else is', () => {
    forgetAll(store);
    expect(store.length).toBe(1);
  });

  it('is not promised when the browser has no room', () => {
    expect(writeDraft(new TabStore(5), noras, draft)).toBe(false);
  });

  it('is as if it were not there when it cannot be read', () => {
    store.setItem(noras, '{"at":');
    expect(readDraft(store, noras)).toBeNull();
  });
});
