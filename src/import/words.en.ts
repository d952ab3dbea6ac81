import { either } from '../words/text.ts';
import { source } from '../words/words.ts';

export const en = source({
  /** Comments of the profile that is written. */
  comments: {
    head: 'Made by facteur import. Look through it: what no file says is a guess, and is marked as one.',
    headOfInit:
      'Made by facteur init. Behind each value: the option or the answer that it comes from, or that it is a guess.',
    more: 'A profile can hold more, such as calendar, contacts, documentation, brand and onboarding: see schema.json, and what comes with Facteur.',
    example: 'an address of nobody, for examples',
    askSaid: 'no rule gives the logins: each person says theirs',
    from: '{place}',
    guessed: 'a guess: nothing says it',
    guessedFrom: 'a guess, made of {value}',
    login: 'the login rule that the files of {count} people give: {place}',
    loginOfOne: 'the login rule that one person’s file gives: {place}',
    guessedLogin: 'a guess: one person’s login alone was made so ({place}); see whether others’ are',
    ask: 'no rule gives the logins of these files: each person says theirs',
    askWithoutAddress: 'no file says whose login it is, so that no rule was found: each person says theirs',
    clear: 'in clear: see whether the server has TLS, and offer that alone',
    identifier: 'a guess, made of the domain: never change it once people have files made with it',
  },
  /** What is lost or differs; nothing stops for it. */
  losses: {
    'import.lost': '{what} is not in the profile, which has no place for it',
    'import.lost-value': '{what} “{value}” is not in the profile, which has no place for it',
    'import.lost-server': 'the server of type “{value}” is not in the profile: it holds IMAP, POP3 and SMTP',
    'import.lost-incomplete': 'this server is not in the profile: it has no {what}',
    'import.lost-http': '{what} is not in the profile, which takes https addresses alone: “{value}”',
    'import.lost-url': '{what} “{value}” is not in the profile: it is no address of a page (URL) that can be opened',
    'import.lost-part': '{what} is not in the profile: it has no {missing}',
    'import.lost-certificate':
      'the certificate here is not in the profile: it is damaged, or none of an authority that may issue others',
    'import.lost-port': '“{value}” is no port (1 to 65535): the profile has the usual one',
    'import.lost-address': '“{value}” is no mail address: it is left out',
    'import.lost-text':
      '{what} “{value}” is not in the profile: it is longer than {most} characters, says nothing, or has characters that hide',
    'import.lost-account': 'the account {name} is not in the profile: it has no {missing}, or none that is known',
    'import.other-provider':
      'the provider “{name}” is not in the profile, which has the first one of the file: give it in a file of its own',
    'import.more':
      'from here on there are more things of this kind that are not in the profile: {most} of them stand above',
    'import.part': 'this is code {part} of {count}: name the others too, for further accounts stand there',
    'import.guessed-rule':
      'the login rule {rule} is a guess, made of one person’s login: name files of more people, or look whether others’ logins are made so',
    'import.no-address':
      'the login “{value}” is one person’s, and no file says their address: say it with --address, so that a rule can be found',
    'import.clear-mail':
      'this server is in clear, and so is all that goes through it, though no password is: see whether it has TLS',
    'import.armoured':
      'is a signature in text, which no device takes: the signed profile in it was read; facteur lint says more',
    'import.lost-language': '{what} in the language “{value}” is not in the profile, which speaks French and English',
    'import.lost-host': '“{value}” is not in the profile: it is no host name',
    'import.lost-authentication': 'the authentication “{value}” is not in the profile, which does not know it',
    'import.lost-placeholder': '{what} “{value}” has a variable that a profile does not know: it is left out',
    'import.lost-password': 'a password stands here: it is in no profile, and does not belong into a file',
    'import.elsewhere': 'the servers stand in another file, “{value}”: import that one too',
    'import.lost-settings': 'settings of the program alone are not in the profile ({count}): {names}',
    'import.lost-made': '{what} is what a command or a variable gives, which is not run here: it is not in the profile',
    'import.sources': 'reads the file {value}, which is not read here: name it too',
    'import.other-account':
      'the account {name} ({host}) is not in the profile, which is that of {taken} ({takenHost}): give it in a file of its own',
    'import.shortened': '{what} is cut to {most} characters: “{value}”',
    'import.repeated': '{what} “{value}” is there twice: one is in the profile',
    'import.clear': 'this server is in clear, and so is the password: see whether it has TLS',
    'import.disagree': '{what}: “{value}” here, “{other}” in {place}; the profile has the first',
    'import.disagree-server': '{protocol}: {host} here, {other} in {place}; the profile has both, the first first',
    'import.disagree-login':
      'the login of this file is none that the rule {rule} gives: the profile says ask, so that each person is asked',
  },
  problems: {
    'import.unknown-kind': 'is nothing that can be imported: known are {kinds}',
    'import.is-profile': 'is a profile of Facteur already: use it with --profile, and judge it with facteur lint',
    'import.answer-error':
      'says nothing of a mail server: it is the answer of a server that refuses ({value}); ask it with an address that it knows',
    'import.redirect-url':
      'says nothing of a mail server: it sends on to {value}; ask that address for Autodiscover, and import what it answers',
    'import.redirect-address':
      'says nothing of a mail server: it sends on to the address {value}; ask Autodiscover for that address, and import what it answers',
    'import.unreadable-kind':
      'cannot be imported: it is a {kind} that no program can read ({detail}) — facteur lint says more',
    'import.nothing': 'says nothing of a mail server: name another file',
    'import.no-domain': either(
      'file',
      '{file} names no mail domain and no address: say one with --address, as in --address ada@example.org',
      'no file names a mail domain or an address: say one with --address, as in --address ada@example.org',
    ),
    'import.no-outgoing': 'no file says how mail is sent: name one more that does, such as msmtprc or a muttrc',
    'import.no-incoming': 'no file says how mail is read: name one more that does, such as a muttrc or mbsyncrc',
    'import.address': '“{value}” in --address is no address: write it as ada@example.org',
    'import.unwritable': 'cannot be written ({reason}): name another file with --out',
    'import.exists': 'is there already: name another file, or replace it with --force',
  },
});
