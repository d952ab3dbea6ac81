/** Commands that the help shows, and that work when they are pasted: the same in every language. What each does stands in the words, under the same key. */
export const examples = {
  generate: 'facteur generate marie.curie@ods.services --name "Marie Curie"',
  generateClient: 'facteur generate prenom.nom@cnrs.fr --client outlook --out bundles',
  explain: 'facteur explain prenom.nom@cnrs.fr',
  explainJson: 'facteur explain prenom.nom@ods.services --json',
  clients: 'facteur clients',
  clientsJson: 'facteur clients --json',
  init: 'facteur init',
  initAlone:
    'facteur init --address prenom.nom@cnrs.fr --login prenom.nom@ods.services --incoming imap.cnrs.fr --outgoing smtp.cnrs.fr',
  lint: 'facteur lint config-v1.1.xml',
  lintAs: 'curl -s https://autoconfig.cnrs.fr/mail/config-v1.1.xml | facteur lint - --as thunderbird',
  import: 'facteur import config-v1.1.xml --out provider.yaml',
  importPerson: 'facteur import ~/.mbsyncrc ~/.msmtprc --address ada@example.org',
  dns: 'facteur dns cnrs.fr --server config.ods.services',
  dnsBind: 'facteur dns cnrs.fr --server config.ods.services --format bind',
  discover: 'facteur discover cnrs.fr',
  discoverAddress: 'facteur discover prenom.nom@cnrs.fr --json --ispdb https://autoconfig.thunderbird.net/v1.1/',
  check: 'facteur check cnrs.fr --server config.ods.services',
  checkLogin: 'facteur check cnrs.fr --login prenom.nom@cnrs.fr',
  serve: 'facteur serve',
  serveProxy: 'facteur serve --workers auto --trusted-proxy 127.0.0.1',
} as const;
