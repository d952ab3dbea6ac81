import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  'not-well-formed': {
    says: 'this is no well-formed XML: {detail}',
    remedy: 'mend it at this place; an XML editor shows the same one',
  },
  doctype: {
    says: 'the file has a document type ({detail})',
    remedy: 'remove it: nothing in a clientConfig needs one',
  },
  'not-a-client-config': {
    says: 'there is no emailProvider in a clientConfig',
    remedy: 'put everything into <clientConfig version="1.1"><emailProvider id="…">',
  },
  'several-providers': {
    says: 'there are {count} emailProvider elements, of which each client takes another one',
    remedy: 'make a file of each',
  },
  version: {
    says: either(
      'value',
      'the version is “{value}”, and no client knows that one',
      'clientConfig does not say its version',
    ),
    remedy: 'write <clientConfig version="1.1">',
  },
  'byte-order-mark': {
    says: 'the file begins with a byte-order mark',
    remedy: 'save it as “UTF-8 without BOM”',
  },
  'encoding-undeclared': {
    says: 'there are characters beyond ASCII, and no XML declaration that says in which encoding',
    remedy: 'begin with an XML declaration that has encoding="UTF-8"',
  },
  'encoding-not-utf8': {
    says: 'the encoding is {encoding}',
    remedy: 'save the file as UTF-8, and declare that',
  },
  'id-syntax': {
    says: either('value', 'the id of the provider is “{value}”, and no host name', 'the provider has no id'),
    remedy: 'write the main domain as id: <emailProvider id="example.org">',
  },
  'id-not-a-domain': {
    says: 'the id of the provider is “{value}”, and no domain in lower case',
    remedy: 'write the main domain as id',
  },
  'id-foreign': {
    says: 'the id of the provider, “{value}”, is none of its domains',
    remedy: 'add <domain>{value}</domain>, or write one of the domains as id',
  },
  'domain-missing': {
    says: 'there is no domain, or none that is a host name',
    remedy: 'add the domain of the addresses: <domain>example.org</domain>',
  },
  'domain-repeated': {
    says: 'the domain {value} is there twice',
    remedy: 'remove one of the two',
  },
  'name-missing': {
    says: 'there is no {name}',
    remedy: 'write displayName and displayShortName: people see them',
  },
  'name-too-long': {
    says: '{name} has {length} characters, more than the {most} that the format allows',
    remedy: 'shorten it to {most}',
  },
  'name-long': {
    says: '{name} has {length} characters: above {advised} there may be no room for it',
    remedy: 'shorten it to {advised} if you can',
  },
  'unknown-element': {
    says: 'no reader knows {name} in {place}',
    remedy: 'remove it, or mend its name',
  },
  'link-without-tls': {
    says: 'the link of {name} is http',
    remedy: 'write https, and see that the server answers there',
  },
  'documentation-untitled': {
    says: 'documentation has no text that says what it is',
    remedy: 'add <descr lang="en">…</descr>',
  },
  'oauth2-block-missing': {
    says: 'server {number} ({type}) takes OAuth2, and the file does not say from which provider',
    remedy: 'add <oAuth2> with issuer, scope, authURL and tokenURL behind emailProvider; Thunderbird does not need it',
  },
  'oauth2-block-unused': {
    says: 'there is an oAuth2 block, and no server takes OAuth2',
    remedy: 'remove the block, or add <authentication>OAuth2</authentication> to the servers that take it',
  },
  'attribute-on-value': {
    says: '{name} has an attribute ({attribute}), for which its value is lost',
    remedy: 'remove the attribute',
  },
  'attribute-on-server': {
    says: 'server {number} ({type}) has another attribute than type: {attribute}',
    remedy: 'remove it',
  },
  'element-in-value': {
    says: 'in {name}, where only text can stand, there is an element ({child})',
    remedy: 'write the text alone',
  },
  'white-space': {
    says: 'around the value of {name} (“{value}”) there is white space, which is a part of it',
    remedy: 'put both tags right beside the value: <{name}>{value}</{name}>',
  },
  'empty-value': {
    says: '{name} is empty',
    remedy: 'write its value, or leave the element out',
  },
  'comment-in-value': {
    says: 'a comment or a CDATA section stands inside {name}',
    remedy: 'put the comment before the element, and write the value as it is',
  },
  'repeated-value': {
    says: 'server {number} ({type}) has {name} twice, of which some clients take the first and others the last',
    remedy: 'keep one',
  },
  password: {
    says: 'server {number} ({type}) has a password in the file',
    remedy: 'remove it, and change the password: whoever gets the file has read it',
  },
  'many-servers': {
    says: 'there are more than {most} servers, and those from here on were not looked at',
    remedy: 'name the few that people need',
  },
  'server-type': {
    says: either(
      'type',
      'server {number} is of the type “{type}”, which is none for mail by IMAP, POP3 or SMTP',
      'server {number} has no type',
    ),
    remedy: 'keep it behind the servers for mail, or remove it; a type is in lower case',
  },
  'incoming-missing': {
    says: 'there is no incomingServer of type imap or pop3',
    remedy: 'add one; a type is in lower case',
  },
  'imap-missing': {
    says: 'there is no server of type imap for receiving',
    remedy: 'add one before all others',
  },
  'imap-not-first': {
    says: 'the first incomingServer is of the type {type}, with IMAP behind it',
    remedy: 'put the IMAP server first',
  },
  'smtp-missing': {
    says: 'there is no outgoingServer of type smtp',
    remedy: 'add one: without it a client cannot send, and most set nothing up',
  },
  'no-implicit-tls': {
    says: 'for {type} there is STARTTLS alone',
    remedy: 'offer a port with TLS from the first byte (993 for IMAP, 465 for SMTP), and list it first',
  },
  'weaker-first': {
    says: 'server {number} ({type}, {socket}) stands before a server that protects better',
    remedy: 'put the server with SSL first',
  },
  'weaker-last': {
    says: 'server {number} ({type}, {socket}) is the last of its protocol, and protects less than the first',
    remedy: 'list the best server of a protocol alone, or once more as the last',
  },
  'host-missing': {
    says: 'server {number} ({type}) has no hostname',
    remedy: 'add <hostname>',
  },
  'host-syntax': {
    says: 'the hostname of server {number} ({type}), “{value}”, is none',
    remedy: 'write letters, digits and hyphens; an internationalised name in its form xn--…',
  },
  'placeholder-in-host': {
    says: 'the hostname of server {number} ({type}), “{value}”, has a placeholder in it',
    remedy: 'write the name of the host itself',
  },
  'port-missing': {
    says: either('value', 'the port of server {number} ({type}) is “{value}”', 'server {number} ({type}) has no port'),
    remedy: 'write its number, as a rule {usual}',
  },
  'port-socket': {
    says: 'server {number} ({type}): on port {port} a connection does not begin with {socket}',
    remedy: 'write port {usual}, or socketType {other}',
  },
  'port-of-other-service': {
    says: 'server {number} ({type}) is on port {port}, which is that of {owner}',
    remedy: 'write port {usual}, or the other type',
  },
  'port-unusual': {
    says: 'server {number} ({type}) is on port {port}, which is of no service for mail',
    remedy: 'offer port {usual} where you can',
  },
  'socket-unknown': {
    says: either(
      'value',
      'the socketType of server {number} ({type}) is “{value}”',
      'server {number} ({type}) has no socketType',
    ),
    remedy: 'write SSL, STARTTLS or plain, in these letters',
  },
  'plain-socket': {
    says: 'server {number} ({type}) is plain text: nothing protects what goes through it',
    remedy: 'offer SSL on port {usual} in its place',
  },
  'plain-socket-android': {
    says: 'server {number} ({type}) is plain text',
    remedy: 'remove it, or offer SSL in its place: the other servers of the file are lost with it',
  },
  'login-missing': {
    says: 'server {number} ({type}) has no username',
    remedy: 'add one: <username>%EMAILADDRESS%</username>, or the login itself',
  },
  'login-absent-android': {
    says: 'server {number} ({type}) asks for no sign-in and has no username',
    remedy: 'add any: <username>%EMAILADDRESS%</username>',
  },
  'login-not-text': {
    says: 'the username of server {number} ({type}), “{value}”, is read as a number or a boolean: {read}',
    remedy: 'give the person another login, or give it to Thunderbird by another file (user.js)',
  },
  'placeholder-embedded': {
    says: 'the username of server {number} ({type}), “{value}”, has a placeholder with text around it',
    remedy: 'where the address of the person is known, write the login itself',
  },
  'placeholder-domain': {
    says: '{name} of server {number} ({type}) has %EMAILDOMAIN% in it',
    remedy: 'write the domain itself',
  },
  'placeholder-realname': {
    says: '{name} of server {number} ({type}) has %REALNAME% in it',
    remedy: 'write the login itself',
  },
  'placeholder-unknown': {
    says: '{name} of server {number} ({type}) has “{value}” in it, which is no placeholder and stays as it is',
    remedy: 'write %EMAILADDRESS%, %EMAILLOCALPART% or %EMAILDOMAIN%, with both signs',
  },
  'placeholder-in-later-smtp': {
    says: 'server {number} ({type}) is not the first for sending, and “{value}” is not replaced there',
    remedy: 'list one outgoingServer alone, or write literal values into the further ones',
  },
  'logins-differ': {
    says: 'server {number} ({type}) has another username than server {first}',
    remedy: 'let all servers take the same one',
  },
  'last-username-differs': {
    says: 'the last username of the file, “{value}”, is not that of the IMAP server (“{own}”)',
    remedy: 'write the same one there, or remove that part',
  },
  'authentication-missing': {
    says: 'server {number} ({type}) does not say how one signs in',
    remedy: 'add <authentication>password-cleartext</authentication>',
  },
  'authentication-unknown': {
    says: 'server {number} ({type}) has a way to sign in that the format does not know: “{value}”',
    remedy: 'write password-cleartext, password-encrypted, OAuth2, GSSAPI or NTLM; none for sending only',
  },
  'authentication-encrypted': {
    says: 'server {number} ({type}) wants an encrypted password (CRAM-MD5) first',
    remedy: 'write password-cleartext: within TLS it is as safe, and every client can do it',
  },
  'smtp-without-login': {
    says: 'server {number} ({type}) asks for no sign-in',
    remedy: 'offer a submission server that one signs in to',
  },
  'oauth2-not-first': {
    says: 'server {number} ({type}) lists OAuth2 behind another way, which is then taken',
    remedy: 'put OAuth2 first, or leave it out',
  },
  'oauth2-only-unknown-host': {
    says: 'server {number} ({type}) takes OAuth2 alone, and no Thunderbird knows whom to ask for {host}',
    remedy: 'add <authentication>password-cleartext</authentication>, or give people an add-on that knows the provider',
  },
  'oauth2-unknown-host': {
    says: 'server {number} ({type}) takes OAuth2, and no Thunderbird knows whom to ask for {host}: the password is used',
    remedy: 'tell people so, or give them an add-on that knows the provider',
  },
  'oauth2-only-android': {
    says: 'server {number} ({type}) takes OAuth2 alone, and Thunderbird for Android does not know {host}',
    remedy: 'add <authentication>password-cleartext</authentication> if the server takes it',
  },
  'imap-missing-android': {
    says: 'there is no server of type imap, and Thunderbird for Android takes no other for receiving',
    remedy: 'add one; a type is in lower case',
  },
  'authentication-android': {
    says: 'server {number} ({type}) has no way to sign in that Thunderbird for Android knows: {value}',
    remedy:
      'add <authentication>password-cleartext</authentication>, or leave the server out: the others are lost with it',
  },
  'login-line-break': {
    says: 'the username of server {number} ({type}) has a line break in it',
    remedy: 'write it in one line',
  },
  'refused-android': {
    says: 'with this {name} Thunderbird for Android refuses the file',
    remedy:
      'mend or remove it: that app reads every server of every provider, repeated values too, and known names in unknown elements',
  },
  'refused-thunderbird': {
    says: 'Thunderbird makes nothing of this provider: an id, a domain, or a server for receiving or sending that it takes is not there',
    remedy:
      'write one server of type imap or pop3 and one of type smtp, each with hostname, port, socketType, username and authentication',
  },
  'skipped-thunderbird': {
    says: 'Thunderbird leaves server {number} ({type}) out: a value in it is none that it knows',
    remedy:
      'look at its hostname and port, and give it a way to sign in that Thunderbird has, such as password-cleartext',
  },
  'refused-evolution': {
    says: 'Evolution makes nothing of these servers',
    remedy: 'give each a type (imap, pop3 or smtp) and no other attribute',
  },
});
