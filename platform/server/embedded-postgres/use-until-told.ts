// A process for the tests: opens the data folder it is given, prints the address, and lets go when its standard input ends.
import { projectRoot } from '../project-root.ts';
import { openEmbedded } from './index.ts';

const database = await openEmbedded(process.argv[2] ?? '', {
  root: projectRoot(),
  role: 'other process',
  settings: { shared_buffers: '64MB' },
});
process.stdout.write(`${database.url}\n`);
process.stdin.resume().once('end', async () => {
  await database.release();
  process.exit();
});
