import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine a figure was measured on, in one line: figures of different machines are not compared. */
export function machineFacts(): string {
  const model = cpus()[0]?.model.trim() ?? 'okänd processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${availableParallelism()} kärnor, ${memory} GB, Node ${process.versions.node}, ${process.platform}`;
}
