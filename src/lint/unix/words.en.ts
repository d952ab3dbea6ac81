import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  msmtprc: {
    'unknown-command': {
      says: '“{command}” is no command of msmtp',
      remedy: 'write it as msmtp(1) has it, in lower case: host, port, from, auth, user, tls …',
    },
    'bad-value': {
      says: '“{value}” is nothing that {command} can be',
      remedy: 'write one of the values that msmtp(1) has for it: on or off for a switch, a number for a port',
    },
    'value-missing': { says: '{command} stands alone', remedy: 'write its value behind it' },
    'value-in-vain': { says: '{command} has a value, and takes none', remedy: 'remove what stands behind it' },
    'line-length': {
      says: 'the line has more than {most} characters',
      remedy: 'put a long command into a script of its own',
    },
    'account-twice': {
      says: 'the account {name} is there a second time (settings above the first account are “default”)',
      remedy: 'keep one of them, or give this one another name',
    },
    'parent-unknown': {
      says: 'the account {name} takes over {parent}, which no line above defines',
      remedy: 'move the account {parent} above this one, or mend the name',
    },
    'host-missing': { says: 'the account {name} has no host', remedy: 'add host smtp.example.org' },
    'certificate-pair': {
      says: '{there} is there without {missing}',
      remedy: 'add {missing}, or remove {there}',
    },
    'starttls-port': {
      says: 'on port {port} a connection does not begin as tls_starttls {starttls} says',
      remedy: 'write tls_starttls {right}',
    },
    'tls-off': {
      says: 'the account {name} signs in without TLS: nothing protects the password',
      remedy: 'write tls on',
    },
    'certificate-unchecked': {
      says: '{command} lets anybody stand in for the server',
      remedy: 'write tls_certcheck on, and name a certificate of your own in tls_trust_file',
    },
    'from-missing': {
      says: 'the account {name} does not say the sender',
      remedy: 'add from with the address that mail is sent from',
    },
    password: {
      says: 'a password stands in the file',
      remedy: 'let a password store print it: passwordeval "secret-tool lookup …"',
    },
    mode: { says: 'others may read the file (mode {mode}), and a password stands in it', remedy: 'chmod 600' },
  },
  mbsyncrc: {
    'blank-line': {
      says: 'the empty line above ends {section} {name}, so that {keyword} stands outside of it',
      remedy: 'remove the empty line',
    },
    'unknown-keyword': {
      says: '“{keyword}” is no keyword of mbsync at this place',
      remedy: 'write it as mbsync(1) has it: Host, Port, User, PassCmd, SSLType, AuthMechs …',
    },
    'newer-keyword': {
      says: '{keyword} is a keyword of isync 1.5: earlier releases refuse the file',
      remedy: 'write SSLType, which both read, where isync 1.4 is in use',
    },
    quotes: {
      says: 'a quote or a backslash in the value of {keyword} is not closed',
      remedy: 'close it on the same line',
    },
    'value-missing': { says: '{keyword} stands alone', remedy: 'write its value behind it' },
    'value-excess': {
      says: '{keyword} takes one value, and more stand there',
      remedy: 'put a value with spaces into double quotes',
    },
    'bad-value': {
      says: '“{value}” is nothing that {keyword} can be',
      remedy: 'write one of the values that mbsync(1) has for it: SSLType IMAPS, yes or no, a number',
    },
    'host-missing': { says: '{section} {name} has neither Host nor Tunnel', remedy: 'add Host imap.example.org' },
    'name-unknown': {
      says: 'no section above is called {what} {name}',
      remedy: 'move it above this line, or mend the name',
    },
    'side-missing': {
      says: 'the channel {name} has no {side}',
      remedy: 'add {side} with the store of that side, as in {side} :store:',
    },
    'pass-twice': {
      says: '{keyword} is there beside the command that prints it',
      remedy: 'remove {keyword}',
    },
    'near-far': { says: '{keyword} is an old name', remedy: 'write {right}, unless isync is older than 1.4' },
    path: {
      says: 'Path {value} does not end with /: mailboxes get names that begin like the folder',
      remedy: 'write a / behind it',
    },
    'clear-text': {
      says: '{name} signs in without TLS: nothing protects the password',
      remedy: 'write SSLType IMAPS',
    },
    'port-security': {
      says: 'on port {port} a connection begins in another way than SSLType says',
      remedy: 'write SSLType {type}',
    },
    'user-missing': {
      says: '{name} does not say a user name: the one of this computer is taken',
      remedy: 'add User with the login of the mailbox',
    },
    xoauth2: {
      says: '{value} needs a plug-in of Cyrus SASL',
      remedy: 'install one (libsasl2-modules-kdexoauth2 in Debian), or sign in with a password',
    },
    password: {
      says: 'a password of {name} stands in the file',
      remedy: 'let a password store print it: PassCmd "secret-tool lookup …"',
    },
  },
  muttrc: {
    'unknown-command': {
      says: '“{command}” is no command, so that the line says nothing',
      remedy: 'begin the line with a command: set {command} …, or a # for a comment',
    },
    'unknown-variable': {
      says: 'there is no variable {name}, so that the line says nothing',
      remedy: 'write it as neomuttrc(5) has it: imap_user, imap_pass, smtp_url, smtp_pass, ssl_force_tls …',
    },
    'too-few-words': {
      says: '{command} lacks what it is about',
      remedy: 'write it whole: my_hdr Name: value, folder-hook pattern commands',
    },
    'bad-switch': {
      says: '“{value}” is nothing that {name} can be, so that it stays as it was',
      remedy: 'write yes or no',
    },
    'switch-word': { says: 'Mutt takes yes and no alone for {name}: “{value}” is lost', remedy: 'write yes or no' },
    backquote: {
      says: 'a backquote is not closed: the rest of the line is lost',
      remedy: 'close it, or write \\` where it is a character of the value',
    },
    quote: {
      says: 'the quote {quote} is not closed on its line',
      remedy: 'close it, or write \\{quote} where it is a character of the value',
    },
    backtick: {
      says: 'what stands in backquotes in {name} is run as a command',
      remedy: 'write \\` for a backquote that is a character',
    },
    dollar: {
      says: '“{variable}” behind the $ in {name} is a variable, and no line of this file sets it',
      remedy: 'write \\$ for a dollar sign that is a character',
    },
    'url-at': {
      says: 'the user name in {name} has an @ of its own, where the URL ends its user',
      remedy: 'write %40 for it',
    },
    'url-scheme': { says: '{name} is no URL for sending', remedy: 'begin it with smtps:// or smtp://' },
    'port-scheme': {
      says: '{name}: on port {port} a connection does not begin as {scheme}:// says',
      remedy: 'write port {instead}, or the other scheme',
    },
    'tls-optional': {
      says: '{name} begins without TLS ({scheme}://), and nothing makes it a must',
      remedy: 'add set ssl_force_tls = yes',
    },
    'tls-off': {
      says: '{name} is off: what is sent may go in clear, a password too',
      remedy: 'write set ssl_force_tls = yes',
    },
    'certificate-unchecked': {
      says: '{name} is off: anybody can stand in for the server',
      remedy: 'remove the line, and name a certificate of your own in certificate_file',
    },
    'old-tls': { says: '{name} is on, which is broken', remedy: 'remove the line' },
    password: {
      says: 'a password stands in {name}',
      remedy: 'let a password store print it: set {variable} = "`secret-tool lookup …`"',
    },
  },
  accountrc: {
    group: {
      says: 'the group [{name}] is no account',
      remedy: 'call it [Account: 1], with a number that no other has',
    },
    'group-twice': {
      says: 'the number of [{name}] is there twice',
      remedy: 'give this one another number',
    },
    'key-twice': {
      says: '{key} is there twice, with two values: which of them counts is left to chance',
      remedy: 'keep one of the lines',
    },
    protocol: {
      says: 'protocol={value} stands in a file of version 0, where the numbers were others: 1 is no IMAP there',
      remedy: 'add config_version=1',
    },
    'protocol-unknown': {
      says: '“{value}” is no protocol',
      remedy: 'write protocol=1 for IMAP, protocol=0 for POP3',
    },
    'version-new': {
      says: 'config_version={value} is of a newer release than is known: an older one asks whether to end ({most} is known)',
      remedy: 'write config_version=1, which every release reads',
    },
    'port-key': {
      says: '{key}={value} is not read: the usual port is taken',
      remedy: 'write {flag}=1 and {port}={value}',
    },
    'port-value': { says: '{key}={value} is no port', remedy: 'write a number from 1 to 65535' },
    'port-security': {
      says: 'on port {port} a connection does not begin as {key}={value} says',
      remedy: 'write {key}={right} (1: TLS at once, 2: STARTTLS), or the other port',
    },
    'clear-text': {
      says: '{key}={value} is no encryption: nothing protects what goes through it',
      remedy: 'write {key}=1, or {key}=2 for STARTTLS',
    },
    'security-absent': {
      says: '{key} is missing, and releases up to 4.3.0 then do not encrypt',
      remedy: 'write {key}=1, or {key}=2 for STARTTLS',
    },
    'smtp-auth-absent': {
      says: 'use_smtp_auth is missing, and releases up to 4.3.0 then send without signing in',
      remedy: 'write use_smtp_auth=1',
    },
    'server-missing': { says: '[{name}] has no {key}', remedy: 'add {key}=…' },
    'white-space': {
      says: 'the white space around the value of {key} is part of it',
      remedy: 'remove the spaces on both sides',
    },
    switch: {
      says: '{key}={value} is on: what is neither empty nor begins with 0 is',
      remedy: 'write {key}=0 or {key}=1',
    },
    'runs-command': {
      says: '{key} is run by a shell',
      remedy: 'keep it only where you know who wrote it',
    },
    certificates: {
      says: 'each new certificate is asked about, valid ones too',
      remedy: 'write ssl_certs_auto_accept=1, which takes what the system trusts',
    },
    'not-a-line': {
      says: '“{text}” is no line of this file',
      remedy: 'write key=value, with nothing in front of the key and no space before =',
    },
    password: {
      says: '{key} stands in the file',
      remedy: 'remove the line: Claws Mail asks, and keeps it encrypted',
    },
  },
  sourceSet: {
    'uid-unknown': {
      says: '{key} is “{value}”, and none of the other files is called so',
      remedy: 'write the name of one of them, without .source, or judge the missing one with them',
    },
  },
  source: {
    'not-a-line': {
      says: '“{text}” is neither a group nor a key of one: nothing of the file is read',
      remedy: 'write key=value below a [group], or a # for a comment',
    },
    encoding: {
      says: 'the file is {encoding} with a byte-order mark: nothing of it is read',
      remedy: 'save it as UTF-8 without a byte-order mark',
    },
    'security-method': {
      says: '“{value}” is no word for security: it is taken for STARTTLS',
      remedy: 'write ssl-on-alternate-port, starttls-on-standard-port or none',
    },
    'clear-text': {
      says: 'the server is plain text: nothing protects what goes through it',
      remedy: 'write Method=ssl-on-alternate-port',
    },
    'security-absent': {
      says: 'there is no Method in [Security], and then nothing protects what goes through it',
      remedy: 'add [Security] with Method=ssl-on-alternate-port',
    },
    'port-security': {
      says: 'on port {port} a connection does not begin as [Security] Method says',
      remedy: 'write Port={instead}, or the other method',
    },
    port: {
      says: either('value', 'Port={value} is no port', 'there is no port'),
      remedy: 'write a number from 1 to 65535: 993 for IMAP, 465 for SMTP with TLS at once',
    },
    'user-missing': { says: 'there is no user name', remedy: 'add User=… to [Authentication]' },
    'host-missing': { says: 'there is no host of the server', remedy: 'add Host=… to [Authentication]' },
    backend: {
      says: '“{value}” is nothing that Evolution can connect with',
      remedy: 'write BackendName=imapx, pop or smtp',
    },
    uid: {
      says: '{key} is “{value}”, and no name of a source',
      remedy: 'write the name of its file, without folder and without .source',
    },
    'identity-missing': {
      says: 'the account has no identity: nobody can send from it',
      remedy: 'write the name of the identity’s file as IdentityUid',
    },
    'oauth-method': {
      says: 'Method={value} signs in to hosts of that service, and {host} is none',
      remedy: 'write Method=PLAIN',
    },
    'sasl-oauth': {
      says: 'Method={value} is the name on the wire: no service is told by it',
      remedy: 'write Google, Outlook or Yahoo for a host of theirs, and PLAIN for another',
    },
    switch: { says: '{key}={value} is neither true nor false', remedy: 'write {key}=true or {key}=false' },
    revision: {
      says: 'a source for many persons has no revision: nobody gets what is changed later',
      remedy: 'add Revision=1 to [Autoconfig], and another value with each change',
    },
  },
  aerc: {
    'plain-smtp': {
      says: 'the account {name} sends in plain text: nothing protects what it sends',
      remedy: 'write smtps://, or add smtp-starttls = yes',
    },
    insecure: {
      says: '{key} is plain text: nothing protects what goes through it',
      remedy: 'write it without +insecure',
    },
    'url-at': { says: 'the user name in {key} has an @ of its own', remedy: 'write %40 for it' },
    scheme: {
      says: '{key}: nothing of aerc speaks {scheme}://',
      remedy: 'write imaps:// for reading, smtps:// for sending',
    },
    'not-a-line': {
      says: '“{text}” is neither a section nor a key of one: no account of the file is read',
      remedy: 'write key = value below a [section], or a # for a comment',
    },
    'source-missing': { says: 'the account {name} has no source', remedy: 'add source = imaps://…' },
    'from-missing': { says: 'the account {name} has no from', remedy: 'add from = Name <address>' },
    'port-scheme': {
      says: '{key}: on port {port} a connection does not begin as {scheme}:// says',
      remedy: 'write port {instead}, or the other scheme',
    },
    'account-twice': { says: 'the account {name} is there twice', remedy: 'give this one another name' },
    password: {
      says: 'a password stands in {key}',
      remedy: 'take it out of the URL, and add {key}-cred-cmd = secret-tool lookup …',
    },
    mode: { says: 'others may read the file (mode {mode})', remedy: 'chmod 600' },
  },
});
