import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from '../../fixtures.ts';

/** A Thunderbird that the tests run. */
export interface Version {
  /** With its number, as people call it: `Thunderbird 153`. */
  readonly name: string;
  /** Where its program is. */
  readonly folder: string;
  /** The one that is installed. Others are older. */
  readonly current: boolean;
}

/** The older version with extended support (ESR) that many still have. */
const OLDER = '140';
const unpacked = join(root, `node_modules/.cache/facteur/thunderbird-${OLDER}`);

/** The Thunderbird that is installed, and the older one that `unpackOlder` has put beside it. None where none is installed. */
export function thunderbirds(): readonly Version[] {
  const folders = [installFolder(), join(unpacked, 'usr/lib/thunderbird')].filter((each) => each !== undefined);
  const versions = folders
    .filter(isProgram)
    .map((folder, index) => ({ name: nameOf(folder), folder, current: index === 0 }));
  return versions.filter(({ name }, index) => versions.findIndex((each) => each.name === name) === index);
}

/** The folder of the installed program: where `thunderbird` on PATH leads, or Debian's, whose command is a script. */
export function installFolder(): string | undefined {
  const commands = (process.env.PATH ?? '').split(delimiter).map((each) => join(each, 'thunderbird'));
  const folders = commands.filter((command) => existsSync(command)).map((command) => dirname(realpathSync(command)));
  return [...folders, '/usr/lib/thunderbird'].find(isProgram);
}

/**
 * Fetches the older version from Debian's archive and unpacks it: two versions cannot be installed side by side. What it needs of the system the installed one
 * has brought. @returns why it is not there, or nothing
 */
export function unpackOlder(): string | undefined {
  const installed = installFolder();
  if (existsSync(unpacked) || (installed !== undefined && nameOf(installed) === `Thunderbird ${OLDER}`))
    return undefined;
  const version = run('apt-cache', ['madison', 'thunderbird']).match(new RegExp(`\\b1:${OLDER}\\.\\S+`))?.[0];
  if (version === undefined) return `no package source has Thunderbird ${OLDER}`;
  mkdirSync(dirname(unpacked), { recursive: true });
  const folder = mkdtempSync(`${unpacked}-`);
  try {
    run('apt-get', ['download', '-qq', `thunderbird=${version}`], folder);
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (archive === undefined) return `thunderbird ${version} cannot be fetched`;
    run('dpkg-deb', ['-x', archive, 'files'], folder);
    renameSync(join(folder, 'files'), unpacked);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isProgram(folder: string): boolean {
  return existsSync(join(folder, 'omni.ja'));
}

function nameOf(folder: string): string {
  const [, version = ''] = /^Version=(\d+)/m.exec(readFileSync(join(folder, 'application.ini'), 'utf8')) ?? [];
  return `Thunderbird ${version}`;
}

function run(command: string, args: readonly string[], cwd?: string): string {
  return (
    spawnSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 600_000 }).stdout ??
    ''
  );
}
