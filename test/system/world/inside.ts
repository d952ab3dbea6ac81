import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dnsFormats } from '../../../src/publish/dns-formats/index.ts';
import { domainRecords } from '../../../src/publish/dns-records.ts';
import { dnsWords } from '../../../src/publish/words.ts';
import { entryFor } from '../../../src/resolve/mail-domain.ts';
import { readProfile, root } from '../../fixtures.ts';
import { type MadeCertificate, makeCertificate } from '../../net/certificates.ts';
import type { KeyPair } from '../mail/certificates.ts';
import type { Daemon } from '../mail/daemon.ts';
import { startDaemon } from '../mail/daemon.ts';
import { startDovecot } from '../mail/dovecot.ts';
import { idOf, type MailboxUser, type Plan } from '../mail/plan.ts';
import { startPostfix } from '../mail/postfix.ts';

/*
 * The world of one provider on this computer: a name server with the zone that `facteur dns` writes, nginx in front of `facteur serve`, Dovecot and Postfix, all at the usual ports. It runs in a
 * network of its own (unshare -n, world.test.ts), so that nothing of it is reached from outside and nothing outside is asked. The checks are run one after the other, each after one thing has been
 * changed; what they answer is printed as JSON.
 *
 * Dovecot takes a connection from its own address for a secured one: the servers are at another address than who asks.
 */

const [, , folder = ''] = process.argv;
const IP = '127.0.0.2';
/** BIND listens at addresses that an interface has. */
const RESOLVER = '127.0.0.1';
const SERVER = 'config.ods.services';
const profile = readProfile('cnrs');
const domain = entryFor('cnrs.fr', [profile])?.at('cnrs.fr');
if (domain === undefined) throw new Error('cnrs.fr is not in cnrs.yaml');
const NAMES = ['imap.cnrs.fr', 'smtp.cnrs.fr', SERVER, 'autoconfig.cnrs.fr', 'autodiscover.cnrs.fr'];

const person: MailboxUser = {
  address: 'prenom.nom@cnrs.fr',
  login: 'prenom.nom@ods.services',
  password: 'mot de passe, 1 "clé"',
};

spawnSync('ip', ['link', 'set', 'lo', 'up']);
chmodSync(folder, 0o711);

const authority = await makeCertificate({ names: ['Facteur test authority'], authority: true, days: 365 });
const written = (name: string, { certificate, key }: MadeCertificate, owner = 0): KeyPair => {
  const pair = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  writeFileSync(pair.certificate, certificate);
  writeFileSync(pair.key, key, { mode: 0o600 });
  if (owner !== 0) chownSync(pair.key, owner, owner);
  return pair;
};
const authorityPair = written('authority', authority);
const certificate = written('server', await makeCertificate({ names: NAMES, issuer: authority, days: 90 }));
const late = written('late', await makeCertificate({ names: NAMES, issuer: authority, days: -2 }));
const other = written('other', await makeCertificate({ names: ['www.cnrs.fr'], issuer: authority, days: 90 }));

const owner = { uid: idOf('nobody', 'u'), gid: idOf('nobody', 'g') };
mkdirSync(join(folder, 'mailboxes'), { recursive: true });
chownSync(join(folder, 'mailboxes'), owner.uid, owner.gid);
const log = () =>
  ['dovecot/output', 'dovecot/log', 'postfix/output', 'postfix/log']
    .map((name) => join(folder, name))
    .map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''))
    .join('');
const plan: Plan = {
  folder,
  users: [person],
  ip: IP,
  ports: { imap: 143, imaps: 993, pop3s: 995, submission: 587, submissions: 465 },
  authority: authorityPair,
  certificate,
  maildir: (user) => join(folder, 'mailboxes', String(plan.users.indexOf(user)), 'Maildir'),
  owner,
  log,
};

/* The name server: BIND, with the zone as `facteur dns --format bind` writes it. */

const zone = dnsFormats.bind({ domains: [domainRecords(domain, SERVER)], ttl: 3600, words: dnsWords('en') });
const head = (hosts: readonly string[]) =>
  [
    '$TTL 60',
    '@ SOA ns.invalid. admin.invalid. 1 60 60 60 60',
    '@ NS ns.invalid.',
    ...hosts.map((host) => `${host} A ${IP}`),
  ].join('\n');
const named = join(folder, 'named');
mkdirSync(named, { recursive: true });
chmodSync(named, 0o777);
function writeZones(change: (text: string) => string): void {
  writeFileSync(join(named, 'cnrs.fr'), change(`${head(['imap', 'smtp'])}\n$ORIGIN cnrs.fr.\n${zone}\n`));
  writeFileSync(join(named, 'ods.services'), `${head(['config'])}\n`);
}
writeZones((text) => text);
const clauses = ['cnrs.fr', 'ods.services'].map(
  (name) => `zone "${name}" { type primary; file "${join(named, name)}"; };`,
);
writeFileSync(
  join(named, 'named.conf'),
  `options { directory "${named}"; listen-on port 53 { ${RESOLVER}; }; listen-on-v6 { none; }; recursion no; pid-file none; session-keyfile none; dnssec-validation no; minimal-responses yes; };\ncontrols { };\n${clauses.join('\n')}\n`,
);

/* nginx, as the sample of deploy/ sets it up. */

const sample = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8');
const nginxFolder = join(folder, 'nginx');
mkdirSync(nginxFolder, { recursive: true });
const nginxFile = join(nginxFolder, 'nginx.conf');
function writeNginx(own: KeyPair, sites = sample): void {
  const filled = [
    ['listen [::]:80;', ''],
    ['listen [::]:443 ssl http2;', ''],
    ['listen 80;', `listen ${IP}:80;`],
    ['listen 443 ssl http2;', `listen ${IP}:443 ssl http2;`],
    ['/var/log/nginx', nginxFolder],
    ['/etc/ssl/facteur/fullchain.pem', own.certificate],
    ['/etc/ssl/facteur/privkey.pem', own.key],
    ['config.example.org', SERVER],
  ].reduce((text, [from = '', to = '']) => {
    // What stands in the sample has to be put in its place; the snippet of a site has its own names.
    if (!text.includes(from) && sites === sample) throw new Error(`deploy/nginx.conf has no ${from}`);
    return text.replaceAll(from, to);
  }, sites);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${nginxFolder}/${kind};`,
  );
  writeFileSync(
    nginxFile,
    `daemon off;\npid ${nginxFolder}/pid;\nerror_log ${nginxFolder}/error.log;\nworker_processes 1;\nuser root;\nevents { worker_connections 256; }\nhttp {\n${temporary.join('\n')}\n${filled}\n}\n`,
  );
}
writeNginx(certificate);

const daemons: Daemon[] = [];
const start = async (name: string, command: string, args: readonly string[], port: number, ip = IP) => {
  const output = join(folder, `${name}.output`);
  const said = () => (existsSync(output) ? readFileSync(output, 'utf8') : '');
  const daemon = await startDaemon({ command, args, ip, ports: [port], output, log: said });
  daemons.push(daemon);
  return daemon;
};

/** Runs `facteur check` against this world. */
function check(more: readonly string[] = []): Promise<unknown> {
  const args = [
    'check',
    'cnrs.fr',
    '--profile',
    'cnrs',
    '--server',
    SERVER,
    '--resolver',
    RESOLVER,
    '--allow-private',
    '--ca',
    authorityPair.certificate,
    '--timeout',
    '60',
    '--json',
    ...more,
  ];
  const child: ChildProcess = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (text) => {
    out += text;
  });
  child.stderr?.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      try {
        resolve({ code, ...(JSON.parse(out) as object) });
      } catch {
        resolve({ code, out, err });
      }
    });
  });
}

/** The block of Dovecot's configuration that a remedy has. */
function passdbIn(found: unknown): string {
  const [, block = ''] = /Dovecot: (passdb \{[^}]*\})/.exec(JSON.stringify(found)) ?? [];
  return block.replaceAll('; ', '\n').replace('{ ', '{\n').replace(' }', '\n}');
}

const results: Record<string, unknown> = {};
try {
  await Promise.all([
    start('named', 'named', ['-g', '-c', join(named, 'named.conf'), '-n', '1'], 53, RESOLVER),
    start('nginx', 'nginx', ['-c', nginxFile], 443),
    start(
      'facteur',
      process.execPath,
      [
        join(root, 'dist/cli/main.js'),
        'serve',
        '--port',
        '8080',
        '--profile',
        'cnrs',
        '--trusted-proxy',
        '127.0.0.1',
        '--canonical-host',
        SERVER,
      ],
      8080,
      '127.0.0.1',
    ),
  ]);
  const stops = daemons.slice(0, 2);
  let mail = await Promise.all([startDovecot(plan), startPostfix(plan)]);
  daemons.push(...mail);
  const password = join(folder, 'password');
  writeFileSync(password, `${person.password}\n`, { mode: 0o600 });
  results.right = await check();
  results.login = await check(['--login', person.address, '--password-file', password]);
  writeFileSync(password, 'wrong\n', { mode: 0o600 });
  results.wrongPassword = await check(['--login', person.address, '--password-file', password]);

  const reload = async (name: 'named' | 'nginx') => {
    const index = name === 'named' ? 0 : 1;
    await stops[index]?.stop();
    const again =
      name === 'named'
        ? await start('named', 'named', ['-g', '-c', join(named, 'named.conf'), '-n', '1'], 53, RESOLVER)
        : await start('nginx', 'nginx', ['-c', nginxFile], 443);
    stops[index] = again;
  };
  writeNginx(late);
  await reload('nginx');
  results.expired = await check();
  writeNginx(other);
  await reload('nginx');
  results.otherName = await check();
  writeNginx(certificate);
  await reload('nginx');

  // The same domain with files alone: facteur publish, its snippet for nginx, and the zone that it asks for.
  const site = join(folder, 'site');
  const command = ['publish', 'cnrs.fr', '--profile', 'cnrs', '--server', SERVER, '--out', site];
  const published = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...command], { encoding: 'utf8' });
  if (!existsSync(join(site, 'nginx.conf'))) throw new Error(published.stderr);
  writeNginx(certificate, readFileSync(join(site, 'nginx.conf'), 'utf8').replaceAll('/srv/facteur', site));
  writeZones((text) => text.replace(/^autodiscover\b.*$/m, ''));
  await Promise.all([reload('nginx'), reload('named')]);
  results.files = await check();
  writeNginx(certificate);
  await reload('nginx');

  writeZones((text) =>
    text.replace(/^autoconfig\b.*$/m, '').replace(/^(_imaps\._tcp\S*)\b.*$/m, '$1 IN SRV 0 1 993 imap.old.invalid.'),
  );
  await reload('named');
  results.zone = await check();
  writeZones((text) => text);
  await reload('named');

  // What the report says is to be done so that the address is taken, and nobody who may send as it.
  writeFileSync(password, `${person.password}\n`, { mode: 0o600 });
  await Promise.all(mail.map((daemon) => daemon.stop()));
  mail = await Promise.all([
    startDovecot(plan, passdbIn(results.login)),
    startPostfix(plan, { smtpd_sender_login_maps: 'inline:{ prenom.nom@cnrs.fr=nobody }' }),
  ]);
  daemons.push(...mail);
  results.remedied = await check(['--login', person.address, '--password-file', password]);

  await Promise.all(mail.map((daemon) => daemon.stop()));
  mail = await Promise.all([
    startDovecot(plan, 'auth_mechanisms = cram-md5'),
    startPostfix(plan, { smtpd_tls_security_level: 'none', smtpd_tls_auth_only: 'no' }),
  ]);
  daemons.push(...mail);
  results.servers = await check();
} finally {
  await Promise.all(daemons.map((daemon) => daemon.stop()));
}
process.stdout.write(JSON.stringify({ results, log: log().slice(-3_000) }));
process.exit(0);
