import { accessSync, constants } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** The real programs that judge our files: command on PATH, or its path → Debian packages that bring it. One line each. */
const programs = {
  thunderbird: ['thunderbird'],
  wine: ['wine', 'wine64'],
  xmllint: ['libxml2-utils'],
  plistutil: ['libplist-utils'],
  zbarimg: ['zbar-tools'],
  dovecot: ['dovecot-imapd', 'dovecot-pop3d'],
  postfix: ['postfix'],
  slapd: ['slapd'],
  // The programs of the server itself are below /usr/lib/postgresql, by version.
  pg_ctlcluster: ['postgresql'],
  openssl: ['openssl'],
  named: ['bind9'],
  'named-checkzone': ['bind9-utils'],
  nsupdate: ['bind9-dnsutils'],
  dig: ['bind9-dnsutils'],
  'nsd-checkzone': ['nsd'],
  kzonecheck: ['knot-dnssecutils'],
  nginx: ['nginx'],
  apache2: ['apache2'],
  caddy: ['caddy'],
  curl: ['curl'],
  chromium: ['chromium'],
  pdftotext: ['poppler-utils'],
  unzip: ['unzip'],
  bsdtar: ['libarchive-tools'],
  script: ['bsdutils'],
  sh: ['dash'],
  dash: ['dash'],
  bash: ['bash'],
  busybox: ['busybox'],
  zsh: ['zsh'],
  ksh: ['ksh'],
  mksh: ['mksh'],
  yash: ['yash'],
  fish: ['fish'],
  'xdg-user-dir': ['xdg-user-dirs'],
  shellcheck: ['shellcheck'],
  neomutt: ['neomutt'],
  mutt: ['mutt'],
  msmtp: ['msmtp'],
  mbsync: ['isync'],
  aerc: ['aerc'],
  python3: ['python3'],
  unshare: ['util-linux'],
  ip: ['iproute2'],
  Xvfb: ['xvfb'],
  xdotool: ['xdotool'],
  'claws-mail': ['claws-mail'],
  geary: ['geary'],
  'dbus-run-session': ['dbus'],
  'gnome-keyring-daemon': ['gnome-keyring'],
  'secret-tool': ['libsecret-tools'],
  'systemd-analyze': ['systemd'],
  strace: ['strace'],
  gsettings: ['libglib2.0-bin'],
  // Of the libraries of its account assistant.
  '/usr/libexec/evolution/killev': ['libevolution'],
  '/usr/libexec/evolution-source-registry': [
    'evolution-data-server',
    'gir1.2-edataserver-1.2',
    'gir1.2-camel-1.2',
    'python3-gi',
  ],
} as const satisfies Record<string, readonly string[]>;

export type ProgramName = keyof typeof programs;

export function packagesOf(program: ProgramName): readonly string[] {
  return programs[program];
}

/** Is the program on PATH, or at its path? */
export function has(program: ProgramName): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(resolve(folder, program), constants.X_OK);
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
