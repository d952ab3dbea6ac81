import { recalled, step } from '../../words/step.ts';
import { source } from '../../words/words.ts';

export const en = source({
  guides: {
    kmail: {
      title: 'KMail',
      about:
        'The labels are those of version 22.12. Leave its assistant (“Add Mail Account…”) alone: it looks for settings by itself, and may enter a login that is not yours.',
      start: {
        primary: [
          recalled(
            'Open KMail. If an assistant opens by itself, or KMail offers to import from another program, cancel that. Then choose:',
            'Settings',
            'Configure KMail…',
            'Accounts',
          ),
        ],
        additional: [recalled('In KMail, choose:', 'Settings', 'Configure KMail…', 'Accounts')],
      },
      steps: {
        addSendingFirst: recalled(
          'On the tab “Sending”, choose Add…, enter this name, choose SMTP in the list, and tick “Make this the default outgoing account”. Then:',
          'Create and Configure',
        ),
        addSending: recalled(
          'On the tab “Sending”, choose Add…, enter this name and choose SMTP in the list. Leave “Make this the default outgoing account” unticked. Then:',
          'Create and Configure',
        ),
        sending: step(
          'On the tab “General” of the window that opens, enter these. KMail keeps a password only where “Store SMTP password” is ticked.',
        ),
        sendingByPage: step('On the tab “General” of the window that opens, enter these.'),
        sendingAdvanced: step(
          'On its tab “Advanced”, choose the encryption first and look at the port again after it. Then:',
          'OK',
        ),
        firstIdentity: recalled(
          'On the tab “Identities”, choose the one that is there, marked “(Default)”. Then:',
          'Modify…',
        ),
        addIdentity: recalled(
          'On the tab “Identities”, choose Add…, enter this name (another one, if you have an identity of this name) and leave “With empty fields” chosen. Then:',
          'OK',
        ),
        identity: step('On the tab “General” of the identity, enter these:'),
        identityAdvanced: step(
          'On its tab “Advanced”, tick “Outgoing Account” and choose the one that you have just made. Then:',
          'OK',
        ),
        addReceiving: recalled(
          'On the tab “Receiving”, choose the following one after the other (not “Add Mail Account…”):',
          'Add…',
          'Custom Account…',
          'IMAP E-Mail Server',
          'OK',
        ),
        receiving: step(
          'On the tab “General” of the window that opens, enter these. If something stands under “Username” already, replace it:',
        ),
        receivingAdvanced: step('On its tab “Advanced”, choose the encryption first: the port changes with it.'),
        receivingIdentity: recalled('On the same tab, choose the identity that you have just made:'),
        save: recalled('Close this window, and then the settings, with:', 'OK'),
        browser: recalled(
          'If KDE’s wallet asks to be set up or opened, do so. Then KMail opens a page of your provider: sign in there.',
        ),
        wallet: recalled(
          'If KDE’s wallet for passwords asks to be set up or opened, do so: KMail keeps your password in it. If KMail itself asks for the password, type that of your mailbox.',
        ),
      },
      labels: {
        sendingName: 'Name',
        outgoingHost: 'Outgoing mail server',
        signIn: 'Server requires authentication',
        outgoingLogin: 'Login',
        outgoingPassword: 'Password',
        outgoingSecurity: 'Encryption',
        outgoingPort: 'Port',
        outgoingAuthentication: 'Authentication',
        identityName: 'New identity',
        name: 'Your name',
        address: 'Email address',
        identitySending: 'Outgoing Account',
        accountName: 'Account Name',
        incomingHost: 'IMAP Server',
        incomingLogin: 'Username',
        incomingPassword: 'Password',
        incomingSecurity: 'Encryption',
        incomingPort: 'Port',
        incomingAuthentication: 'Authentication',
        receivingIdentity: 'Identity',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'SSL/TLS',
        starttls: 'STARTTLS',
        none: 'None',
      },
      authentication: {
        password: 'PLAIN',
        'cram-md5': 'CRAM-MD5',
        oauth2: 'XOAUTH2',
      },
      role: {
        primary: recalled(
          'New messages are written with the identity, and sent through the outgoing account, that are marked “(Default)” on the tabs “Identities” and “Sending”. If that is another, choose this one there, then Set as Default.',
        ),
        additional: recalled(
          'The identity and the outgoing account marked “(Default)” stay what they were: do not choose Set as Default. To write from this mailbox, choose its identity under “Identity” in the window of the message.',
        ),
      },
      undo: recalled(
        'Choose this account, then Remove, on the tabs “Receiving” and “Sending”; and, if you have made one for it, its identity on the tab “Identities”, under:',
        'Settings',
        'Configure KMail…',
        'Accounts',
      ),
      repair: recalled(
        'In KMail it stands in two places: as “Username” in the account on the tab “Receiving”, and as “Login” in the one on the tab “Sending”. Choose each, then Modify…, under:',
        'Settings',
        'Configure KMail…',
        'Accounts',
      ),
    },
  },
});
