import {
  CERTIFICATE,
  headerValue,
  hostNamesOf,
  KEY,
  namesFirst,
  PLACE,
  pairsOf,
  type WebPlace,
  type WebSite,
} from './web-site.ts';

/* Apache httpd 2.4. The folder of a host is found by its name (mod_vhost_alias). */

/** One file for `/etc/apache2/sites-available/`. */
export function apacheConf(site: WebSite): string {
  return `# Made by facteur publish, for /etc/apache2/sites-available/. ${PLACE} is where the folder is; put in your place and your certificate.
#   a2enmod ssl headers rewrite vhost_alias

# Neither path nor query: in some there is a person's address.
LogFormat "%h %t %V %m %>s %b" facteur_${site.name}

<Directory "${PLACE}">
    AllowOverride None
    Options -Indexes
    Require all granted
</Directory>

${site.places.map((place) => ofPlace(place, site)).join('\n')}`;
}

/** What the web site of a domain itself takes in. */
export function apacheWebsite({ places, kinds }: WebSite): string {
  const domains = places.flatMap(({ domains }) => domains.filter(({ config }) => config !== undefined));
  const path = '/.well-known/autoconfig/mail/config-v1.1.xml';
  const parts = domains.map(
    ({ name }) => `# ${name}
Alias "${path}" "${PLACE}/hosts/${name}${path}"`,
  );
  return `# Made by facteur publish: programs look at the web site of a mail domain, too. Into its <VirtualHost>: the line of its domain, and the rest.
${parts.join('\n')}
<Directory "${PLACE}/hosts">
    Require all granted
</Directory>
<Location "${path}">
${lines(fileOf(kinds.config), 4)}
</Location>
`;
}

function ofPlace(place: WebPlace, { name, kinds }: WebSite): string {
  const { url, domains, begin, path } = place;
  const names = hostNamesOf(place);
  const [main, ...others] = names;
  const [first] = begin;
  const rest = begin.slice(1).map(
    ({ language, url }) => `    RewriteCond %{HTTP:Accept-Language} "${namesFirst(language, place)}" [NC]
    RewriteRule "${beginning(path)}" "${url}" [R=302,L,QSD]`,
  );
  const server = `    ServerName ${main}
${others.map((each) => `    ServerAlias ${each}\n`).join('')}    UseCanonicalName Off
    CustomLog \${APACHE_LOG_DIR}/facteur.log facteur_${name}
    VirtualDocumentRoot "${PLACE}/hosts/%0"
    Alias "/facteur-404.txt" "${PLACE}/errors/404.txt"
    Alias "/facteur-405.txt" "${PLACE}/errors/405.txt"
    ErrorDocument 403 /facteur-404.txt
    ErrorDocument 404 /facteur-404.txt
    ErrorDocument 405 /facteur-405.txt
    <LocationMatch "^/facteur-40[45]\\.txt$">
${lines(fileOf(kinds.text), 8)}
    </LocationMatch>
    <Location "/facteur-405.txt">
        Header always set Allow "GET, HEAD"
        Header always set Allow "OPTIONS" "expr=%{THE_REQUEST} =~ m#^\\S+ /autodiscover/#i"
    </Location>
    TraceEnable Off
    RewriteEngine On`;
  return `<VirtualHost *:443>
${server}
    SSLEngine on
    SSLCertificateFile    ${CERTIFICATE}
    SSLCertificateKeyFile ${KEY}
    DirectoryIndex index.html

    # A file cannot answer: no program is to wait here, or to take a page for an answer.
    RewriteRule "^/facteur-40" - [L]
    RewriteCond %{REQUEST_METHOD} =OPTIONS
    RewriteRule "(?i)^/autodiscover/autodiscover\\.xml$" - [R=204,L]
    RewriteRule "(?i)^/autodiscover/autodiscover\\.xml$" - [R=405,L]
    RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$
    RewriteRule "^" - [R=405,L]
${pointerOf(place, kinds)}    # Pages of a person, which only a server has, and where they begin.
${rest.length > 0 ? `${rest.join('\n')}\n` : ''}    RewriteRule "${beginning(path)}" "${first.url}" [R=302,L,QSD]

    <LocationMatch "^/(?:mail|\\.well-known/autoconfig/mail)/config-v1\\.1\\.xml$">
${lines(fileOf(kinds.config), 8)}
    </LocationMatch>
    <Location "/v1.1/">
${lines(fileOf(kinds.shared), 8)}
    </Location>
    # Its bytes are those of the digest in DNS.
    RewriteRule "^/\\.well-known/user-agent-configuration\\.json$" - [E=no-gzip:1]
    <Location "/.well-known/user-agent-configuration.json">
${lines(fileOf(kinds.pacc), 8)}
    </Location>
    <LocationMatch "(?:/|\\.html)$">
${lines(fileOf(kinds.page), 8)}
    </LocationMatch>
</VirtualHost>

# Over plain HTTP, programs are sent to the host of the pages, whose certificate is right in any case.
<VirtualHost *:80>
${server}
    RewriteRule "^/facteur-40" - [L]
    RewriteCond %{HTTP_HOST} "^(?:autoconfig|autodiscover|ua-auto-config)\\.(${domains.map(({ name: each }) => regular(each)).join('|')})\\.?(?::\\d+)?$" [NC]
    RewriteRule "^/(?:mail|\\.well-known/autoconfig/mail|v1\\.1/mail)/config-v1\\.1\\.xml$" "https://${new URL(url).host}/v1.1/%1" [R=302,L,QSD]
    # Nothing is there to which Outlook could be sent.
    RewriteRule "(?i)^/autodiscover/" - [R=404,L]
    RewriteRule "^" "https://%{SERVER_NAME}%{REQUEST_URI}" [R=302,L]
</VirtualHost>
`;
}

function pointerOf({ domains }: WebPlace, kinds: WebSite['kinds']): string {
  if (!domains.some(({ hasPointer }) => hasPointer)) return '';
  const hosts = domains.filter(({ hasPointer }) => hasPointer).map(({ name }) => regular(name));
  const path = '(?i)^/autodiscover/autodiscover\\.json(?:/v1\\.0/[^/]*)?$';
  return `    # Autodiscover v2: of the protocols, where ActiveSync is.
    Alias "/facteur-400.json" "${PLACE}/errors/400.json"
    RewriteCond %{QUERY_STRING} "(?:^|&)Protocol=ActiveSync(?:&|$)" [NC]
    RewriteRule "${path}" /autodiscover/activesync.json [PT,L]
    RewriteCond %{HTTP_HOST} "^autodiscover\\.(?:${hosts.join('|')})\\.?(?::\\d+)?$" [NC]
    RewriteRule "${path}" - [R=400,L]
    <LocationMatch "(?i)^/autodiscover/autodiscover\\.json">
        ErrorDocument 400 /facteur-400.json
    </LocationMatch>
    <LocationMatch "^/(?:autodiscover/activesync|facteur-400)\\.json$">
${lines(fileOf(kinds.pointer), 8)}
    </LocationMatch>
`;
}

/** Where a person begins, as a regular expression. */
function beginning(path: string): string {
  return `^(?:/|${regular(path)}(?:(?:mailbox|account)(?:/.*)?)?)$`;
}

/** What a file of this kind is sent with, also with an error; the one type for whatever its name ends in. */
function fileOf(kind: readonly string[]): string[] {
  const pairs = pairsOf(kind).filter(([name]) => name !== 'Content-Type');
  return [
    `ForceType '${headerValue(kind, 'Content-Type')}'`,
    ...pairs.map(([name, value]) => `Header always set ${name} "${value}"`),
  ];
}

function regular(text: string): string {
  return text.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&');
}

function lines(all: readonly string[], by: number): string {
  return all.map((line) => ' '.repeat(by) + line).join('\n');
}
