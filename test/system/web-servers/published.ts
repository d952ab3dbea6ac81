import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenCutShort } from '../ending.ts';
import { issueCertificate, type KeyPair, makeAuthority } from '../mail/certificates.ts';
import { type Daemon, startDaemon } from '../mail/daemon.ts';
import { freePort, type WebServerName } from './start.ts';

/*
 * The real web servers with a site that `facteur publish` wrote and the snippet that it wrote beside it, as an administrator would take it: what is put in are ports and files, and each of
 * these must stand in the snippet.
 */

/** Where one of them listens. */
export interface Listening {
  readonly ip: string;
  readonly http: number;
  readonly https: number;
}

interface Place extends Listening {
  /** Of the server's own. */
  readonly folder: string;
  /** What was published. */
  readonly site: string;
  readonly keyPair: KeyPair;
}

interface Recipe {
  readonly prepare: (place: Place) => void;
  /** Command and arguments that run it, and those that judge its configuration. */
  readonly start: (folder: string) => readonly [command: string, ...args: string[]];
  readonly judge: (folder: string) => readonly [command: string, ...args: string[]];
}

const isRoot = process.getuid?.() === 0;

const nginx: Recipe = {
  prepare: ({ folder, site, ip, http, https, keyPair }) => {
    const snippet = filled(site, 'nginx.conf', [
      ['    listen [::]:80;\n', ''],
      ['    listen [::]:443 ssl http2;\n', ''],
      ['listen 80;', `listen ${ip}:${http};`],
      ['listen 443 ssl http2;', `listen ${ip}:${https} ssl http2;`],
      ['/var/log/nginx', folder],
      ['/etc/ssl/facteur/fullchain.pem', keyPair.certificate],
      ['/etc/ssl/facteur/privkey.pem', keyPair.key],
      ['/srv/facteur', site],
    ]);
    const website = filled(site, 'nginx-website.conf', [['/srv/facteur', site]]);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `    ${kind}_temp_path ${folder}/${kind};`,
    );
    const main = `daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
worker_processes 1;
${isRoot ? 'user root;' : ''}
events { worker_connections 1024; }
http {
${temporary.join('\n')}
    types { text/html html; text/css css; }
    default_type application/octet-stream;
    gzip on;
    gzip_types text/xml application/json;
${snippet}
server {
    listen ${ip}:${https} ssl default_server;
    server_name _;
    ssl_certificate ${keyPair.certificate};
    ssl_certificate_key ${keyPair.key};
    root ${folder}/www;
${website}
}
}
`;
    makeWebsite(folder);
    writeFileSync(join(folder, 'nginx.conf'), main);
  },
  start: (folder) => ['nginx', '-e', join(folder, 'error.log'), '-p', folder, '-c', join(folder, 'nginx.conf')],
  judge: (folder) => ['nginx', '-t', '-e', join(folder, 'error.log'), '-p', folder, '-c', join(folder, 'nginx.conf')],
};

/** Debian builds these into modules, and the first line of the snippet names those that are not on by themselves. */
const MODULES =
  'mpm_event authz_core dir alias mime deflate filter socache_shmcb ssl headers rewrite vhost_alias'.split(' ');

const apache: Recipe = {
  prepare: ({ folder, site, ip, http, https, keyPair }) => {
    const snippet = filled(site, 'apache.conf', [
      ['*:80>', `*:${http}>`],
      ['*:443>', `*:${https}>`],
      ['/etc/ssl/facteur/fullchain.pem', keyPair.certificate],
      ['/etc/ssl/facteur/privkey.pem', keyPair.key],
      ['/srv/facteur', site],
    ]);
    const website = filled(site, 'apache-website.conf', [['/srv/facteur', site]]);
    // Its children are another user.
    chmodSync(folder, 0o755);
    makeWebsite(folder);
    writeFileSync(join(folder, 'mime.types'), 'text/html html\n');
    const main = `ServerRoot ${folder}
ServerName localhost
DefaultRuntimeDir ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
TypesConfig ${folder}/mime.types
Define APACHE_LOG_DIR ${folder}
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
AddOutputFilterByType DEFLATE text/html text/xml application/json
Listen ${ip}:${http}
Listen ${ip}:${https}
${isRoot ? 'User www-data\nGroup www-data' : ''}
<Directory />
    Require all denied
</Directory>
<VirtualHost *:${https}>
    ServerName cnrs.fr
    SSLEngine on
    SSLCertificateFile ${keyPair.certificate}
    SSLCertificateKeyFile ${keyPair.key}
    DocumentRoot ${folder}/www
    <Directory ${folder}/www>
        Require all granted
    </Directory>
${ofDomain(website, 'cnrs.fr')}
</VirtualHost>
${snippet}
`;
    writeFileSync(join(folder, 'apache.conf'), main);
  },
  start: (folder) => ['apache2', '-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')],
  judge: (folder) => ['apache2', '-t', '-f', join(folder, 'apache.conf')],
};

/** The web site that an organisation has at its domain. */
function makeWebsite(folder: string): void {
  mkdirSync(join(folder, 'www'));
  writeFileSync(join(folder, 'www/index.html'), '<html>our web site</html>');
}

/** A snippet for several web sites with the lines of one. */
function ofDomain(snippet: string, domain: string): string {
  return snippet.replace(/^# (.+)\nAlias .*\n/gm, (lines, name: string) => (name === domain ? lines : ''));
}

/** Caddy 2.6 serves a file to whatever method; a page that answers PROPFIND is an address book to Thunderbird, which then offers to choose some. */
const NO_OTHER_METHODS = '\t@others not method GET HEAD\n\trespond @others 405\n';

const caddy: Recipe = {
  prepare: ({ folder, site, ip, http, https, keyPair }) => {
    const own = `tls ${keyPair.certificate} ${keyPair.key}`;
    const snippet = filled(site, 'Caddyfile', [['/srv/facteur', site]]).replace(
      /^(https:\/\/\S+ \{)$/gm,
      `$1\n\t${own}`,
    );
    const website = filled(site, 'Caddyfile-website', [['/srv/facteur', site]]);
    const [block = ''] = /# cnrs\.fr\n[\s\S]*?\n\}\n/.exec(website) ?? [];
    const options = [
      ...['admin off', 'auto_https off', 'skip_install_trust'],
      ...[`http_port ${http}`, `https_port ${https}`, `default_bind ${ip}`],
    ];
    const text = `{\n\t${options.join('\n\t')}\n}\n${snippet}\nhttps://cnrs.fr {\n\t${own}\n${block}${NO_OTHER_METHODS}\troot * ${folder}/www\n\tfile_server\n}\n`;
    makeWebsite(folder);
    writeFileSync(join(folder, 'Caddyfile'), text);
  },
  start: (folder) => [...caddyIn(folder), 'run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
  judge: (folder) => [...caddyIn(folder), 'validate', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
};

function caddyIn(folder: string): [string, ...string[]] {
  return ['env', ...['HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME'].map((name) => `${name}=${folder}`), 'caddy'];
}

const recipes = { nginx, apache2: apache, caddy } as const satisfies Record<WebServerName, Recipe>;

/** A running web server with what it says of its configuration. */
export interface Publishing extends Listening {
  readonly said: () => string;
  /** What the server's own check says of the configuration, and whether it is content. */
  readonly judged: { readonly status: number | null; readonly text: string };
  readonly stop: () => Promise<void>;
}

/** Starts one with a published site. @param listen where, if not on free ports of the loopback address */
export async function startPublished(
  name: WebServerName,
  site: string,
  listen: Partial<Listening> & { readonly keyPair?: KeyPair } = {},
): Promise<Publishing> {
  const recipe = recipes[name];
  const folder = mkdtempSync(join(tmpdir(), `facteur-published-${name}-`));
  const { ip = '127.0.0.1', http = await freePort(), https = await freePort() } = listen;
  const keyPair = listen.keyPair ?? issueCertificate(folder, makeAuthority(folder), ['config.example.net']);
  recipe.prepare({ folder, site, ip, http, https, keyPair });
  const said = () => ['error.log', 'output.log', 'facteur.log'].map((log) => textOf(join(folder, log))).join('');
  const [judge, ...judging] = recipe.judge(folder);
  const { status, stdout, stderr } = spawnSync(judge, judging, { encoding: 'utf8', timeout: 60_000 });
  const [command, ...args] = recipe.start(folder);
  let daemon: Daemon;
  try {
    const output = join(folder, 'output.log');
    daemon = await startDaemon({ command, args, ip, ports: [http, https], output, log: said });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`${stdout}${stderr}`, { cause: error });
  }
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
  return { ip, http, https, said, judged: { status, text: stdout + stderr }, stop };
}

/** A snippet with these texts in the place of others. */
function filled(site: string, name: string, changes: readonly (readonly [from: string, to: string])[]): string {
  const text = readFileSync(join(site, name), 'utf8');
  return changes.reduce((current, [from, to]) => {
    if (!current.includes(from)) throw new Error(`${name} has no “${from}”`);
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
