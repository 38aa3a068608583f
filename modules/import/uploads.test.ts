import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { receiveUpload, removeOldUploads, type Upload, uploadedFiles } from './uploads.ts';

const folder = mkdtempSync(join(tmpdir(), 'fullfolj-upload-'));
afterAll(() => rmSync(folder, { recursive: true }));

function request(files: Record<string, string>): Request {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('filer', new File([content], name));
  return new Request('http://localhost/import', { method: 'POST', body });
}

test('files are kept under numbers, whatever they are called', async () => {
  const upload = (await receiveUpload(
    request({ 'närvaro å.csv': 'a', '../../elever.csv': 'b' }),
    folder,
  )) as Upload;
  expect(upload.files).toEqual(['närvaro å.csv', 'elever.csv']);
  expect(readdirSync(join(folder, upload.id)).toSorted()).toEqual(['1', '2']);
  expect(await uploadedFiles(folder, upload)).toHaveLength(2);
});

test('a file over the limit is refused, one at the limit is not, and nothing is left behind', async () => {
  const before = readdirSync(folder).length;
  const limits = { fileBytes: 10, files: 2 };
  expect(await receiveUpload(request({ 'a.csv': 'x'.repeat(11) }), folder, limits)).toEqual({
    problem: 'too-large',
  });
  expect(await receiveUpload(request({ 'a.csv': 'x', 'b.csv': 'x', 'c.csv': 'x' }), folder, limits)).toEqual({
    problem: 'too-many',
  });
  expect(await receiveUpload(request({}), folder, limits)).toEqual({ problem: 'none' });
  expect(readdirSync(folder)).toHaveLength(before);
  expect(await receiveUpload(request({ 'a.csv': 'x'.repeat(9) }), folder, limits)).toMatchObject({
    files: ['a.csv'],
  });
});

test('files that nobody has read in within a day are removed', async () => {
  const [old, young] = (await Promise.all(
    ['a', 'b'].map((content) => receiveUpload(request({ 'a.csv': content }), folder)),
  )) as [Upload, Upload];
  const now = new Date('2026-11-22T12:00:00Z');
  utimesSync(join(folder, old.id), now, new Date('2026-11-21T11:59:00Z'));
  utimesSync(join(folder, young.id), now, new Date('2026-11-21T12:01:00Z'));
  await removeOldUploads(folder, now);
  expect(existsSync(join(folder, old.id))).toBe(false);
  expect(await uploadedFiles(folder, old)).toBeUndefined();
  expect(existsSync(join(folder, young.id))).toBe(true);
});
