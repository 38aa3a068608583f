import { expect, test } from 'vitest';
import { DeletedIds } from './deleted.ts';
import { readPage } from './page-answer.ts';

const a = { id: 'a', okänt: { fält: [1] } };

test.each<[string, unknown, number | null, object]>([
  [
    'the standard’s page',
    { data: [a], pageToken: 't' },
    1,
    { objects: [a], next: 't', pagingIgnored: false },
  ],
  ['the last page', { data: [a], pageToken: null }, 1, { objects: [a], next: null, pagingIgnored: false }],
  ['a last page with an empty token', { data: [a], pageToken: '' }, 1, { next: null, pagingIgnored: false }],
  ['a source without pages', { data: [a] }, 1, { objects: [a], next: null, pagingIgnored: true }],
  ['a source that sends more than asked', { data: [a, a], pageToken: null }, 1, { pagingIgnored: true }],
  ['a bare list', [a], 1, { objects: [a], next: null, pagingIgnored: true }],
  ['Skolverket’s organisations', { organisations: [a] }, 1, { objects: [a] }],
  ['no data, but a page', { pageToken: null }, 1, { objects: [], next: null, pagingIgnored: false }],
  ['data that is null', { data: null }, 1, { objects: [] }],
  ['an empty list', { data: [], pageToken: null }, null, { objects: [], next: null }],
  ['something else among the objects', { data: [a, null, 'x', [a]] }, 9, { objects: [a] }],
])('%s is read', (_, json, limit, page) => {
  expect(readPage('organisations', json, limit)).toMatchObject(page);
});

test.each([[{}], [{ persons: [] }], [null], ['hej'], [3], [{ data: 'hej' }], [{ data: {} }]])(
  '%j is no SS 12000',
  (json) => {
    expect(() => readPage('organisations', json, 1)).toThrow('inte som SS 12000');
  },
);

test.each<[string, unknown]>([
  ['lists by name', { data: { activitites: ['1'], studyPlans: ['2', '2'], rooms: ['3'] } }],
  ['the right spelling', { data: { activities: ['1'], studyplans: ['2'] } }],
  ['lists of objects', { data: { activities: [{ id: '1' }], studyPlans: [{ id: '2' }] } }],
  [
    'a flat list',
    {
      data: [
        { entityType: 'Activity', id: '1', deletedAt: 'x' },
        { entityType: 'StudyPlan', id: '2' },
      ],
    },
  ],
  [
    'a bare flat list',
    [
      { entityType: 'activities', id: '1' },
      { type: 'studyPlans', id: '2' },
    ],
  ],
])('deletions as %s', (_, json) => {
  const found = new DeletedIds();
  found.add(json);
  expect(found.all()).toMatchObject({ activities: ['1'], studyplans: ['2'], persons: [] });
});

test('deletions that cannot be understood are none', () => {
  const found = new DeletedIds();
  for (const json of [null, 'x', {}, { data: null }, { data: { persons: 'x' } }, { data: [null, 3] }])
    found.add(json);
  expect(Object.values(found.all()).flat()).toEqual([]);
});
