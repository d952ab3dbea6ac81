import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { accountId } from '../../../src/clients/linux/script.ts';
import type { Account, Role } from '../../../src/model/account.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import type { Home } from './home.ts';

/** The programs whose installers change files of a home. */
export const programs = [
  'neomutt',
  'mutt',
  'aerc',
  'himalaya',
  'msmtp',
  'isync',
  'geary',
  'claws-mail',
  'evolution',
] as const;
export type ProgramId = (typeof programs)[number];

/** What people have there already: nothing that names an account, and passwords as some do write them. */
export const theirs: Readonly<Record<ProgramId, readonly [file: string, text: string]>> = {
  neomutt: ['.config/neomutt/neomuttrc', 'set sort = threads\n# password hunter2\n'],
  mutt: ['.muttrc', 'set sort = threads\n# password hunter2'],
  aerc: ['.config/aerc/accounts.conf', '[labo]\nsource = imaps://moi:hunter2@imap.labo.example\n'],
  himalaya: ['.config/himalaya/config.toml', '[accounts.labo]\nemail = "moi@labo.example"\n# hunter2\n'],
  msmtp: ['.msmtprc', 'account labo\nhost smtp.labo.example\nfrom moi@labo.example\npassword hunter2'],
  isync: ['.mbsyncrc', 'IMAPAccount labo\nHost imap.labo.example\nUser moi\nPass hunter2\n'],
  geary: ['.config/geary/account_01/geary.ini', '[Account]\nordinal=4\n'],
  'claws-mail': ['.claws-mail/accountrc', '[Account: 3]\naddress=autre@labo.example\npassword=hunter2\n'],
  evolution: ['.config/evolution/sources/labo.source', '[Data Source]\nDisplayName=A Labo\n'],
};

/** Writes what a person has, as only they may read it. */
export function putTheirs(home: Home, client: ProgramId, text: string = theirs[client][1]): void {
  const [file] = theirs[client];
  home.put(file, Buffer.from(text, 'latin1'));
  chmodSync(join(home.path, file), 0o600);
  if (client === 'claws-mail') home.put('.claws-mail/folderlist.xml', '<folderlist>\n</folderlist>\n');
}

const profile = makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services' });

/** Somebody at CNRS. */
export function accountAs(local: string, role: Role): Account {
  return resolve({ address: `${local}@cnrs.fr`, name: 'Prénom Nom', role, language: 'en' }, [profile]).account;
}

/** How often the account is set up there. */
export function identitiesIn(home: Home, client: ProgramId, account: Account): number {
  const { address } = account;
  const mark: Readonly<Record<ProgramId, string>> = {
    neomutt: `\nset from = "${address}"\n`,
    mutt: `\nset from = "${address}"\n`,
    aerc: `[${accountId(account)}]\n`,
    himalaya: `\nemail = "${address}"\n`,
    msmtp: `\nfrom "${address}"\n`,
    isync: `\nIMAPAccount "${accountId(account)}"\n`,
    geary: `<${address}>;\n`,
    'claws-mail': `\naddress=${address}\n`,
    evolution: `\nAddress=${address}\n`,
  };
  const files = Object.entries(home.snapshot()).filter(([name]) => !name.startsWith('.local/state/'));
  return files.reduce((count, [, text]) => count + text.split(mark[client]).length - 1, 0);
}

/** What a script may have left: copies, locks, half-made folders, and any file with a password but the person's own. */
export function copiesIn(home: Home): readonly string[] {
  const own = Object.values(theirs).map(([file]) => file);
  return Object.entries(home.snapshot())
    .filter(
      ([name, text]) =>
        /\.facteur-\d|facteur\/(begun|lock)|\.new$/.test(name) || (text.includes('hunter2') && !own.includes(name)),
    )
    .map(([name]) => name);
}
