import type { Security } from '../model/account.ts';
import type { Content } from '../read/content.ts';
import { type MbsyncSection, mbsyncLine, readMbsyncrc } from '../read/mbsyncrc.ts';
import { methodsNamed } from './methods-by-name.ts';
import {
  type AccountsReading,
  accountsReading,
  loseSettings,
  type SaidAccount,
  testimoniesOf,
} from './said-accounts.ts';
import type { Testimony } from './testimony.ts';
import { loss } from './words.ts';

/** What a configuration of mbsync says of reading. It names nobody’s address. */
export function fromMbsyncrc(content: Content): Testimony[] {
  const reading = accountsReading(content);
  const sections = readMbsyncrc(content.text ?? '');
  const isServer = ({ type }: MbsyncSection) => type === 'imapaccount' || type === 'imapstore';
  const accounts = sections.filter(isServer).flatMap((section) => accountOf(reading, section));
  loseSettings(
    reading,
    sections
      .filter((section) => ['maildirstore', 'group', ''].includes(section.type))
      .map(({ type, name, at, lines }) => ({ what: type === '' ? (lines[0]?.keyword ?? '') : name, at })),
  );
  return testimoniesOf(reading, accounts);
}

const securities: Readonly<Record<string, Security>> = { none: 'none', starttls: 'starttls', imaps: 'tls' };

function accountOf(reading: AccountsReading, section: MbsyncSection): SaidAccount[] {
  const said = (...names: readonly string[]) => {
    const line = mbsyncLine(section, ...names);
    const [value] = line?.values ?? [];
    return line === undefined || value === undefined
      ? undefined
      : { value: value.text, at: line.at, place: reading.placeAt(line.at), all: line.values };
  };
  if (said('pass') !== undefined) reading.losses.push(loss('import.lost-password', {}, said('pass')?.place));
  for (const name of ['tunnel', 'certificatefile', 'clientcertificate', 'usercmd']) {
    const found = said(name);
    // What every system has.
    if (found !== undefined && !/^\/etc\/(?:ssl|pki)\//.test(found.value))
      reading.losses.push(loss('import.lost', { what: mbsyncLine(section, name)?.keyword ?? name }, found.place));
  }
  const written = said('host');
  if (written === undefined) return [];
  // Releases before 1.1 took a URL.
  const [, scheme = '', host = written.value] = /^(?:(imaps?):(?:\/\/)?)?([^/]+)/.exec(written.value) ?? [];
  const type = said('ssltype', 'tlstype')?.value.toLowerCase();
  const user = said('user');
  const port = Number(said('port')?.value ?? 0);
  const mechanisms = said('authmechs', 'authmech');
  const names = mechanisms?.all.map(({ text }) => text).filter((text) => text !== '*') ?? [];
  return [
    {
      name: section.name,
      address: undefined,
      place: reading.placeAt(section.at),
      servers: [
        {
          protocol: 'imap',
          host,
          port: Number.isInteger(port) && port >= 1 && port <= 65535 ? port : undefined,
          security: securityOf(type, scheme, port),
          authentication: methodsNamed(reading, names, mechanisms?.at ?? 0),
          login: user === undefined ? undefined : { value: { login: user.value }, place: user.place },
          place: written.place,
        },
      ],
    },
  ];

  /** `UseIMAPS` and `RequireSSL` are what SSLType was before 1.2. */
  function securityOf(named: string | undefined, written: string, number: number): Security {
    const known = named === undefined ? undefined : securities[named];
    if (known !== undefined) return known;
    const old = said('useimaps')?.value;
    if (old !== undefined) return /^(?:yes|true|on|1)$/i.test(old) ? 'tls' : 'starttls';
    return written === 'imaps' || number === 993 ? 'tls' : 'starttls';
  }
}
