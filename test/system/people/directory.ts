import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenCutShort } from '../ending.ts';
import { issueCertificate, issuePersonal, type KeyPair, makeAuthority } from '../mail/certificates.ts';
import { startDaemon } from '../mail/daemon.ts';
import { freePort } from '../web-servers/start.ts';
import type { Somebody } from './people.ts';

/** An slapd of the tests' own. */
export interface Directory {
  /** `ldap://localhost:port`. */
  readonly plain: string;
  readonly tls: string;
  /** With the path of its socket. */
  readonly socket: string;
  readonly authority: string;
  /** Of `cn=reader`, who alone may read everything. */
  readonly personal: KeyPair;
  readonly password: string;
  /** Ends it; it is started again where and with what it was. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const READER = 'cn=reader,dc=cnrs,dc=fr';
/** Who may read 50 entries and no more. */
export const LIMITED = 'cn=limited,dc=cnrs,dc=fr';
export const PASSWORD = 'correct horse';
export const BASE = 'ou=people,dc=cnrs,dc=fr';

/** Starts an slapd with these people below `BASE`, and a reference to a directory elsewhere. */
export async function startDirectory(people: readonly Somebody[]): Promise<Directory> {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-slapd-'));
  const authority = makeAuthority(folder);
  const server = issueCertificate(folder, authority, ['localhost']);
  const personal = issuePersonal(folder, authority, 'reader');
  const config = join(folder, 'slapd.conf');
  mkdirSync(join(folder, 'data'));
  writeFileSync(config, configuration(folder, authority, server));
  writeFileSync(join(folder, 'people.ldif'), ldif(people));
  const { status, stderr } = spawnSync('slapadd', ['-q', '-f', config, '-l', join(folder, 'people.ldif')], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`slapadd: ${stderr}`);
  const password = join(folder, 'password');
  writeFileSync(password, `${PASSWORD}\n`, { mode: 0o600 });
  const [port, tlsPort] = [await freePort(), await freePort()];
  const socket = `ldapi://${encodeURIComponent(join(folder, 'socket'))}`;
  const urls = [`ldap://127.0.0.1:${port}`, `ldaps://127.0.0.1:${tlsPort}`, socket].join(' ');
  const output = join(folder, 'output.log');
  const start = () =>
    startDaemon({
      command: 'slapd',
      args: ['-d', '0', '-f', config, '-h', urls],
      ip: '127.0.0.1',
      ports: [port, tlsPort],
      output,
      log: () => readFileSync(output, 'utf8'),
    });
  let daemon = await start();
  const withdraw = whenCutShort(() => {
    daemon.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    plain: `ldap://localhost:${port}`,
    tls: `ldaps://localhost:${tlsPort}`,
    socket,
    authority: authority.certificate,
    personal,
    password,
    pause: () => daemon.stop(),
    resume: async () => {
      daemon = await start();
    },
    stop: async () => {
      withdraw();
      await daemon.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, authority: KeyPair, server: KeyPair): string {
  return `include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${join(folder, 'slapd.pid')}
TLSCACertificateFile ${authority.certificate}
TLSCertificateFile ${server.certificate}
TLSCertificateKeyFile ${server.key}
TLSVerifyClient try
authz-regexp "cn=reader" "${READER}"
authz-regexp "gidNumber=0\\\\+uidNumber=0,cn=peercred,cn=external,cn=auth" "${READER}"
database mdb
maxsize 1073741824
suffix "dc=cnrs,dc=fr"
rootdn "cn=admin,dc=cnrs,dc=fr"
rootpw unused
directory ${join(folder, 'data')}
index objectClass eq
access to attrs=userPassword by anonymous auth by * none
access to dn.subtree="ou=closed,dc=cnrs,dc=fr" by dn.exact="${READER}" read by * none
access to * by * read
limits dn.exact="${LIMITED}" size=50
limits * size=unlimited
`;
}

function ldif(people: readonly Somebody[]): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const account = (dn: string, name: string) =>
    `dn: ${dn}\nobjectClass: person\ncn: ${name}\nsn: ${name}\nuserPassword: ${PASSWORD}\n`;
  const unit = (name: string) => `dn: ou=${name},dc=cnrs,dc=fr\nobjectClass: organizationalUnit\nou: ${name}\n`;
  const person = ({ address, login, name, language }: Somebody, at: number) =>
    [
      `dn: uid=p${at},${BASE}`,
      'objectClass: inetOrgPerson',
      `uid: p${at}`,
      `employeeNumber: ${login}`,
      `mail: ${address}`,
      'cn: somebody',
      'sn: somebody',
      ...(name === '' ? [] : [`displayName:: ${base64(name)}`]),
      ...(language === '' ? [] : [`preferredLanguage: ${language}`]),
      '',
    ].join('\n');
  return [
    'dn: dc=cnrs,dc=fr\nobjectClass: dcObject\nobjectClass: organization\no: CNRS\ndc: cnrs\n',
    account(READER, 'reader'),
    account(LIMITED, 'limited'),
    ...['people', 'odd', 'closed', 'elsewhere'].map(unit),
    `dn: uid=two,ou=odd,dc=cnrs,dc=fr\nobjectClass: inetOrgPerson\ncn: Two\nsn: Two\nmail: one@cnrs.fr\nmail: two@cnrs.fr\n`,
    `dn: uid=de,ou=odd,dc=cnrs,dc=fr\nobjectClass: inetOrgPerson\ncn: De\nsn: De\nmail: de@cnrs.fr\npreferredLanguage: de, en;q=0.5\n`,
    `dn: uid=none,ou=odd,dc=cnrs,dc=fr\nobjectClass: inetOrgPerson\ncn: None\nsn: None\n`,
    `dn: uid=shut,ou=closed,dc=cnrs,dc=fr\nobjectClass: inetOrgPerson\ncn: Shut\nsn: Shut\nmail: shut@cnrs.fr\n`,
    `dn: uid=near,ou=elsewhere,dc=cnrs,dc=fr\nobjectClass: inetOrgPerson\ncn: Near\nsn: Near\nmail: near@cnrs.fr\n`,
    'dn: ou=far,ou=elsewhere,dc=cnrs,dc=fr\nobjectClass: referral\nobjectClass: extensibleObject\nou: far\nref: ldap://far.example.org/ou=far\n',
    ...people.map(person),
  ].join('\n');
}
