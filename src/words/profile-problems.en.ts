import { either } from './text.ts';
import { source } from './words.ts';

/** What may be wrong in the file of a provider, or in its logo. */
export const en = source({
  'profile.yaml': 'not valid YAML: {message}',
  'profile.indent':
    'not valid YAML: align the keys of one level, indent what belongs to a key, close each [ and {{, and put quotes around a value that begins with #',
  'profile.misplaced-key':
    'not valid YAML: no key can stand here — align it with its neighbours, and put quotes around a value that has “: ” in it',
  'profile.quotes':
    'not valid YAML: a character here has a meaning of its own — put quotes around the whole value: "{{local}}@example.org"',
  'profile.escape':
    'not valid YAML: this is no escape sequence — write \\\\ for a backslash, or single quotes around the value',
  'profile.unfinished':
    'not valid YAML: something is missing before this place — close the quotes, or write a colon after the key',
  'profile.documents': 'a second document starts here: a profile is one, so remove what follows “---”',
  'profile.duplicate-key': 'this key is here twice: remove one',
  'profile.tab': 'a tab indents this line: YAML takes spaces only',
  'profile.alias': '“{value}” stands for another place of the file: write the value itself here',
  'profile.star':
    'in YAML a * at the beginning stands for another place of the file: put the name between quotes, as "*.example.org"',
  'profile.tag': '“{value}” is a YAML tag: remove it',
  'profile.too-large': 'the file is larger than 1 MB: that is no profile',
  'profile.too-many':
    'the file has more keys, values and marks than any profile: name another file, or describe the provider in several profiles',
  'profile.too-deep':
    'lists and keys stand one in another here deeper than in any profile: remove the brackets or hyphens that are too many',
  'profile.too-long-text': '“{value}” is longer than 32,768 characters: shorten it',
  'profile.character':
    'the character “{value}” must not stand in YAML: remove it, or save the file as UTF-8 where it is in another encoding',
  'profile.more': 'and {count} more: mend those above first, and look whether this is the right file',
  'profile.empty': 'the profile is empty: see profiles/cnrs.yaml for an example',
  'profile.not-a-mapping':
    'a profile is a list of keys with values (id: example): see profiles/cnrs.yaml for an example',
  'profile.unreadable': 'the profile cannot be read ({message}): name another file, or let it be read',
  'profile.unknown': 'there is no profile “{value}” — known: {known}; or name a YAML file',
  'profile.domain-in-two':
    'the domain {domain} stands in {other} too: leave it in one of them, or choose one with --profile',
  'profile.id-in-two': 'the id “{value}” stands in {other} too: ids must differ',
  'profile.domain-twice': 'the domain {domain} is listed twice: remove one',
  'profile.twice': 'the list has one item twice: remove one of the two',
  'profile.unknown-key': either(
    'suggestion',
    '“{key}” is not a key of a profile here: did you mean “{suggestion}”?',
    '“{key}” is not a key of a profile here: remove it or correct its spelling',
  ),
  'profile.not-per-domain':
    '“{key}” is said of the whole provider, not of a domain: move it to the top of the profile, or give this domain a profile of its own',
  'profile.none-at-top': 'only a domain says none, of what its provider has: remove “{key}” here',
  'profile.missing': '“{key}” is missing: add it',
  'profile.no-value': either(
    'comment',
    '“{key}” has no value, because a comment begins with the #: put quotes around the value',
    '“{key}” has no value: write it after the colon',
  ),
  'profile.not-one-of': either(
    'suggestion',
    '“{value}” is not one of: {values} — did you mean “{suggestion}”?',
    '“{value}” is not one of: {values}',
  ),
  'profile.apop':
    'a profile cannot ask for APOP, which most clients cannot be told to use: they would send the password itself — let the server take “password” over TLS, or leave it out where there is another',
  'profile.jmap': 'Facteur sets up JMAP in no client: leave this server out, and name the one for IMAP',
  'profile.unused-service':
    'Facteur sets up {key} in no client: leave it out, and name the page that explains it under “documentation”',
  'profile.not-text': '“{value}” is not a text: write it between quotes if it is meant as one',
  'profile.not-number': '“{value}” is not a number: write digits, without quotes',
  'profile.not-boolean': 'instead of “{value}” write true or false, without quotes',
  'profile.not-list': '“{value}” is not a list: write [one, two], or one item a line after “- ”',
  'profile.not-mapping': '“{value}” has no keys: write key: value, one a line below',
  'profile.empty-list': 'the list is empty: it needs at least one item',
  'profile.empty-text': 'the text is empty: write it or remove the key',
  'profile.control-character': '“{value}” has a line break or another control character: write it on one line',
  'profile.texts-language':
    '“{key}” is not among the languages of this provider: add it to “languages”, or remove these texts',
  'profile.texts-name': either(
    'suggestion',
    'this text has no value “{{{value}}}”: did you mean “{{{suggestion}}}”?',
    'this text has no value “{{{value}}}”: it takes {known}',
  ),
  'profile.texts-no-name':
    'this text takes no values: remove “{{{value}}}”, or write “{{{{{value}}}}}” to show the braces',
  'profile.texts-brace': 'a brace stands alone in this text: write it twice to show it, or a name between two',
  'profile.short-text': '“{value}” has more than 20 characters: shorten it',
  'profile.id': '“{value}” is not an id: use lower-case letters, digits and hyphens',
  'profile.identifier': '“{value}” is not a reverse domain name such as org.example',
  'profile.https-url': '“{value}” is not an address of the form https://host/path, without a user name',
  'profile.https-url-or-none':
    '“{value}” is not an address of the form https://host/path, without a user name, nor the word none',
  'profile.login-rule':
    '“{value}” is not a login rule: it needs {{local}} or {{address}} once, may have {{domain}}, and no space or “quotes”; or write ask where no rule gives the login',
  'profile.colon':
    'the login rule of {service} has a colon, and over HTTP the password begins after one (RFC 7617): write a rule without a colon',
  'profile.colon-inherited':
    'the rule “{value}”, which gives the logins of {service}, has a colon, and over HTTP the password begins after one (RFC 7617): give {service} a login rule of its own without a colon',
  'profile.filter': either(
    'suggestion',
    '“{filter}” is no filter: did you mean “{suggestion}”? There are lower, untagged and replace:.:_',
    '“{filter}” is no filter: there are lower, untagged and replace:.:_',
  ),
  'profile.replace':
    '“{filter}” says not what stands for what: write {{local|replace:.:_}}, up to 16 characters each, the second may be empty, without {{ }} | : or space',
  'profile.filter-of': '{{{name}}} takes no filter: only {{local}} and {{address}} do',
  'profile.filter-order':
    'untagged stands after replace, which may have made another sign of the +: put untagged first',
  'profile.filters': 'these are more than {count} filters: leave some out',
  'profile.host': '“{value}” is not a host name such as imap.example.org, or mail.{{domain}}',
  'profile.host-in-domain': '“{value}” is no host name for the domain {domain}, or too long: write another',
  'profile.dav-url':
    '“{value}” is not an address of the form https://host/path, in whose host {{domain}} may stand between dots, and in whose path {{local}}, {{address}} and {{login}}',
  'profile.domain': '“{value}” is not a domain name such as example.org',
  'profile.wildcard-top':
    '“{value}” would stand for all domains of everybody below a top-level domain: write two names behind the *, as in "*.example.org", or "*" for every domain',
  'profile.wildcard':
    '“{value}” has a * in another place than a wildcard: write "*.example.org" for all domains below it, or "*" for every domain',
  'profile.port': 'port {value} is not a port (1–65535)',
  'profile.plain-text':
    'security “none” sends the password in clear: use tls or starttls, or add allowPlainText: true to this server',
  'profile.certificate-plain-text':
    'a certificate is shown in TLS, which security “none” leaves out: use tls or starttls, or remove “certificate” from authentication',
  'profile.plain-text-directory':
    'security “none” lets others read what is looked up, and change what is found: use tls or starttls, or add allowPlainText: true to the directory',
  'profile.incoming-without-login': 'an incoming server needs a login: remove “none” from its authentication',
  'profile.directory-login':
    'a directory with authentication [none] is asked without a login: remove this rule, or add “password” to its authentication',
  'profile.search-base': '“{value}” is not a distinguished name such as ou=people,dc=example,dc=org',
  'profile.support-empty': 'support needs a way to reach it: add email, url or phone',
  'profile.support-email': '“{value}” is not an address to write to, such as help@example.org',
  'profile.support-phone':
    '“{value}” is not a telephone number: write digits, with spaces, ( ) . / - between them and + in front, such as "+33 1 23 45 67 89"',
  'profile.site':
    '“{value}” is not where a server is found: give its https address without ? and #, such as https://mail.example.org',
  'profile.colour': '“{value}” is not a colour: write # and six digits in quotes, such as "#1f3f77"',
  'profile.colour-contrast':
    '{value} cannot be read well on the pages (contrast {ratio}:1, and 4.5:1 is needed): {suggestion} is the nearest that can',
  'profile.brand-empty': 'brand says nothing: add colour or logo, or remove it',
  'profile.logo-path':
    '“{value}” is not the path of a PNG or SVG file beside the profile: write it with / and without .., such as logo.svg',
  'profile.logo-missing': 'the logo {value} was not given with this profile: give its bytes, or remove brand.logo',
  'logo.unreadable':
    'the logo {value} cannot be read ({message}): put the file beside the profile, or correct brand.logo',
  'logo.elsewhere': 'the logo {value} lies outside the folder of the profile: put the file itself there, and no link',
  'logo.no-file': 'the logo {value} is no regular file: put a PNG or SVG file there',
  'logo.too-large': 'the logo {value} is larger than {most} kB: make a smaller one, because it stands in every page',
  'logo.pixels': 'the logo {value} has {width} × {height} pixels: make it no larger than {most} × {most}',
  'logo.broken': 'the logo {value} cannot be read as a picture ({reason}): save it again as PNG or SVG',
  'logo.no-picture': 'the logo {value} is neither PNG nor SVG: save it as one of them',
  'logo.copies':
    'the logo {value} refers to parts of itself so often that it draws more than {most} shapes, or without end: save it as “plain SVG” without clones, or as PNG',
  'logo.forbidden':
    'the logo {value} has {found}, which a picture that only shows itself does not need: take it out, or save it as “plain SVG” or PNG',
  'profile.authority':
    'this is not the certificate of an authority: give one certificate with “CA:TRUE”, in PEM and without a key (in YAML behind “|” and indented)',
  'profile.authority-issued':
    'this certificate was issued by another authority, and devices trust none but one that is issued by itself: give that of the root',
  'profile.exchange-empty': 'exchange offers nothing: set activeSync or webServices to true',
  'profile.no-service': 'the mailboxes here have neither incoming nor exchange: add incoming and outgoing, or exchange',
  'profile.incoming-alone': 'incoming stands here without outgoing, so mail could be read and not sent: add outgoing',
  'profile.outgoing-alone':
    'outgoing stands here without incoming, so mail could be sent and not read: add incoming, or remove outgoing',
  'profile.link-none':
    'a step of onboarding opens {key}, so no domain can be without it: give the address, or take the link out of the step',
  'profile.count': '“{value}” is not a whole number from 1 to 128',
  'profile.specials':
    '“{value}” is not a list of special characters: write each of them once, one after the other, without letters, digits or hidden characters other than the space',
  'profile.digit-run': '{value} is less than “from”: write at least as many digits',
  'profile.onboarding-empty':
    'onboarding describes nothing: add activation, password, recovery or webmail, or remove the key',
  'profile.names-nothing': '“{value}” names nothing: this profile has no {key} – add it, or remove this',
  'profile.empty-folder': '{path} has no profile: put .yaml files there',
  'profile.not-utf8': 'the file is not UTF-8: save it as UTF-8',
});
