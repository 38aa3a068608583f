import { expect, test } from 'vitest';
import type { Io } from '../command.ts';
import { run } from './ss12000-server.ts';

function io(stopping: AbortSignal, written: string[] = []): Io {
  return {
    out: (text) => void written.push(text),
    say: () => {},
    progress: () => {},
    env: {},
    stopping,
  };
}

test('--json says where it is, what opens it and what is there, and it answers until it is stopped', async () => {
  const stop = new AbortController();
  const written: string[] = [];
  const args = ['--students', '30', '--weeks', '2', '--port', '0', '--token', 'abc', '--json'];
  const ended = run(args, io(stop.signal, written));
  await expect.poll(() => written).toHaveLength(1);
  const { url, objects } = JSON.parse(written[0]!) as { url: string; objects: Record<string, number> };
  const ask = (token: string) =>
    fetch(`${url}/studyplans`, { headers: { authorization: `Bearer ${token}` } });
  expect(((await (await ask('abc')).json()) as { data: unknown[] }).data).toHaveLength(30);
  expect((await ask('abd')).status).toBe(401);
  expect(objects.studyplans).toBe(30);
  stop.abort();
  expect(await ended).toBe(0);
  await expect(ask('abc')).rejects.toThrow();
});

test('what cannot be understood is said in words, and nothing is started', async () => {
  const refused = (...args: string[]) => expect(run(args, io(AbortSignal.abort()))).rejects;
  await refused('--mode', 'v3').toThrow('aggregated-only');
  await refused('--students', 'många').toThrow('heltal');
  await refused('--weeks', '44').toThrow('43');
});
