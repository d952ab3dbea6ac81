import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  header: {
    says: 'the first line is none that Windows knows',
    remedy: 'write “Windows Registry Editor Version 5.00”, or REGEDIT4 for a file in the code page of the computer',
  },
  encoding: {
    says: 'the encoding is {encoding}, in which Windows reads other characters',
    remedy: 'save the file as UTF-16 (little endian) with a byte-order mark, as regedit does',
  },
  'line-ends': {
    says: either('what', 'a line does not end with {what}', 'the second line is not empty'),
    remedy: 'end each line with CR LF, the last too, and leave the second one empty',
  },
  syntax: {
    says: 'this line is neither a key nor a value: {value}',
    remedy: 'write [key], "name"="text", "name"=dword:00000001, "name"=hex:… or "name"=-',
  },
  hive: {
    says: 'there is no root key “{value}”',
    remedy: 'write its long name, such as HKEY_CURRENT_USER',
  },
  backslash: {
    says: 'in the value “{name}” a backslash stands alone',
    remedy: 'write each backslash twice',
  },
  'nothing-of-outlook': {
    says: 'no key of this file is one of Outlook',
    remedy: 'name another file, if one for Outlook was meant',
  },
  'key-deleted': {
    says: 'the whole key {value} is deleted, with the values of other domains and of the company',
    remedy: 'delete the values alone: "example.org"=-',
  },
  'profile-written': {
    says: 'the file writes into the profiles of Outlook',
    remedy: 'remove it: profiles are changed through MAPI alone; a PRF file makes one',
  },
  'domain-value': {
    says: '“{value}” is no mail domain',
    remedy: 'write the domain of the address, which stands behind its @: "example.org"="C:\\\\…\\\\autodiscover.xml"',
  },
  'no-such-value': {
    says: 'Outlook has no value ExcludeSrvLookup',
    remedy: 'write ExcludeSrvRecord',
  },
  'expandable-path': {
    says: 'the path “{value}” has a variable in it',
    remedy: 'write the path as it is: a .reg file cannot put one together; a script can',
  },
  'relative-path': {
    says: '“{value}” is no whole path',
    remedy: 'write it from the drive on: C:\\\\…\\\\autodiscover.xml',
  },
  'shared-path': {
    says: 'everybody on this computer may write to “{value}”, and send the mail of others elsewhere',
    remedy: 'put the file below C:\\Program Files, or where the person alone may write',
  },
  'prefer-missing': {
    says: 'the file for {name} is named, and PreferLocalXML is not on: the network is asked first',
    remedy: 'add "PreferLocalXML"=dword:00000001 to the same key',
  },
  machine: {
    says: 'the key is that of the computer',
    remedy: 'write it below HKEY_CURRENT_USER: nothing says that Outlook reads it elsewhere',
  },
  'office-version': {
    says: 'there is no version {value} of Outlook that reads this key',
    remedy: 'write one of {values}: 16.0 is that of all since 2016',
  },
  'office365-hidden': {
    says: 'ExcludeExplicitO365Endpoint hides mailboxes of Microsoft 365',
    remedy: 'leave it out: with PreferLocalXML the local file is read before all else',
  },
  'first-run': {
    says: 'ImportPRF is not read while {names} exists',
    remedy: 'delete both in the same key: "First-Run"=- and "FirstRun"=-',
  },
});

export const together = source({
  'remove-differs': {
    says: 'one of this file and {file} sets what the other removes, but not all of it: {names}',
    remedy: 'have the remover delete each value that the installer sets, and no other',
  },
});
