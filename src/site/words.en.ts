import { source } from '../words/words.ts';

export const en = source({
  /** What a static site cannot do, and for whom. The names of clients stand in the data. */
  cannot: {
    autodiscover:
      'Autodiscover is asked by POST, with the address in it, and answers with that address and its login; a file says one and the same to everybody. Outlook, eM Client and phones are set up by hand, or with the files of facteur generate; or facteur serve answers',
    'autodiscover-v2':
      'of Autodiscover v2, only the address of ActiveSync is told, which is the same for everybody; whether the address that is asked about is one of this domain is not looked at',
    'active-sync':
      'phones that ask for ActiveSync by POST (POX) get no answer: they type the server, or facteur serve answers',
    partial:
      'FairEmail fills a variable in only where it is the whole login, and here it is a part of one ({rule}): it tries that text, then the address, and then people type their login; facteur serve tells it the login',
    'further-outgoing': 'one outgoing server is told, the first: Thunderbird fills no variable in at a further one',
    mobileconfig:
      'A profile for iPhone, iPad and Mac has the address and the login of its person: there is none at /email.mobileconfig. Its steps are on the pages; the file itself comes from facteur generate, or facteur serve makes it',
    mailbox:
      'The pages name no person: no address is typed, so there are no files to download, no codes to scan and no values ready to copy. Links to the page of a person (/mailbox/…, in letters and codes made with site) lead to the steps for everybody. facteur serve has pages for each person',
    'own-login':
      'Who has another login than the rule gives is told nothing of it: what programs find has that of the rule, and they correct it by hand; facteur serve has a field for it',
  },
  report: {
    made: '{path} — {change}: the site of {domains}',
    counts: '{files} files for {hosts} hosts',
    changes: { created: 'written', unchanged: 'already there, unchanged', replaced: 'replaced' },
    wouldChange: { created: 'would be written', unchanged: 'already there, unchanged', replaced: 'would be replaced' },
    changed: '{created} new, {replaced} replaced, {removed} removed, {unchanged} unchanged',
    at: '{domains}: {text}',
    kept: '{file} is not of this site and stays as it is',
    cannotTitle: 'What a static site cannot do:',
    digestTitle: 'Records without which no program accepts the PACC document (the same as facteur dns writes):',
    nextTitle: 'Next:',
    next: {
      readme: 'how the folder and the snippets get to a web server',
      dns: 'the records that lead programs there',
      check: 'whether all is as it should be, once it is there',
    },
  },
  readme: {
    title: 'The mail settings of {domains}, as files',
    made: 'Made by facteur publish. With --force, it replaces these files, and leaves all others alone.',
    install: 'On the web server',
    copy: 'Copy this folder to {place}, or put your own place into the snippet.',
    certificate:
      'The certificate has these names: {names}. For nginx and Apache, its files are named in the snippet; Caddy fetches it.',
    website: 'Programs look at the web site of the domain, too: where you run it, {files} has what it needs there.',
    dns: 'DNS: this lists the records.',
    pages: 'Pages for people: {url}',
    digest: 'PACC: this record has to hold the digest of the document, to the byte',
    cannot: 'What these files cannot do',
    cannotText: 'A server that answers each request (facteur serve) can do all of it.',
    hosts: 'What is where',
    hostsText: 'hosts/ has a folder for each name that is asked for; errors/ has what is said where there is nothing.',
  },
  problems: {
    'site.ask':
      'no rule gives the login at {domain}: each person has their own, and a file cannot ask; facteur serve asks people on its page',
    'site.path':
      '{value}: a static site has its pages in folders, so the path of site may have letters, digits, dots, hyphens and underscores only: change it, or name a host with --server',
    'site.host': '{value} is no host name: write {suggestion}',
    'site.edited': '{path} has been changed since it was written: --force replaces it',
    'site.differs': '{path} has a site of other content: --force replaces what is of it',
    'site.foreign': '{file} stands where a file of this site has to, and is not of it: move it away',
    'site.out': 'the folder for the site is missing: say it with --out',
  },
  warnings: {
    'site.nothing': 'nothing that programs look for can be said of {domain} in a file',
  },
});
