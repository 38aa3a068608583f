import type { Locator } from 'playwright-core';

/** A file as it was received. */
export interface ReceivedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Presses a link and receives the file it leads to. */
export async function download(link: Locator): Promise<ReceivedFile> {
  const [file] = await Promise.all([link.page().waitForEvent('download'), link.click()]);
  const stream = await file.createReadStream();
  return { name: file.suggestedFilename(), content: Buffer.concat(await stream.toArray()) };
}
