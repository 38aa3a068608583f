import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { constants, copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError, systemErrorCode } from './operator-error.ts';

/** Seals what must be kept and never shown: keys to other systems. `about` binds it to its place; elsewhere it cannot be opened. */
export interface SecretBox {
  seal(secret: string, about: string): Promise<string>;
  /** Undefined for what was sealed with another key, about something else, or has been changed. */
  open(sealed: string, about: string): Promise<string | undefined>;
}

/** Where the key is: said by the operator, or in a file of the data folder that is made when it is first needed. */
export interface SecretKeyPlace {
  readonly dataDir: string;
  /** 32 bytes in hexadecimal or base64. */
  readonly secretKey?: string | undefined;
}

const version = 'v1';
const keyFile = 'secret-key';

/** AES-256-GCM with a nonce for each secret. Refuses a key of the operator's that is not 32 bytes. */
export function secretBox(place: SecretKeyPlace): SecretBox {
  let key: Promise<Buffer> | undefined;
  const theKey = (): Promise<Buffer> => {
    key ??= keyAt(place).catch((error) => {
      key = undefined;
      throw error;
    });
    return key;
  };
  return {
    async seal(secret, about) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', await theKey(), nonce).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return [
        version,
        ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
      ].join(':');
    },
    async open(sealed, about) {
      const [found, ...parts] = sealed.split(':');
      const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (found !== version || nonce?.length !== 12 || tag?.length !== 16 || !text) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', await theKey(), nonce);
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

async function keyAt({ dataDir, secretKey }: SecretKeyPlace): Promise<Buffer> {
  if (secretKey) return asKey(secretKey, 'FULLFOLJ_SECRET_KEY');
  const path = join(dataDir, keyFile);
  await mkdir(dataDir, { recursive: true });
  const known = await readFile(path, 'utf8').catch(onlyIf('ENOENT'));
  if (known === undefined) await makeKey(path);
  return asKey(known ?? (await readFile(path, 'utf8')), path);
}

/**
 * Two processes may be first at once: the one whose file gets the name decides. It is whole when it gets it, so that
 * neither the other, nor a disk that is full, leaves half a key, with which nothing could be sealed from then on.
 */
async function makeKey(path: string): Promise<void> {
  const making = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(making, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
    await link(making, path)
      // Some file systems have no links; there a copy has to do.
      .catch(async (error) => {
        if (systemErrorCode(error) !== 'EEXIST') await copyFile(making, path, constants.COPYFILE_EXCL);
      })
      .catch(onlyIf('EEXIST'));
  } finally {
    await rm(making, { force: true });
  }
}

function onlyIf(code: string): (error: unknown) => undefined {
  return (error) => {
    if (systemErrorCode(error) !== code) throw error;
  };
}

function asKey(text: string, where: string): Buffer {
  const plain = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(plain) ? Buffer.from(plain, 'hex') : Buffer.from(plain, 'base64');
  if (key.length === 32) return key;
  throw new OperatorError(
    `Nyckeln i ${where} ska vara 32 byte i hex eller base64, till exempel från openssl rand -hex 32.`,
  );
}
