import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../fixtures.ts';
import { CANONICAL } from '../../server/ask.ts';
import { whenCutShort } from '../ending.ts';
import { issueCertificate, type KeyPair, makeAuthority } from '../mail/certificates.ts';
import { startDaemon } from '../mail/daemon.ts';

/*
 * The real web servers, with the samples of deploy/ as an administrator would take them: what is put in are ports, files and names, and each of these must stand in
 * the sample. Each runs by itself, in a folder of its own, and touches nothing of the system's.
 */

/** A web server in front of `facteur serve`. */
export interface WebServer {
  readonly http: number;
  readonly https: number;
  /** The lines of requests in its log. */
  readonly requests: () => string;
  /** What it has logged. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly http: number;
  readonly https: number;
  readonly keyPair: KeyPair;
  /** Where facteur listens: host and port. */
  readonly facteur: string;
}

interface Recipe {
  /** Command and arguments, once its files are written. */
  readonly prepare: (place: Place) => readonly [command: string, ...args: string[]];
  readonly logs: readonly string[];
}

/** A cache for everything, as somebody sets it up who thinks of nothing: the key is nginx's own, which has no host. */
const CARELESS_NGINX = (folder: string) => `
    proxy_cache_path ${folder}/cache keys_zone=careless:1m;
    proxy_cache careless;
    proxy_cache_valid any 10m;
    add_header X-Cache $upstream_cache_status always;`;

const nginx: Recipe = {
  prepare: ({ folder, http, https, keyPair, facteur }) => {
    const sample = filled('nginx.conf', [
      ['127.0.0.1:8080', facteur],
      ['listen [::]:80;', ''],
      ['listen [::]:443 ssl http2;', ''],
      ['listen 80;', `listen 127.0.0.1:${http};`],
      ['listen 443 ssl http2;', `listen 127.0.0.1:${https} ssl http2;`],
      ['/var/log/nginx', folder],
      ['Host config.example.org;', `Host ${CANONICAL};`],
      ['/etc/ssl/facteur/fullchain.pem', keyPair.certificate],
      ['/etc/ssl/facteur/privkey.pem', keyPair.key],
    ]);
    const file = join(folder, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `    ${kind}_temp_path ${folder}/${kind};`,
    );
    const main = `daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
${temporary.join('\n')}${CARELESS_NGINX(folder)}
${sample}
# As whoever sets up a proxy who reads no documentation.
server {
    listen 127.0.0.1:${https} ssl;
    server_name bare.example.net;
    ssl_certificate ${keyPair.certificate};
    ssl_certificate_key ${keyPair.key};
    location / { proxy_pass http://${facteur}; }
}
}
`;
    writeFileSync(file, main);
    return ['nginx', '-e', join(folder, 'error.log'), '-p', folder, '-c', file];
  },
  logs: ['error.log', 'facteur.log'],
};

/** Debian builds these into modules, most other systems too. */
const MODULES =
  'mpm_event authz_core headers reqtimeout proxy proxy_http socache_shmcb ssl http2 cache cache_disk'.split(' ');

const apache: Recipe = {
  prepare: ({ folder, http, https, keyPair, facteur }) => {
    const sample = filled('apache.conf', [
      ['127.0.0.1:8080', facteur],
      ['*:80>', `*:${http}>`],
      ['Host config.example.org\n', `Host ${CANONICAL}\n`],
      ['*:443>', `*:${https}>`],
      ['/etc/ssl/facteur/fullchain.pem', keyPair.certificate],
      ['/etc/ssl/facteur/privkey.pem', keyPair.key],
    ]);
    const file = join(folder, 'apache.conf');
    // Its children are another user.
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'cache'));
    chmodSync(join(folder, 'cache'), 0o777);
    const main = `ServerRoot ${folder}
ServerName localhost
DefaultRuntimeDir ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
Define APACHE_LOG_DIR ${folder}
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
Listen 127.0.0.1:${http}
Listen 127.0.0.1:${https}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
CacheRoot ${folder}/cache
CacheEnable disk /
CacheHeader on
${sample}
`;
    writeFileSync(file, main);
    return ['apache2', '-D', 'FOREGROUND', '-f', file];
  },
  logs: ['error.log', 'facteur.log'],
};

const caddy: Recipe = {
  prepare: ({ folder, http, https, keyPair, facteur }) => {
    const names = ['config', 'autoconfig', 'autodiscover', 'ua-auto-config'].map((label) => `${label}.example.org`);
    const others = ['autoconfig', 'autodiscover', 'ua-auto-config'].map((label) => `${label}.example.com`);
    const [config = '', ...org] = names;
    // It answers at the names of its sites only, so here these stand for all names.
    const listed = (scheme: string) =>
      [[config], org, others].map((line) => line.map((name) => `${scheme}://${name}`).join(', ')).join(',\n');
    const own = `tls ${keyPair.certificate} ${keyPair.key}`;
    const sample = filled('Caddyfile', [
      ['127.0.0.1:8080', facteur],
      [`${listed('https')} {`, `https:// {\n\t${own}`],
      [`${listed('http')} {`, 'http:// {'],
      ['Host config.example.org\n', `Host ${CANONICAL}\n`],
      ['https://www.example.org {', `https://www.example.org {\n\t${own}`],
    ]);
    const file = join(folder, 'Caddyfile');
    const options = [
      ...['admin off', 'auto_https disable_redirects', 'skip_install_trust'],
      ...[`http_port ${http}`, `https_port ${https}`, 'default_bind 127.0.0.1', 'default_sni config.example.org'],
    ];
    writeFileSync(file, `{\n\t${options.join('\n\t')}\n}\n${sample}`);
    const home = ['HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME'].map((name) => `${name}=${folder}`);
    return ['env', ...home, 'caddy', 'run', '--adapter', 'caddyfile', '--config', file];
  },
  logs: ['output.log'],
};

export const webServers = { nginx, apache2: apache, caddy } as const satisfies Record<string, Recipe>;

export type WebServerName = keyof typeof webServers;

/** Starts one with its sample. @param facteur where `facteur serve` listens */
export async function startWebServer(name: WebServerName, facteur: string): Promise<WebServer> {
  const { prepare, logs } = webServers[name];
  const folder = mkdtempSync(join(tmpdir(), `facteur-${name}-`));
  const [http, https] = [await freePort(), await freePort()];
  const keyPair = issueCertificate(folder, makeAuthority(folder), ['config.example.org']);
  const [command, ...args] = prepare({ folder, http, https, keyPair, facteur: new URL(facteur).host });
  const output = join(folder, 'output.log');
  const said = () => [...new Set([...logs, 'output.log'])].map((log) => textOf(join(folder, log))).join('');
  const daemon = await startDaemon({ command, args, ip: '127.0.0.1', ports: [http, https], output, log: said });
  const leave = () => {
    daemon.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const withdraw = whenCutShort(leave);
  const stop = async () => {
    await daemon.stop();
    withdraw();
    rmSync(folder, { recursive: true, force: true });
  };
  const requests = () => textOf(join(folder, 'facteur.log'));
  return { http, https, requests, said, stop };
}

/** A sample with these texts in the place of others. */
function filled(sample: string, changes: readonly (readonly [from: string, to: string])[]): string {
  const text = readFileSync(join(root, 'deploy', sample), 'utf8');
  return changes.reduce((current, [from, to]) => {
    if (!current.includes(from)) throw new Error(`deploy/${sample} has no “${from}”`);
    return current.replaceAll(from, to);
  }, text);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A port where nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
