import { either } from './text.ts';
import { source } from './words.ts';

const signOptions = {
  'sign-key':
    'Private key that signs Apple profiles, PEM, RSA (2048 bits or more) or P-256; others must not be able to read it',
  'sign-cert': 'Its certificate, PEM; the chain may follow in the same file',
  'sign-chain': 'Certificates of its issuers up to a public root, or to a private one with it, PEM',
  'sign-passphrase-file': 'File whose first line opens an encrypted key',
};

const templates = 'Folder with templates in place of those of Facteur, under the same names';

export const en = source({
  usage: 'facteur <command> — the configuration of every mail client, also when the login is not the address',
  seeHelp: 'see facteur --help',
  generalOptions: 'General options:',
  noCommand: 'a command is missing',
  givenTwice: '{option} is given twice',
  takesNoValue: '{option} is a switch and takes no value',
  meant: 'did you mean {suggestion}?',
  unknownVariable: either(
    'suggestion',
    'The variable {name} means nothing to Facteur: did you mean {suggestion}?',
    'The variable {name} means nothing to Facteur: facteur serve --help names those that do',
  ),
  unwritten: 'standard output cannot be written ({reason}): make room, or send it elsewhere',
  defect: 'A mistake of Facteur {version} itself: please report it with what follows.',
  commands: {
    generate: 'Write the files of every mail client for one or more people',
    explain: 'Show an account and where each value comes from',
    clients: 'List what can be generated, for which devices and versions',
    serve: 'Answer, over HTTP, mail clients that look for their configuration, and people who look for theirs',
  },
  options: {
    who: 'An address or a login',
    profile: 'Id of a profile, a YAML file, or a folder of them (repeatable; without it: all that come with Facteur)',
    client: 'Only this client (repeatable; see facteur clients)',
    out: 'Folder that gets one folder for each address',
    name: 'Name of the person, as others will see it',
    login:
      'Login of the person, where no rule gives it or the rule gives another; a service with a login rule of its own keeps that',
    'login-at':
      'SERVICE=LOGIN: the login at one service (incoming, outgoing, calendar, contacts, exchange, directory; repeatable)',
    role: 'additional: one more mailbox, must not become the main one; primary: the first mailbox',
    letters: 'A letter for each person, too: one page to print and hand over',
    'dry-run': 'Say what would be written, and write nothing',
    force: 'Replace a bundle that is there with other content',
    example: 'Where nobody is named: the example of the profile, which a terminal gets without it too',
    from: 'Many people: people.csv (or .tsv), or - for standard input',
    map: 'COLUMN=NAME: what a column of the list is called, as in address=mail,name=cn (repeatable)',
    kit: 'small: what a person opens, and no more; full: everything (default: full; with --from: small)',
    'zip-per-person': 'A ZIP for each person, in place of a folder',
    workers: 'Threads that share the work; auto: one for each core',
    shard: 'I/N: only the I-th of N parts of all people, for as many machines',
    update: 'Replace what was made of other values',
    limit: 'Only so many rows from the beginning, to try',
    ...signOptions,
    templates,
    'sign-time':
      'Signing time, such as 2026-11-22T10:00:00Z (without it: now); an RSA key then gives the same files again',
    lang: 'Language of messages and of the files',
    json: 'Answer in JSON on standard output',
    quiet: 'Say nothing on standard error but mistakes and warnings; serve logs nothing less either',
  },
  whoDefault: 'on a terminal, the example of the profile',
  examplesTitle: 'Examples:',
  examples: {
    generate: 'everything for one person',
    generateClient: 'for Outlook only',
    explain: 'which rule gave which value',
    explainJson: 'the same for a script',
    clients: 'clients, files and versions',
    clientsJson: 'the same for a script',
    serve: 'on this computer, http://127.0.0.1:8080',
    serveProxy: 'on all cores, behind a web server on this computer',
  },
  serve: {
    /** What stands behind the name of the variable: `(or FACTEUR_PORT)`. */
    variable: '(or {name})',
    options: {
      host: 'Address to listen on; 0.0.0.0 for every network, :: for IPv6 too',
      port: 'Port to listen on; 0 for one that is free',
      profile: 'Id of a profile, a YAML file, or a folder of them (repeatable; without it: all that come with Facteur)',
      'any-domain': 'Answer for every domain that anybody asks for, where a profile has the domain "*"',
      'canonical-host':
        'Host with a fitting certificate: what is asked over plain HTTP or at other names is sent there',
      'tls-cert': 'Certificate with its chain, PEM; read again when it changes',
      'tls-key': 'Its private key, PEM, which others must not be able to read',
      ...signOptions,
      templates,
      workers: 'Processes that share the work; auto: one for each core',
      'trusted-proxy':
        'Address of a proxy whose X-Forwarded-For, -Proto and -Host, or Forwarded, are believed (repeatable), such as 10.0.0.5; a network, such as 10.0.0.0/28, only where nobody else is in it: who is says himself who he is',
      'metrics-host': 'Address for the counts',
      'metrics-port': 'Port that shows counts for Prometheus at /metrics; without it they are not taken',
      'rate-limit':
        'Requests a minute for each requester (an IPv4 address, an IPv6 /64) and process, a quarter of them at once; a page of a mailbox counts as 4, an Apple profile as 2; 0 for no limit',
      'log-level': 'debug (each request, without path or address), info, warn, error or silent',
      'body-limit': 'Bytes of a request body',
      'header-timeout': 'Seconds to send the headers, and before them to agree on TLS',
      'request-timeout': 'Seconds to send a whole request',
      'idle-timeout': 'Seconds that an unused connection stays open',
      'proxy-idle-timeout':
        'The same for connections of a proxy: longer than it keeps them (nginx 60 s, load balancers up to 600 s)',
      'answer-timeout': 'Seconds to take a whole answer',
      'stop-timeout': 'Seconds for requests to end when the server stops',
      'max-connections': 'Connections at once, for each process',
      'connections-per-client':
        'Connections at once for each requester (an IPv4 address, an IPv6 /64) and process, trusted proxies apart; 0 for no limit',
    },
    log: {
      listening: 'listening on {url}',
      metrics: 'counts for Prometheus at {url}',
      stopping: 'stopping: requests may end, the next signal cuts them',
      stopped: 'stopped',
      reloaded: 'profiles, templates, certificate and signing key read again',
      kept: 'the new profiles, templates, certificate or signing key are invalid: the old ones stay',
      endsSoon:
        'the signing certificate “{name}” ends on {date}, in {days} days: renew it; after its end no profile is handed out',
      ended: 'a signing certificate has ended: no Apple profile is handed out until there is a new one',
      refusals: 'requests or connections turned away in the last minute',
      defect: 'a request failed because of a mistake of Facteur',
      crash: 'stopping because of a mistake of Facteur',
      workerDied: 'a worker died; another starts in {seconds} s',
      unnamedProxy:
        'a proxy that nobody named passes requests on (they have X-Forwarded-… and come from a private address): to us all its people are one requester, and their https is http. Name its address: --trusted-proxy 127.0.0.1, or ::1, where it runs on this computer',
      silentProxy:
        'a trusted proxy does not say who asks, so all its people are one requester, and that one asks too often: let it send X-Forwarded-For (nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for)',
      wideProxy:
        'all of {value} is trusted as a proxy: every computer in it says himself who he is, and so escapes the limits. Name the addresses of the proxies alone',
      lost: '{count} lines of this log are lost: nobody read them in time',
    },
  },
  /** Texts of the library that reads the command line; keys are its own. */
  yargs: {
    'Commands:': 'Commands:',
    'Positionals:': 'Arguments:',
    'Options:': 'Options:',
    'Show help': 'Show this help',
    'Show version number': 'Show the version',
    'default:': 'default:',
    'choices:': 'one of:',
    string: 'text',
    boolean: 'switch',
    array: 'list',
    required: 'required',
    'Invalid values:': 'wrong value:',
    'Argument: %s, Given: %s, Choices: %s': '--%s is %s, possible are %s',
    'Not enough arguments following: %s': '--%s needs a value',
    'Missing required argument: %s': 'an argument is missing: %s',
    'Not enough non-option arguments: got %s, need at least %s': 'an argument is missing: %s given, %s needed',
    'Too many non-option arguments: got %s, maximum of %s': 'too many arguments: %s given, %s allowed',
    'Unknown argument: %s': 'unknown option or argument: %s',
    'Unknown command: %s': 'unknown command: %s',
  },
  sign: {
    passphrase: 'Passphrase of {file}',
    endsSoon:
      'The signing certificate “{name}” ends on {date}, in {days} days: renew it. Devices call what it signed unverified from then on.',
  },
  /** A run over many people. */
  many: {
    options: 'For many people (--from):',
    progress: either('total', '{done} of {total} people · {rate}/s', '{done} people · {rate}/s'),
    left: '{left} left',
    gone: '{address} is in the list no more; its files stay: {path}',
    more: '… and {count} rows more: they are in {path}',
    leftOut: 'Left out for {people}: {format} – {message}',
    done: 'New: {created} · updated: {updated} · unchanged: {unchanged} · different: {differs} · refused: {refused} · gone: {gone}',
    wouldBe:
      'Would be – new: {created} · updated: {updated} · unchanged: {unchanged} · different: {differs} · refused: {refused} · gone: {gone}',
    report: 'What became of each row: {path}',
    death: 'A worker died ({reason}); what it was at is made again.',
    broken: 'Stopped after {done} rows; what is made stays, and the same command goes on from there.',
  },
  usingExample: 'Nobody is named: showing the example of the profile, {example}.',
  bundle: either(
    'sending',
    '{address} (login {login} for receiving, {sending} for sending) → {folder} — {change}',
    '{address} (login {login}) → {folder} — {change}',
  ),
  changes: {
    created: 'written',
    unchanged: 'already there, unchanged',
    replaced: 'replaced',
  },
  recovered: {
    restored: 'A run before this one was stopped while it replaced {path}: the bundle that was there is back.',
    removed: 'Removed {path}, the working folder of a run that was stopped.',
  },
  wouldRecover: {
    restored:
      'A run before this one was stopped while it replaced {path}: the bundle that was there would be put back.',
    removed: '{path}, the working folder of a run that was stopped, would be removed.',
  },
  wouldChange: {
    created: 'would be written',
    unchanged: 'already there, unchanged',
    replaced: 'would be replaced',
  },
  steps: 'The steps for each device: {page}',
  guides: 'Steps for every program, once for all people of {provider}: {page} — {change}',
  letter: 'The letter to print and hand over: {page}',
  administration: 'For administrators, versions and what was left out: {page}',
  administrators: 'For administrators',
  leftOut: 'Left out, because it cannot be expressed',
  nothingMade: 'Nothing could be made for the clients asked for.',
  none: '(none)',
  origins: {
    person: 'given',
    'read-backwards': 'login rule {rule}, read backwards',
    'not-read-backwards':
      'what was given is also a login by the rule {rule}, and was taken for an address: to mean this mailbox, give its address',
    'service-rule': 'rule of the service: {rule}',
    'domain-rule': 'rule of the domain: {rule}',
    'provider-rule': 'rule of the provider: {rule}',
    address: 'no rule: the address',
    domain: '{file}, of this domain',
    profile: '{file}',
    placeholders: '{file}: {rule}',
    'filter-lower': 'filter lower: in lower case',
    'filter-untagged': 'filter untagged: without + and what follows it',
    'filter-replace': 'filter replace:{rule}',
    asked: 'left out: no rule gives the login – say it with --login or --login-at',
    default: 'default',
  },
  guide: 'steps by hand',
  audiences: {
    user: 'for the person',
    admin: 'for administrators',
    server: 'for a server',
  },
});
