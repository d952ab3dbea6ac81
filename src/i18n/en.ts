// Longer than other files: every text that a person can read stands here, so that a language is one file to translate.
import { visible } from './typography.ts';

/** English, the source of the other catalogues: `fr.ts` does not compile until it has the same shape. */
export const en = {
  language: 'English',

  /** What is wrong and what to do, in one line. Keyed by the code that scripts read. */
  problems: {
    'address.empty': (_: Shown) => 'an address is missing: write it as local@domain',
    'address.no-at': ({ value }: Shown) => `“${value}” is not an address: it has no @ — write it as local@domain`,
    'address.no-local': ({ value }: Shown) => `“${value}” is not an address: nothing stands before the @`,
    'address.no-domain': ({ value }: Shown) => `“${value}” is not an address: nothing stands after the @`,
    'address.space': ({ value }: Shown) =>
      `“${value}” is not an address: it has a space before the @ — write ${value.replace(/\s+/gu, '.')}?`,
    'address.two-at': ({ value }: Shown) =>
      `“${value}” is not an address: it has two @ — keep one, or quote the part before the last`,
    'address.dots': ({ value }: Shown) =>
      `“${value}” is not an address: before the @, a dot stands first, last or twice — remove it`,
    'address.character': ({ value }: Shown) =>
      `“${value}” is not an address: a character before the @ is not allowed there — remove it or quote that part`,
    'address.domain': ({ value }: Shown) =>
      `“${value}” is not an address: what follows the @ is not a domain name such as example.org`,
    'address.local-too-long': ({ value }: Shown) =>
      `“${value}” is not an address: the part before the @ is longer than 64 bytes (RFC 5321)`,
    'address.too-long': ({ value }: Shown) => `“${value}” is not an address: it is longer than 254 bytes (RFC 5321)`,

    'login.malformed': ({ value }: Shown) =>
      `“${value}” cannot be a login: it is empty, too long, or has a control character or a space at an end`,
    'name.control-character': ({ value }: Shown) =>
      `the name “${visible(value)}” has a line break or another control character: remove it`,
    'name.too-long': ({ value }: Shown) =>
      `the name “${value.slice(0, 40)}…” is longer than 256 characters: shorten it`,

    'who.nobody': (_: Nothing) => 'nobody is named: give an address or a login',
    'who.unknown-domain': ({ value, domain, domains }: Shown & { domain: string; domains: string }) =>
      `no profile serves the domain ${domain} of “${value}” — known domains: ${domains}; name another profile with --profile`,
    'who.unknown-login': ({ value }: Shown) =>
      `no profile has a login rule that gives “${value}” — give the address, or name another profile with --profile`,
    'who.ambiguous-login': ({ value, addresses }: Shown & { addresses: string }) =>
      `the login “${value}” belongs to several addresses (${addresses}): give the address`,

    'profile.yaml': ({ message }: { message: string }) => `not valid YAML: ${message}`,
    'profile.empty': (_: Nothing) => 'the profile is empty: see profiles/cnrs.yaml for an example',
    'profile.unreadable': ({ message }: { message: string }) => `the profile cannot be read: ${message}`,
    'profile.unknown': ({ value, known }: Shown & { known: string }) =>
      `there is no profile “${value}” — known: ${known}; or name a YAML file`,
    'profile.domain-in-two': ({ domain, other }: { domain: string; other: string }) =>
      `the domain ${domain} stands in ${other} too: leave it in one of them, or choose one with --profile`,
    'profile.id-in-two': ({ value, other }: Shown & { other: string }) =>
      `the id “${value}” stands in ${other} too: ids must differ`,
    'profile.domain-twice': ({ domain }: { domain: string }) => `the domain ${domain} is listed twice: remove one`,
    'profile.unknown-key': ({ key }: { key: string }) =>
      `“${key}” is not a key of a profile here: remove it or correct its spelling`,
    'profile.missing': ({ key }: { key: string }) => `“${key}” is missing: add it`,
    'profile.not-one-of': ({ value, values }: Shown & { values: string }) => `“${value}” is not one of: ${values}`,
    'profile.wrong-type': ({ value, expected }: Shown & { expected: string }) =>
      `“${value}” must be a ${expected} (a text that looks like a number needs quotes)`,
    'profile.empty-list': (_: Nothing) => 'the list is empty: it needs at least one item',
    'profile.empty-text': (_: Shown) => 'the text is empty: write it or remove the key',
    'profile.control-character': ({ value }: Shown) =>
      `“${visible(value)}” has a line break or another control character: write it on one line`,
    'profile.short-text': ({ value }: Shown) => `“${value}” has more than 20 characters: shorten it`,
    'profile.id': ({ value }: Shown) => `“${value}” is not an id: use lower-case letters, digits and hyphens`,
    'profile.identifier': ({ value }: Shown) => `“${value}” is not a reverse domain name such as org.example`,
    'profile.https-url': ({ value }: Shown) => `“${value}” is not an https:// address`,
    'profile.login-rule': ({ value }: Shown) =>
      `“${value}” is not a login rule: it needs {local} or {address} once, may have {domain}, and no space`,
    'profile.host': ({ value }: Shown) => `“${value}” is not a host name such as imap.example.org`,
    'profile.domain': ({ value }: Shown) => `“${value}” is not a domain name such as example.org`,
    'profile.port': ({ value }: Shown) => `port ${value} is not a port (1–65535)`,
    'profile.plain-text': (_: Shown) =>
      'security “none” sends the password in clear: use tls or starttls, or add allowPlainText: true to this server',
    'profile.incoming-without-login': (_: Shown) =>
      'an incoming server needs a login: remove “none” from its authentication',
    'profile.exchange-empty': (_: Shown) => 'exchange offers nothing: set activeSync or webServices to true',

    'client.unknown': ({ value, known }: Shown & { known: string }) =>
      `there is no client “${value}” — known: ${known}`,

    'value.unrepresentable': ({ notation, value }: Shown & { notation: string }) =>
      `${value} cannot be written in ${notation}: change the value, or use another format`,

    'apple.authentication': ({ host, methods }: { host: string; methods: string }) =>
      `an Apple profile cannot say that ${host} takes ${methods} only: let that server take a password, CRAM-MD5 or NTLM too and add it to its authentication, or use another client`,
    'apple.port': ({ host, port, usual }: { host: string; port: number; usual: number }) =>
      `an Apple profile has no word for STARTTLS, so Mail would misread port ${port} of ${host}: offer STARTTLS on port ${usual}, or TLS from the start on another port`,
    'apple.comma': ({ value }: Shown) =>
      `“${value}” has a comma, which Apple devices take for the end of one address and the start of another: give an address without a comma`,
    'apple.no-active-sync': ({ name }: { name: string }) =>
      `${name} offers no Exchange ActiveSync: use the profile for iPhone, iPad and Mac`,
    'apple.no-web-services': ({ name }: { name: string }) =>
      `${name} offers no Exchange Web Services: use the profile for iPhone, iPad and Mac`,
    'apple.key-unknown': ({ key, payload }: { key: string; payload: string }) =>
      `“${key}” is not a key of ${payload}: remove it or correct its spelling (capitals count)`,
    'apple.key-missing': ({ key, payload }: { key: string; payload: string }) =>
      `“${key}” is missing, and ${payload} needs it: add it`,
    'apple.key-type': ({ expected }: { expected: string }) => `the value has the wrong type: write <${expected}>`,
    'apple.key-empty': ({ key }: { key: string }) =>
      `“${key}” is empty, which Apple devices refuse: remove the key or give it a text`,
    'apple.key-value': ({ key, value, expected }: Shown & { key: string; expected: string }) =>
      `“${value}” is not a value of ${key}: write ${expected}`,
    'apple.password': ({ key }: { key: string }) =>
      `“${key}” holds a password that anybody can read: remove it, the device asks for it`,
    'apple.not-on-platform': ({ what, platforms }: { what: string; platforms: string }) =>
      `${what} means nothing to ${platforms}: remove it, or name another device in TargetDeviceType`,
    'apple.identifier-twice': ({ key, value }: Shown & { key: string }) =>
      `two dictionaries have the ${key} “${value}”: give each its own`,
  },

  thunderbird: {
    config: {
      title: 'Configuration for Thunderbird to find',
      use: 'For the server that Thunderbird asks when somebody types the address.',
    },
  },

  apple: {
    profile: {
      title: 'Profile for iPhone, iPad and Mac',
      use: 'On iPhone or iPad, open it, then within 8 minutes choose Settings › Profile Downloaded › Install; on a Mac, open it, then choose System Settings › General › Device Management › the profile › Install. The device says “Not Signed”, as the profile bears no signature, and asks for your mail password.',
    },
    exchangeIos: {
      title: 'Exchange profile for iPhone and iPad',
      use: 'Instead of the profile for iPhone, iPad and Mac: installing the one replaces the other. Open it, then within 8 minutes choose Settings › Profile Downloaded › Install; the device says “Not Signed”, as the profile bears no signature, and asks for your password.',
    },
    exchangeMacos: {
      title: 'Exchange profile for Mac',
      use: 'Instead of the profile for iPhone, iPad and Mac: installing the one replaces the other. Open it, then choose System Settings › General › Device Management › the profile › Install; the Mac says “Not Signed”, as the profile bears no signature, and asks for your password.',
    },
    /** Names of payloads, in the details of a profile. */
    payload: {
      mail: 'Mail account',
      calendar: 'Calendar account',
      contacts: 'Contacts account',
      exchange: 'Exchange account',
    },
    /** What an account brings, for lists within a sentence. */
    service: {
      mail: 'mail',
      calendar: 'calendars',
      contacts: 'contacts',
      reminders: 'reminders',
      notes: 'notes',
    },
    description: ({ address, services, logins }: AppleProfile) =>
      `Adds ${services} for ${address} to this device. You log in as ${logins}. The profile contains no password. To remove the account, remove the profile.`,
    consent: ({ address, services, logins, additional }: AppleProfile & { additional: boolean }) =>
      `This profile adds ${services} for ${address} to this device. You log in as ${logins}; the device asks for the password, which the profile does not contain. Your other accounts${additional ? ' and your default account' : ''} stay as they are. If you have already added this mailbox by hand, remove it first, or it will be there twice. To remove the account later, remove the profile.`,
  },

  outlook: {},

  android: {},

  overview: {},

  cli: {},
};

/** What a text about one Apple profile names; lists are already joined. */
type AppleProfile = { readonly address: string; readonly services: string; readonly logins: string };

/** Details of a problem that shows no value. */
type Nothing = Record<never, never>;

/** Details of a problem that shows one value. */
type Shown = { readonly value: string };
