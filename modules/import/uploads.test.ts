import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { receiveUpload, removeOldUploads, type Upload, uploadedFiles } from './uploads.ts';

const folder = mkdtempSync(join(tmpdir(), 'fullfolj-upload-'));
afterAll(() => rmSync(folder, { recursive: true }));

const now = new Date('2026-11-22T12:00:00Z');

function request(files: Record<string, string>): Request {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('filer', new File([content], name));
  return new Request('http://localhost/import', { method: 'POST', body });
}

test('files are kept under numbers, whatever they are called', async () => {
  const upload = (await receiveUpload(
    request({ 'närvaro å.csv': 'a', '../../elever.csv': 'b' }),
    folder,
    now,
  )) as Upload;
  expect(upload.files).toEqual(['närvaro å.csv', 'elever.csv']);
  expect(readdirSync(join(folder, upload.id)).toSorted()).toEqual(['1', '2']);
  expect(await uploadedFiles(folder, upload)).toHaveLength(2);
});

test('files over the limit together are refused, those at the limit are not, and nothing is left behind', async () => {
  const before = readdirSync(folder).length;
  const limits = { bytes: 10, files: 2 };
  expect(
    await receiveUpload(request({ 'a.csv': 'x'.repeat(6), 'b.csv': 'x'.repeat(5) }), folder, now, limits),
  ).toEqual({
    problem: 'too-large',
  });
  expect(
    await receiveUpload(request({ 'a.csv': 'x', 'b.csv': 'x', 'c.csv': 'x' }), folder, now, limits),
  ).toEqual({
    problem: 'too-many',
  });
  expect(await receiveUpload(request({}), folder, now, limits)).toEqual({ problem: 'none' });
  expect(readdirSync(folder)).toHaveLength(before);
  expect(
    await receiveUpload(request({ 'a.csv': 'x'.repeat(6), 'b.csv': 'x'.repeat(4) }), folder, now, limits),
  ).toMatchObject({
    files: ['a.csv', 'b.csv'],
    bytes: 10,
  });
});

test('a form that is cut off, or is no form, is refused and leaves nothing behind', async () => {
  const before = readdirSync(folder).length;
  const whole = request({ 'a.csv': 'x'.repeat(1_000) });
  const bytes = Buffer.from(await whole.arrayBuffer());
  const send = (body: Buffer, type: string) =>
    new Request('http://localhost/import', {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'content-type': type },
    });
  const cut = send(bytes.subarray(0, 700), whole.headers.get('content-type')!);
  expect(await receiveUpload(cut, folder, now)).toEqual({ problem: 'broken' });
  expect(await receiveUpload(send(bytes, 'text/csv'), folder, now)).toEqual({ problem: 'none' });
  expect(readdirSync(folder)).toHaveLength(before);
});

test('the age of an upload counts from the clock it was told, not from the disk’s', async () => {
  const upload = (await receiveUpload(request({ 'a.csv': 'x' }), folder, now)) as Upload;
  await removeOldUploads(folder, new Date(now.getTime() + 24 * 3_600_000));
  expect(await uploadedFiles(folder, upload)).toHaveLength(1);
  await removeOldUploads(folder, new Date(now.getTime() + 24 * 3_600_000 + 1));
  expect(await uploadedFiles(folder, upload)).toBeUndefined();
});

test('files that nobody has read in within a day are removed', async () => {
  const [old, young] = (await Promise.all(
    ['a', 'b'].map((content) => receiveUpload(request({ 'a.csv': content }), folder, now)),
  )) as [Upload, Upload];
  utimesSync(join(folder, old.id), now, new Date('2026-11-21T11:59:00Z'));
  utimesSync(join(folder, young.id), now, new Date('2026-11-21T12:01:00Z'));
  await removeOldUploads(folder, now);
  expect(existsSync(join(folder, old.id))).toBe(false);
  expect(await uploadedFiles(folder, old)).toBeUndefined();
  expect(existsSync(join(folder, young.id))).toBe(true);
});
