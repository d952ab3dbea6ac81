import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  'not-well-formed': {
    says: 'this is no well-formed XML: {detail}',
    remedy: 'mend it at this place; `plutil -lint` and an XML editor show the same one',
  },
  doctype: {
    says: "the file has another document type than Apple's ({detail}), and nothing more of it is read",
    remedy: "remove it, or write Apple's own: PropertyList-1.0.dtd",
  },
  'not-a-property-list': {
    says: 'this is no property list: {detail}',
    remedy: 'write <key> and value in turn, each value in an element of its type',
  },
  'not-a-profile': {
    says: 'this is a property list, and no configuration profile',
    remedy: 'write a <dict> with PayloadType Configuration',
  },
  binary: {
    says: 'this is a binary property list, of which nothing more is read',
    remedy: 'convert it: plutil -convert xml1 FILE',
  },
  'byte-order-mark': {
    says: 'the file begins with a byte-order mark',
    remedy: 'save it as UTF-8 without a mark',
  },
  'key-repeated': {
    says: '“{key}” stands twice in one dictionary',
    remedy: 'remove one of the two',
  },
  encrypted: {
    says: 'the profile is encrypted for one device: what is inside cannot be judged',
    remedy: 'judge it before it is encrypted',
  },
  scope: {
    says: 'the profile is for the whole Mac (PayloadScope System), and {type} is for a person alone',
    remedy: 'write User, or leave PayloadScope out',
  },
  'removal-locked': {
    says: 'people cannot remove the profile by themselves (PayloadRemovalDisallowed), and with it not the mailbox',
    remedy: 'leave the key out, unless that is meant',
  },
  'key-unknown': {
    says: '“{key}” is not a key of {payload}',
    remedy: 'remove it or correct its spelling (capitals count)',
  },
  'key-missing': {
    says: '“{key}” is missing, and {payload} needs it',
    remedy: 'add it',
  },
  'key-type': {
    says: 'the value of “{key}” has the wrong type',
    remedy: 'write <{expected}>',
  },
  'key-empty': {
    says: '“{key}” is empty',
    remedy: 'remove the key or give it a text',
  },
  'key-value': {
    says: '“{value}” is not a value of {key}',
    remedy: 'write {expected}',
  },
  password: {
    says: '“{key}” holds a password that anybody can read who gets the file',
    remedy: 'remove it: the device asks for it',
  },
  'not-on-platform': {
    says: '{what} means nothing to {platforms}',
    remedy: 'remove it, or name another device in TargetDeviceType',
  },
  'payload-version': {
    says: 'PayloadVersion is not the integer 1: it is the version of the format, not of the profile',
    remedy: 'write <integer>1</integer>',
  },
  'unknown-type': {
    says: "Apple's schema has no payload “{type}”",
    remedy: either('suggestion', 'write {suggestion}', 'correct its spelling, or remove the payload'),
  },
  'ssl-absent': {
    says: 'payload {number}: {key} is not true, so the connection may stay in clear text',
    remedy: 'write <key>{key}</key><true/>: for STARTTLS too, there the port decides',
  },
  'port-absent': {
    says: 'payload {number}: {key} is missing, and the device tries ports by itself',
    remedy: 'write <key>{key}</key><integer>{usual}</integer>',
  },
  'login-absent': {
    says: 'payload {number}: {key} is missing though the server wants a login',
    remedy: 'write it: what stands for the other direction is not taken over',
  },
  'port-of-other-service': {
    says: 'payload {number}: port {port} is that of another service',
    remedy: 'write {usual}',
  },
  'port-unusual': {
    says: 'payload {number}: port {port} is no standard port, so a device cannot know whether TLS is there from the start',
    remedy: 'offer the server at a standard port too',
  },
  'address-list': {
    says: 'EmailAddress has a comma: what follows it is another address',
    remedy: 'write one address',
  },
  'smime-locked': {
    says: 'with {key} and without {twin}, people cannot choose their own certificate',
    remedy: 'write <key>{twin}</key><true/>',
  },
  'uuid-repeated': {
    says: 'the PayloadUUID {value} stands twice in the profile',
    remedy: 'give each dictionary its own (uuidgen)',
  },
  'identifier-repeated': {
    says: 'two payloads have the PayloadIdentifier {value}',
    remedy: "give each its own, such as the profile's and a word behind it",
  },
  'eas-ssl': {
    says: 'payload {number}: SSL is not true, so Exchange may be asked in clear text',
    remedy: 'write <key>SSL</key><true/>',
  },
  'eas-oauth': {
    says: either(
      'byPage',
      'payload {number}: a password beside OAuth',
      'payload {number}: a server of Microsoft 365 without OAuth, which takes no passwords',
    ),
    remedy: either('byPage', 'remove Password', 'write <key>OAuth</key><true/>'),
  },
  expired: {
    says: either(
      'name',
      'the certificate “{name}” has ended on {date}',
      'the profile is removed since {date} (RemovalDate)',
    ),
    remedy: either('name', 'put in the one that follows it', 'write a later date, or leave it out'),
  },
  'expires-soon': {
    says: either('name', 'the certificate “{name}” ends on {date}', 'the profile is removed on {date} (RemovalDate)'),
    remedy: either('name', 'put in the one that follows it', 'write a later date, or leave it out'),
  },
  'template-variable': {
    says: "“{value}” is a variable of a management product: this is a template, for no person's device",
    remedy: 'load it into the product, or make a profile for each person',
  },
  placeholder: {
    says: '“{value}” is replaced by nobody: devices take it as it stands',
    remedy: "write the person's own value",
  },
});

export const together = source({
  'identifier-shared': {
    says: "the profile has the PayloadIdentifier {value} of another mailbox's, {file}",
    remedy: 'give each mailbox its own: a device keeps one profile of an identifier',
  },
  'identifier-random': {
    says: 'the profile is for the same mailbox as {file}, with other identifiers',
    remedy: 'derive PayloadIdentifier and PayloadUUID from the mailbox, so that a new profile replaces the former one',
  },
});
