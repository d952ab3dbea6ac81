import { either } from './text.ts';
import { source } from './words.ts';

export const en = source({
  'address.empty': 'an address is missing: write it whole, such as prenom.nom@cnrs.fr',
  'address.no-at': either(
    'person',
    '“{value}” is not an address: write it whole, with the @ and what follows it',
    '“{value}” is not an address: it has no @ — write it whole, such as prenom.nom@cnrs.fr',
  ),
  'address.no-local': '“{value}” is not an address: nothing stands before the @',
  'address.no-domain': '“{value}” is not an address: nothing stands after the @',
  'address.space': either(
    'suggestion',
    '“{value}” is not an address: it has a space before the @ — write {suggestion}?',
    '“{value}” is not an address: it has a space before the @ — remove it',
  ),
  'address.two-at': either(
    'person',
    '“{value}” is not an address: it has two @ — keep one',
    '“{value}” is not an address: it has two @ — keep one, or quote the part before the last',
  ),
  'address.dots': '“{value}” is not an address: before the @, a dot stands first, last or twice — remove it',
  'address.character': '“{value}” is not an address: “{character}” is not allowed before the @ — remove it',
  'address.domain': '“{value}” is not an address: what follows the @ is not a domain name such as example.org',
  'address.local-too-long': either(
    'person',
    '“{value}” is not an address: what stands before the @ is too long',
    '“{value}” is not an address: the part before the @ is longer than 64 bytes (RFC 5321)',
  ),
  'address.too-long': either(
    'person',
    '“{value}” is not an address: it is too long',
    '“{value}” is not an address: it is longer than 254 bytes (RFC 5321)',
  ),
  'login.malformed':
    '“{value}” cannot be a login: it is empty, longer than 254 bytes, or has a line break or a hidden character',
  'login.colon':
    '“{value}” cannot be the login of {service}: over HTTP the password begins after a colon (RFC 7617) — give one without a colon',
  'login.asked':
    'no rule gives the login of {address} for {services}: give it with --login, or for one service alone with --login-at {service}=LOGIN',
  'login.nothing-left':
    'the login rule leaves nothing of {address} for {services}: give the login with --login, or for one service alone with --login-at {service}=LOGIN',
  'login.too-long':
    'the login rule makes more than 254 bytes of {address} for {services}: give the login with --login, or for one service alone with --login-at {service}=LOGIN',
  'login.left-out':
    'no rule gives the login of {address} for {service}, which is left out: give it with --login-at {service}=LOGIN',
  'login.nowhere':
    'the login “{value}” serves nowhere, because each service of {address} has a login rule of its own: name the service with --login-at SERVICE=LOGIN',
  'login.in-url':
    'the address of {service} for {address} cannot be made: “.”, “..” or nothing would stand in its path — give another login, or change the url in the profile',
  'login.no-service': 'the mailbox {address} has no {service}: leave out --login-at {service}',
  'login.at-form': '“{value}” is not of the form SERVICE=LOGIN: write, say, --login-at incoming=LOGIN',
  'login.at-service': either(
    'suggestion',
    '“{value}” in --login-at is no service: did you mean {suggestion}? There are {services}',
    '“{value}” in --login-at is no service: there are {services}',
  ),
  'login.at-twice': '--login-at names {service} twice: give its login once',
  'name.control-character': 'the name “{value}” has a line break or another control character: remove it',
  'name.hidden-character':
    'the name “{value}” has a character that cannot be seen or that turns the letters around it ({character}): write it without',
  'name.too-long': 'the name “{value}” is longer than 256 characters: shorten it',
  'who.nobody': 'nobody is named: give an address or a login',
  'who.none': 'nobody is named: give an address or a login, or --example for the example of the profile',
  'who.standard-input': '“-” is nobody: read people from standard input with --from -',
  'who.bare-login':
    '“{value}” has no @: give the address, or name the profile with --profile so that it can be read as a login',
  'who.unknown-domain': either(
    'person',
    'there is no mailbox “{value}” here: look at the address again',
    'no profile serves the domain {domain} of “{value}” — known domains: {domains}; name another profile with --profile',
  ),
  'who.unknown-login': either(
    'person',
    'no mailbox here has the login “{value}”: type your e-mail address',
    'no profile has a login rule that gives “{value}” — give the address, or name another profile with --profile',
  ),
  'who.ambiguous-login': either(
    'many',
    'the login “{value}” belongs to several addresses ({addresses}): give the address',
    'the login “{value}” may belong to any address of the form {addresses}: give the address',
  ),
  'who.one-way-login': either(
    'person',
    '“{value}” may be the login of several mailboxes: type your e-mail address',
    'the login “{value}” cannot be read backwards, because the rule {rule} may give it to several addresses: give the address',
  ),
  'who.login-alone': '--login and --login-at name nobody: give the address, too',
  'who.one-login': '--login and --login-at fit one person only: name one, or leave them out',
  'who.one-name': '--name fits one person only: name one, or leave it out',
  'out.zip': '{path}: ZIP files are for lists of people (--from) — name a folder with --out',
  'out.empty': '--out is empty: name a folder',
  'out.not-a-folder': '{path} is there and is not a folder: move it, or choose another --out',
  'out.exists': '{path} is there with other content: replace it with --force, or choose another --out',
  'out.foreign-file': '{path} holds {file}, which Facteur did not write: move it, or choose another --out',
  'out.one-folder':
    '{address} and {other} differ in letter case only, and many file systems have one folder for both: name one of them, or give each a run with its own --out',
  'out.full':
    '{path}: the disk is full, or the quota used up: make room, and call the same command again — it goes on from here',
  'out.unwritable': '{path} cannot be written ({reason}): choose another folder with --out',
  'out.kept':
    '{kept} was moved out of {path} by a run that was stopped, and cannot be put back ({reason}): move it there yourself, or remove it',
  'client.not-in-kit': '{value} has no file in the small kit, which holds those of {known}: take “--kit full”',
  'client.unknown': either(
    'suggestion',
    'there is no client “{value}” — did you mean “{suggestion}”? known: {known}',
    'there is no client “{value}” — known: {known}',
  ),
  'value.unrepresentable': either(
    'person',
    '{value} cannot be written in {notation}: use another program',
    '{value} cannot be written in {notation}: change the value, or use another format',
  ),
  'active-sync.modern':
    '{host} takes modern authentication (OAuth 2.0) only, and no source names the key of {program} for it: type the values into the form of the console, and choose “Modern” there',
  'active-sync.colon':
    'the login of Exchange “{value}” has a colon, and over HTTP the password begins after one (RFC 7617): give a login without a colon for Exchange',
  'active-sync.variable':
    'a device management console would take part of “{value}” for a variable and put something else there: type the values into the form of the console by hand',
  'account.exchange-alone': either(
    'activeSync',
    'this mailbox is on Exchange alone ({value}), without IMAP or POP3: choose “Exchange” in a program that offers it, such as the mail app of a phone, and sign in there as “{login}”',
    'this mailbox is on Exchange alone ({value}), without IMAP or POP3: choose “Exchange” in a program that offers it, such as Mail on a Mac, and sign in there as “{login}”',
  ),
  'account.own-computer': either(
    'person',
    'this mailbox is read on your own computer only, through a program that runs there ({value}): a phone cannot reach it',
    '{value} is the computer that a program runs on: no phone reaches it, so this mailbox is read on that computer alone',
  ),
  'serve.number': '“{value}” is not a whole number from {least} to {most}',
  'serve.service-link':
    '“{value}” is no port: Kubernetes tells containers of a service beside them in such a variable — set enableServiceLinks: false for the pod, give the service another name, or give the port as a flag',
  'serve.one-of': either(
    'suggestion',
    '“{value}” is not one of: {values} — did you mean “{suggestion}”?',
    '“{value}” is not one of: {values}',
  ),
  'serve.empty': 'the value is empty: write it or leave it out',
  'serve.host': '“{value}” is not an address to listen on, such as 127.0.0.1, ::1 or localhost',
  'serve.canonical-host': '“{value}” is not a host name such as autoconfig.example.org, with a port where it has one',
  'serve.network': '“{value}” is not an address or a network such as 10.0.0.5 or 2001:db8:1::/64',
  'serve.workers': '“{value}” is not a number from 1 to 128, nor auto',
  'serve.twice': '“{value}” is one value too many: give it once',
  'serve.tls-pair': '--tls-cert and --tls-key belong together: give both or none',
  'serve.timeouts': 'the headers may not take longer than the request: lower it, or raise --request-timeout',
  'serve.same-port': 'port {value} is the port of the server: choose another',
  'serve.any-domain':
    'the domain "*" answers for every domain that anybody asks for: start the server with --any-domain if that is meant, or name the domains',
  'serve.unreadable': '{value} cannot be read: {reason}',
  'serve.certificate': '{value} is no PEM certificate and key that belong together: {reason}',
  'serve.unsettled':
    'the files changed again and again while they were read: end the copying, then touch one of them or send SIGHUP',
  'serve.key-encrypted':
    'the key {value} is encrypted, and a server starts unattended: take the passphrase away (openssl pkey -in {value} -out …), in a file that only its user can read',
  'serve.key-open': 'everybody on this machine can read the key {value}: take that right away (chmod o= {value})',
  'serve.key-mounted':
    'everybody on this machine can read the key {value}, and its file system is read-only: set its mode where it is mounted (Kubernetes: defaultMode: 0440 and fsGroup; a secret of Docker: mode: 0440 and gid), or chmod o= the file that is mounted',
  'serve.listen': either(
    'busy',
    '{value} cannot be listened on: another program does',
    '{value} cannot be listened on: {reason}',
  ),
  'template.raw': 'raw output is not allowed in a template: write {{{{name}}}}, which escapes the value',
  'template.backslash':
    'a single backslash before {{{{ is not allowed in a template: write two for a backslash and the value behind it',
  'template.syntax':
    '{reason} does not belong there: close each {{{{#block}}}} with its {{{{/block}}}}, and each {{{{ with }}}}',
  'template.computed': 'a computed value is not allowed in a template: print a name alone, as {{{{name}}}}',
  'template.breaks': '{{{{breaks name}}}} is not allowed in a template but in the text of a page: write {{{{name}}}}',
  'template.block': 'the block {{{{#{name}}}}} is not allowed in a template: there are #if, #unless, #each and #with',
  'template.block-about':
    '{{{{#{name}}}}} with anything but one name is not allowed in a template: write {{{{#{name} name}}}}',
  'template.branches':
    'a block that ends elsewhere in the notation than it begins is not allowed in a template: close inside the block what it opens',
  'template.partial-name':
    'a computed partial name is not allowed in a template: write the name of the template as it is',
  'template.partial-notation':
    '{{{{> {name}}}}}, which is not in {notation}, is not allowed in this template: include one of the same notation',
  'template.partial-self': 'a partial that includes itself is not allowed in a template: take {{{{> {name}}}}} out',
  'template.partial-unknown': either(
    'suggestion',
    '{{{{> {name}}}}}, which does not exist, is not allowed in a template: write {{{{> {suggestion}}}}}?',
    '{{{{> {name}}}}}, which does not exist, is not allowed in a template: include one that comes with Facteur',
  ),
  'template.partial-about':
    'a partial with anything but one name is not allowed in a template: write {{{{> {name}}}}} or {{{{> {name} name}}}}',
  'template.partial-block': 'a partial block is not allowed in a template: write {{{{> name}}}}',
  'template.decorator': 'a decorator is not allowed in a template: take it out',
  'template.reserved':
    'the name {name} is not allowed in a template: Handlebars or JavaScript gives it a meaning of its own',
  'template.meaningless':
    '{name} means nothing here: name what the context has, and @first, @last and @index inside {{{{#each}}}} only',
  'template.in-script':
    'a placeholder inside script or style is not allowed in a template: put the value into the text, or into a quoted attribute such as data-name',
  'template.in-comment':
    'a placeholder in a comment, a declaration or CDATA is not allowed in a template: move it into the text',
  'template.in-tag':
    'a placeholder in a tag outside a quoted attribute value is not allowed in a template: put quotes around it',
  'template.in-attribute': 'a placeholder in the attribute {name} is not allowed in a template: what it holds is code',
  'template.in-link':
    'a placeholder in the attribute {name} after “{before}” is not allowed in a template: let the value be the whole link',
  'template.in-quotes':
    'a placeholder in what {sign} opens is not allowed in a template: it stands for a whole value and brings its own quotes',
  'template.beside':
    'a placeholder with something directly beside it is not allowed in a template here, because they would become one: put a blank or a comma between, or the whole into one value',
  'template.elsewhere':
    'a placeholder here is not allowed in a template, because its escaping would not hold: it may stand as in {example}',
  'template.not-whole':
    'a placeholder with more behind it is not allowed in a template here, because its escaping would not hold: end the value with it, as in {example}',
  'templates.unreadable': 'cannot be read ({reason}): name a folder with templates, or give the right to read it',
  'templates.empty': 'has no template: name the folder in which there is, say, outlook/account.prf.hbs',
  'templates.encoding': 'is not UTF-8: save it as UTF-8',
  'templates.style':
    'is a style sheet of ours that was changed, which pages cannot take (its text stands in their policy): take it out, or put a copy of ours there',
  'templates.unknown': either(
    'suggestion',
    'is the name of no template of Facteur: did you mean {suggestion}?',
    'is the name of no template of Facteur: name it as the one that it replaces (docs/templates.md has all)',
  ),
  'templates.absent': either(
    'suggestion',
    'the context has no “{name}”: did you mean {suggestion}? It has {known} here',
    'the context has no “{name}”: It has {known} here',
  ),
  'templates.value':
    'the context has something else here than the template takes: print what docs/templates.md calls a text, a number or a yes or no, and repeat with #each what it calls a list',
  'templates.malformed': 'what is made with it is not well-formed, so no program could read it: {reason}',
  'templates.unrepresentable':
    '{value} cannot be written in {notation}, so the file would be made for nobody: write something else',
  'sign.pair': '--sign-key and --sign-cert belong together: give both or none',
  'sign.alone': '{option} says nothing without --sign-key: give the key too',
  'sign.time': '“{value}” is not a time such as 2026-11-22T10:00:00Z',
  'sign.unreadable': 'cannot be read ({reason}): name another file, or give the right to read it',
  'sign.open':
    'everybody on this machine can read this file, which must stay secret: take that right away (chmod o= {path})',
  'sign.mounted':
    'everybody on this machine can read this file, which must stay secret, and its file system is read-only: set its mode where it is mounted (Kubernetes: defaultMode: 0440 and fsGroup; a secret of Docker: mode: 0440 and gid), or chmod o= the file that is mounted',
  'sign.key': 'is no private key in PEM: name a file that begins with -----BEGIN PRIVATE KEY----- or the like',
  'sign.key-kind':
    'this is a key of the kind {value}: use RSA of 2048 bits or more (Apple devices are known to take it) or P-256',
  'sign.passphrase-missing':
    'the key is encrypted: name a file that holds its passphrase with --sign-passphrase-file, or run generate on a terminal, where it is asked for',
  'sign.passphrase-wrong': 'the passphrase does not open this key: check it, capitals count',
  'sign.passphrase-empty': 'the first line is empty: write the passphrase there',
  'sign.certificate': 'has no certificate in PEM, or a damaged one: name a file with -----BEGIN CERTIFICATE-----',
  'sign.binary':
    'is binary (DER, or PKCS #12 as in .p12 and .pfx), and not PEM: convert it, as with openssl x509 -inform DER, openssl pkey -inform DER or openssl pkcs12',
  'sign.utf16': 'is in UTF-16, where OpenSSL finds no PEM: save it as UTF-8 or ASCII',
  'sign.passphrase-utf16':
    'is in UTF-16, which makes another passphrase of it: save it as UTF-8 (in PowerShell with Out-File -Encoding ascii)',
  'sign.key-usage':
    'the key usage of “{name}” has no digital signature, so its signatures count for nothing: use a certificate that may sign',
  'sign.purpose':
    'the extended key usage of “{name}” is for time stamps, OCSP or IPsec alone: use a certificate of a web server, or one for e-mail or code',
  'sign.critical':
    '“{name}” has the critical extension {value}, and who does not know it refuses the certificate: use one without it',
  'sign.path-length':
    '“{name}” allows fewer authorities below it than this chain has: use a certificate that it, or its issuer, has issued directly',
  'sign.mismatch':
    'the key does not belong to the first certificate of {certificate}: name the pair that was made together',
  'sign.chain-order':
    '“{name}” stands after “{before}”, whose issuer comes later: put each certificate before that of its issuer',
  'sign.chain-foreign':
    '“{name}” has not issued “{before}”: put there the certificate of its issuer, which who issued it hands out',
  'sign.chain-incomplete':
    'the chain ends at “{name}”, and “{issuer}”, its issuer, is no public root: add the certificates up to the root to --sign-chain (a private root too; it is not put into the files)',
  'sign.expired': 'the certificate “{name}” ended on {date}: renew it',
  'sign.not-yet': 'the certificate “{name}” holds from {date} on: check the clock, or wait',
  'network.resolver':
    '“{value}” in --resolver is no address of a DNS server: write it as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353',
  'network.timeout': '“{value}” in --timeout is no number of seconds from 1 to 600',
  'network.ca': 'has no certificate, or a damaged one: name a file of an authority in PEM or DER',
  'network.ca-unreadable': 'cannot be read ({reason}): name a file of an authority in PEM or DER',
  'read.too-deep':
    'goes deeper than the {most} levels that Facteur reads: no configuration of a mail program does, so name the file that a program reads',
  'read.too-many-elements':
    'has more than the {most} elements that Facteur reads: no configuration of a mail program has, so name the file that a program reads',
  'read.too-many-references':
    'has more than the {most} references to characters that Facteur reads: no configuration of a mail program has, so name the file that a program reads',
  'read.too-many-values':
    'has more than the {most} values that Facteur reads: no configuration of a mail program has, so name the file that a program reads',
  'read.too-many-accounts': 'has more than the {most} accounts that Facteur reads: make several files of it',
  'read.too-many-settings':
    'has more than the {most} different settings in one account that Facteur reads: remove some',
  'read.too-many-certificates':
    'has more than the {most} certificates beside its signature that Facteur looks at: sign it with the chain alone',
  'read.too-many-signers': 'has more than the {most} signatures that Facteur looks at: sign it once',
  'read.too-many-pixels':
    'is a picture of {width} × {height} pixels, and Facteur reads up to {most} × {most}: make it smaller',
  'templates.absent-all': 'the context has nothing here, and no “{name}”',
});
