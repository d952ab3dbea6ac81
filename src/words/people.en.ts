import { either } from './text.ts';
import { source } from './words.ts';

/** What may be wrong with a list of people, wherever it comes from. */
export const en = source({
  'people.unknown-source':
    '“{value}” is no source of people: name a file such as people.csv, - for standard input, postfix:/path/to/map, or a URL that begins with ldap://, ldaps:// or postgres://',
  'people.empty-source': '--from is empty: name a file such as people.csv, or - for standard input',
  'people.unreadable': 'cannot be read ({reason}): name another file, or give the right to read it',
  'people.spreadsheet': 'is a spreadsheet or another archive, and not text: save it as CSV (UTF-8) first',
  'people.binary': 'is not text, so it is no CSV: save the list as CSV (UTF-8) first',
  'people.empty': 'is empty: write the names of the columns into the first line, as in address,name',
  'people.no-names':
    'the first line names no columns, it has a person already: put a line such as address,name before it',
  'people.no-column': 'no column has the address or the login — found: {columns}; say which with --map address=COLUMN',
  'people.map-form':
    '“{value}” in --map is not of the form COLUMN=NAME: write, say, --map address=mail,name=cn (there are {columns})',
  'people.map-column': either(
    'suggestion',
    '“{value}” in --map is nothing that is read of a person: did you mean {suggestion}? There are {columns}',
    '“{value}” in --map is nothing that is read of a person: there are {columns}',
  ),
  'people.map-twice': '--map names {column} twice: name one',
  'people.map-absent': either(
    'suggestion',
    'there is no column “{value}”, which --map names: did you mean “{suggestion}”? Found: {columns}',
    'there is no column “{value}”, which --map names — found: {columns}',
  ),
  'people.two-columns': '{columns} would both be the {column} of a person: say which with --map {column}=NAME',
  'people.unused-columns': 'not read: {columns} (--map says what a column is)',
  'people.too-many-values':
    'this line has {count} values for {expected} columns: put quotes around a value that has the delimiter in it',
  'people.too-few-values':
    'this line has {count} values for {expected} columns: add what is missing, if only delimiters',
  'people.quote':
    'a quotation mark that opens on this line is not closed where its value ends: close it, or write it twice where it is meant',
  'people.quote-open':
    'a quotation mark that opens on this line is not closed, so the names of the columns cannot be read: close it',
  'people.too-long': 'this line has more than 256 000 characters, as no line about a person has: mend it, or remove it',
  'people.control': 'a character that nobody can type stands here ({character}): take it out',
  'people.lost-character':
    'a character is lost here, because it was not in UTF-8 where the list comes from: correct it there',
  'people.blank-lines': 'lines passed over that have nothing but delimiters: {count}, the first of them line {line}',
  'people.encoding':
    'a character of this line is lost, because the file is neither UTF-8 nor Windows-1252 throughout: save it as UTF-8',
  'people.nobody': 'neither an address nor a login stands here: write one, or remove the line',
  'people.language': '“{value}” is no language of Facteur: write {known}, or leave it empty',
  'people.role': '“{value}” is no role: write additional or primary, or leave it empty',
  'people.changed': 'changed while it was read, so the list may be of two minds: run the command again',
  'people.option-alone': '{option} says nothing about this source: leave it out',
  'people.package-absent': 'people from there need the package {name}, which is not installed: npm install {name}',
  'people.several-values':
    '{count} values stand here, and one would have to be chosen: name an attribute that has one with --map {column}=ATTRIBUTE',
  'people.no-text': 'the value is a list, a date or something else than text: turn it into text in the query',
  'people.url-password': either(
    'option',
    'the URL names somebody before the @: name them with {option}, and the password with --password-file FILE',
    'the URL has a password in it, which the list of processes shows to everybody: take it out, and give it with --password-file FILE',
  ),
  'people.password-open':
    'everybody on this machine can read this file, which must stay secret: take that right away (chmod o= {path})',
  'people.password-mounted':
    'everybody on this machine can read this file, which must stay secret, and its file system is read-only: set its mode where it is mounted (Kubernetes: defaultMode: 0440 and fsGroup; a secret of Docker: mode: 0440 and gid)',
  'people.password-utf16':
    'is in UTF-16, which makes another password of it: save it as UTF-8 (in PowerShell with Out-File -Encoding ascii)',
  'people.password-empty': 'the first line is empty: write the password there',
  'people.password-alone': '--password-file says nothing without a name to log in with: give it with --bind DN',
  'people.password-missing': '--bind says nothing without a password: give it with --password-file FILE',
  'people.password-plain':
    'the password would go to {host} in plain text: add --starttls, or write ldaps:// instead of ldap://',
  'people.certificate-pair': '--cert and --key belong together: give both or none',
  'people.pem': 'has no certificate or key in PEM: name a file with a line such as -----BEGIN CERTIFICATE-----',
  'people.certificate':
    'the certificate of {host} is not to be trusted ({reason}): name the one of its authority with --ca FILE, or write the name that the certificate has',
  'people.ldap-url': '“{value}” is no LDAP URL: write, say, {example}',
  'people.ldap-percent': '“{value}” in the URL has a % with no two digits behind it: write %25 for the sign itself',
  'people.ldap-host':
    '“{value}” in the URL is no host: write a name such as ldap.example.org, with a port where it has one',
  'people.ldap-no-host':
    'the URL names no server: write its name behind //, as in {example} (localhost for this computer)',
  'people.ldap-port': '“{value}” in the URL is no port: write one from 1 to 65535, or leave it out',
  'people.ldap-no-base':
    '{host} has no list of people at the root of its tree: write the base behind the host, as in {example}',
  'people.ldap-scope': '“{value}” in the URL is no scope: write base, one or sub',
  'people.ldap-no-scope':
    'nobody is in the entry that the URL names, and it says nothing about those below: write {scope} behind the base',
  'people.ldap-extension': 'the URL asks for the extension “{value}”, which is not known here: take it out',
  'people.ldap-starttls': '--starttls is for ldap://, and {scheme}:// needs none: leave it out',
  'people.ldap-attribute': '“{value}” cannot be the name of an attribute: write it as the directory has it',
  'people.ldap-unknown': either(
    'suggestion',
    'the schema of the directory has no attribute “{value}”, which --map names: did you mean {suggestion}?',
    'the schema of the directory has no attribute “{value}”, which --map names: look at an entry, and name the one that it has',
  ),
  'people.ldap-filter':
    '“{value}” is no LDAP filter (RFC 4515): close each bracket, as in (&(objectClass=person)(mail=*))',
  'people.ldap-unreachable': '{host} cannot be reached ({reason}): check the name, the port and the network',
  'people.ldap-again': 'the connection to {host} was lost after {count} entries ({reason}) and is taken up again',
  'people.ldap-lost':
    'the connection to {host} was lost after {count} entries ({reason}), and again and again: run the command again when the server is well',
  'people.slow':
    '{host} said nothing for {seconds} s, after {count} people: run the command again later, or give it more time with --timeout SECONDS',
  'people.ldap-limit': either(
    'time',
    '{host} searches no longer than it did for the first {count} entries: narrow the filter, or bind as somebody who may read more (--bind)',
    '{host} does not give all entries (its size limit came after {count}): bind as somebody who may read all (--bind), or read the list in parts, by filter',
  ),
  'people.ldap-bind': either(
    'who',
    '{host} does not take “{who}” with this password: check both, capitals count',
    '{host} does not take who the certificate or the socket shows: check the mapping of SASL EXTERNAL on the server',
  ),
  'people.ldap-stronger': '{host} wants more protection than this connection has: add --starttls, or write ldaps://',
  'people.ldap-elsewhere': '{host} has no “{base}” and refers to another server: name that one in the URL',
  'people.ldap-base': either(
    'who',
    '{host} shows “{who}” no entry “{base}”: check the base in the URL',
    '{host} shows no entry “{base}”: check the base in the URL, or bind as somebody who may read it (--bind)',
  ),
  'people.ldap-dn': '“{value}” is no distinguished name ({message}): write it as in ou=people,dc=example,dc=org',
  'people.ldap-rights': either(
    'who',
    '{host} does not let “{who}” read there: ask whoever runs the directory',
    '{host} does not let anybody read there: bind as somebody who may (--bind)',
  ),
  'people.ldap-answer': '{host} refuses (LDAP result {code}: {message}): ask whoever runs the directory',
  'people.ldap-reference':
    'a part of the list is on another server, and is not read: {value} — run the command for that one too',
  'people.sql-no-query': 'a database needs --query: what to select, as in --query {example}',
  'people.sql-url': 'this is no URL of a PostgreSQL database: write, say, postgres://reader@db.example.org/people',
  'people.sql-parameter': either(
    'suggestion',
    'the URL has the parameter “{value}”, which is not known here: did you mean {suggestion}? There are {known}',
    'the URL has the parameter “{value}”, which is not known here: there are {known}',
  ),
  'people.sql-mode':
    'sslmode={value} protects nothing when the other side does not want to: write require, verify-ca or verify-full, or disable on a network that is yours',
  'people.sql-plain': 'the password would go to {host} without TLS: take sslmode=disable out of the URL',
  'people.sql-no-tls':
    '{host} speaks no TLS, so nothing is sent to it: switch it on there, or write sslmode=disable on a network that is yours',
  'people.sql-tls': '{host} lets nobody in without TLS: write sslmode=verify-full in the URL',
  'people.sql-password': 'the database wants a password: give it with --password-file FILE, or in ~/.pgpass',
  'people.sql-login': '{host} does not let “{user}” in ({message}): check the name and the password',
  'people.sql-database': '{host} has no database “{value}”: check the name in the URL',
  'people.sql-query': 'the database refuses the query ({code}: {message}): mend --query',
  'people.sql-unreachable': '{host} cannot be reached ({reason}): check the name, the port and the network',
  'people.sql-lost':
    'the connection to {host} was lost after {count} rows ({reason}): run the command again, it continues there',
  'people.map-postfix': 'a map of Postfix has no columns: leave out --map',
  'people.postfix-path': 'postfix: needs the path of a map, as in postfix:/etc/postfix/virtual',
  'people.postfix-type':
    'a table of the type {value} has no list of addresses: name the text that postmap takes, as in postfix:/etc/postfix/virtual',
  'people.postfix-compiled':
    'is not the text of a map but what postmap has made of it, or something else: name the file without .db, .lmdb or the like',
  'people.postfix-continuation': 'the first line begins with a space, so it continues nothing: take the space away',
  'people.postfix-pattern':
    'a table of patterns (regexp, pcre) has rules and no list of people: name a map with an address and a login in each line',
  'people.postfix-alias':
    'has a colon behind the key, as aliases(5) has: name a virtual or canonical map, with an address and a login in each line',
  'people.postfix-nobody': either(
    'all',
    '“{value}” stands for everybody of its domain and names nobody, so it is not read',
    '“{value}” is no address and names nobody, so it is not read',
  ),
  'people.postfix-more': '{count} more entries name nobody and are not read',
  'people.postfix-quote': 'a quotation mark opens here and is not closed: close it',
  'people.postfix-value': 'no login stands behind the address: write it, or remove the line',
  'people.postfix-several':
    'the mail of this address goes to several ({value}), so none is the login: name the person in another list',
  'people.postfix-delivery':
    '“{value}” is a command, a file or a list, and no login: remove the line, or write the login',
});
