import { source } from './words.ts';

/** What `facteur init` asks and says. */
export const en = source({
  questions: {
    domain: 'Domain of the addresses (several: with a space between)',
    name: 'Name of the mail service, as people know it',
    'short-name': 'Short name, at most 20 characters',
    organization: 'Organisation that runs it',
    address: 'Address of one person, as an example to find the login rule (it is not written down; Enter: none)',
    login: 'Login of that person',
    'login-rule': 'Login rule, or ask where each person says theirs',
    'incoming-protocol': 'Protocol of the incoming server',
    incoming: 'Host of the incoming server',
    'incoming-security': 'Security of the incoming server',
    'incoming-port': 'Port of the incoming server',
    outgoing: 'Host of the outgoing server',
    'outgoing-security': 'Security of the outgoing server',
    'outgoing-port': 'Port of the outgoing server',
    webmail: 'Address of the webmail (Enter: none)',
    support: 'Who helps people: an address, a page or a telephone number (Enter: nobody)',
    site: 'https address of facteur serve for these people (Enter: none)',
    languages: 'Languages of the people, the preferred one first',
    identifier: 'Identifier, a reverse domain name that will never change',
    id: 'Name of the profile, which its file gets too',
  },
  ruleFound: '{address} logs in as {login}. Login rule',
  noRule: 'No rule makes {login} of {address}: “ask” lets each person say theirs. Login rule',
  hints: { address: 'first.last@{domain}' },
  securities: {
    tls: 'TLS from the start',
    starttls: 'TLS after STARTTLS',
    none: 'none: passwords in clear',
  },
  protocols: { imap: 'IMAP', pop3: 'POP3' },
  /** Behind a value of the profile. */
  answered: 'answered',
  person: 'first.last',
  /** In a command, for the reader to replace. */
  ownLogin: 'login',
  written: '{file} is written. Next:',
  next: {
    lint: 'what is wrong with it, for whom',
    generate: 'the files of a person',
    serve: 'the server, http://127.0.0.1:8080',
    publish: 'or the same for a web server of yours, as files in out/',
    dns: 'the records that lead programs there',
    check: 'whether the world is as the profile says, once all is there',
  },
  stopped: 'Stopped: nothing is written.',
  problems: {
    'init.missing': 'is missing: say it, or run facteur init on a terminal, where it is asked',
    'init.missing-login':
      'is missing: say the rule, such as {{local}}@login.example.org, {{address}} or ask; or --address and --login of one person as an example',
    'init.needs-address': 'says nothing without the address of that person: add --address',
    'init.needs-answer': 'nothing is said: an answer is needed',
    'init.elsewhere':
      'the domain {domain} of this address is none of {domains}: name an address there, or that domain with --domain',
    'init.not-address': '“{value}” is no address: write it as ada@example.org',
    'init.rule-differs': 'the rule “{value}” does not give the login of the example: correct one of them',
    'init.taken': '{file} is there already: name another, or replace it with --force',
    'init.support-twice': 'is there twice for {what}: name one',
  },
  warnings: {
    'init.ask': 'no rule gives the login of the example: the profile says ask, so that each person is asked',
  },
});
