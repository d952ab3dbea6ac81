import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../src/artifacts/render.ts';
import { outlook } from '../../src/clients/outlook/index.ts';
import type { Account } from '../../src/model/account.ts';
import { artifactOf, type RegistryValues } from '../clients/outlook/readers.ts';
import { OFFICE, type Result, type Wine } from './wine.ts';

/** All files of an account in a folder of drive C, as a person extracts them. */
export function unpack(wine: Wine, account: Account, as: string): string {
  const folder = join(wine.drive, 'in', as);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path, bytes } of render(account, [outlook]).artifacts) {
    writeFileSync(join(folder, path.replace(/^.*\//, '')), bytes());
  }
  return folder;
}

/** Puts one file of another account there. */
export function put(folder: string, account: Account, id: string): void {
  const { path, bytes } = artifactOf(account, id);
  writeFileSync(join(folder, path.replace(/^.*\//, '')), bytes);
}

/** A script in cmd, by what it does (`install.cmd`, `remove.cmd`); or reg.exe. */
export function run(wine: Wine, folder: string, program: string, ...rest: readonly string[]): Result {
  return wine.run(folder, [...(program === 'reg' ? ['reg'] : ['cmd', '/c', scriptIn(folder, program)]), ...rest]);
}

/** What a person double-clicks first, and what last: their numbers tell, the words behind them are in the account's language. */
export function scriptIn(folder: string, name: string): string {
  const number = { 'install.cmd': '1 ', 'remove.cmd': '2 ' }[name];
  if (number === undefined) return name;
  const [found, ...others] = readdirSync(folder).filter((file) => file.startsWith(number) && file.endsWith('.cmd'));
  if (found === undefined || others.length > 0) throw new Error(`${folder} has no single ${name}`);
  return found;
}

/** Read from the file, not computed: the test must not repeat the program. */
export function folderOf(account: Account): string {
  const script = Buffer.from(artifactOf(account, 'install-cmd').bytes).toString('latin1');
  return /set "folder=%shared%\\([a-z0-9-]+)"/.exec(script)?.[1] ?? 'none';
}

/** What install.cmd points Outlook to. */
export function ourPath(wine: Wine, account: Account): string {
  const local = wine.localData.slice(wine.drive.length).replaceAll('/', '\\');
  return `C:${local}\\Facteur\\outlook\\${folderOf(account)}\\autodiscover.xml`;
}

/** All values of an account that is set up. */
export function valuesOf({ domain }: Account, path: string): RegistryValues {
  return {
    [`${OFFICE}\\15.0\\Outlook\\AutoDiscover\\${domain}`]: path,
    [`${OFFICE}\\15.0\\Outlook\\AutoDiscover\\PreferLocalXML`]: 'dword:00000001',
    [`${OFFICE}\\16.0\\Outlook\\AutoDiscover\\${domain}`]: path,
    [`${OFFICE}\\16.0\\Outlook\\AutoDiscover\\PreferLocalXML`]: 'dword:00000001',
    [`${OFFICE}\\16.0\\Outlook\\Setup\\DisableOffice365SimplifiedAccountCreation`]: 'dword:00000001',
  };
}

/** A path as a .reg file writes it. */
export function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\')}"`;
}
