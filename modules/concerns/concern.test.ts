import { describe, expect, test } from 'vitest';
import { checkConcern } from './concern.ts';

const requestKey = '0b5c3c1e-7d1a-4f8e-9a52-3f0c2c9f6a11';

describe('a concern is raised', () => {
  test('by an adult within a fixed area', () => {
    const draft = { requestKey, kind: 'staff-concern', area: 'relations', chosenAdult: null };
    expect(checkConcern(draft)).toEqual(draft);
  });
  test('by an adult never without an area', () => {
    const answer = checkConcern({ requestKey, kind: 'staff-concern', area: '', chosenAdult: null });
    expect(answer).toEqual([{ field: 'area', says: 'Välj ett område.' }]);
  });
  test('by the student without giving an area', () => {
    const answer = checkConcern({ requestKey, kind: 'wish-to-talk', area: '', chosenAdult: 7 });
    expect(answer).toEqual({ requestKey, kind: 'wish-to-talk', area: 'other', chosenAdult: 7 });
  });
  test('and all that is missing is said at once', () => {
    const answer = checkConcern({ requestKey: 'x', kind: '', area: 'diagnosis', chosenAdult: null });
    expect(answer).toMatchObject([{ field: 'requestKey' }, { field: 'kind' }, { field: 'area' }]);
  });
});
