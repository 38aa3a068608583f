import { spawn } from 'node:child_process';

/** One page to ask for, as whom. */
export interface Ask {
  readonly path: string;
  readonly cookie: string;
}

/** Keeps `readers` requests under way until all are answered, and prints the server's own time of each as JSON. */
const program = `
import http from 'node:http';
const { port, readers, asks } = JSON.parse(process.argv[1]);
const agent = new http.Agent({ keepAlive: true, maxSockets: readers });
const times = [];
let turn = 0;
const get = ({ path, cookie }) => new Promise((resolve, reject) => {
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip' };
  http.get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
    response.resume();
    response.on('end', () => response.statusCode === 200
      ? resolve(Number(/dur=([\\d.]+)/.exec(response.headers['server-timing'])[1]))
      : reject(new Error(path + ' answered ' + response.statusCode)));
  }).on('error', reject);
});
const reader = async () => { while (turn < asks.length) times.push(await get(asks[turn++])); };
await Promise.all(Array.from({ length: readers }, reader));
process.stdout.write(JSON.stringify(times));
`;

/**
 * Asks for pages over HTTP from a process of its own, as so many readers at once, each asking again as soon as the answer has
 * come. Answers the server's time of each, in milliseconds.
 */
export function readPages(port: number, readers: number, asks: readonly Ask[]): Promise<readonly number[]> {
  const input = JSON.stringify({ port, readers, asks });
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, input], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(text) as number[]) : reject(new Error('the readers failed')),
    );
  });
}
