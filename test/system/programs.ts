import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The real programs that judge our files: command on PATH → Debian packages that bring it. One line each. */
const programs = {
  thunderbird: ['thunderbird'],
  wine: ['wine', 'wine64'],
  xmllint: ['libxml2-utils'],
  plistutil: ['libplist-utils'],
  zbarimg: ['zbar-tools'],
  dovecot: ['dovecot-imapd', 'dovecot-pop3d'],
  postfix: ['postfix'],
  openssl: ['openssl'],
  curl: ['curl'],
  chromium: ['chromium'],
  unzip: ['unzip'],
  script: ['bsdutils'],
  sh: ['dash'],
  dash: ['dash'],
  bash: ['bash'],
  busybox: ['busybox'],
  shellcheck: ['shellcheck'],
  neomutt: ['neomutt'],
  mutt: ['mutt'],
  msmtp: ['msmtp'],
  mbsync: ['isync'],
  aerc: ['aerc'],
  python3: ['python3'],
  script: ['bsdutils'],
  unshare: ['util-linux'],
} as const satisfies Record<string, readonly string[]>;

export type ProgramName = keyof typeof programs;

export function packagesOf(program: ProgramName): readonly string[] {
  return programs[program];
}

/** Is the program on PATH? */
export function has(program: ProgramName): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The programs that are not there. */
export function missing(): ProgramName[] {
  return (Object.keys(programs) as ProgramName[]).filter((program) => !has(program));
}

/** May the tests start servers that need other users of the system? */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
