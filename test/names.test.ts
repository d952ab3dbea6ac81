import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { files, roomOf, rooms, texts } from './rooms.ts';

/* One word, one meaning: the list is in CONTRIBUTING. Only names are held against it, not what a person reads, nor what stands in a profile or an answer. */

const written = files.filter((file) => !file.endsWith('.generated.ts'));

/** Files that may have one name, because each is the same thing of something else. */
const parts = [
  // What a folder offers.
  /(?:^|\/)index\.ts$/,
  // A client's words, its steps by hand, the servers that it uses, the hosts that it signs in to.
  /\/[a-z-]*words(?:\.(?:en|fr))?\.ts$/,
  /^clients\/[^/]+\/(?:guides|servers|oauth2-hosts)\.ts$/,
  // A route is called as what it answers with.
  /^server\/app\/routes\//,
  // A file of warnings is called as what it warns of.
  /^warnings\//,
  // A command is called as a person calls it.
  /^cli\/(?:check|explain)\.ts$/,
];

test('two files of one name are the same thing of two others', () => {
  expect(twice(written.filter((file) => !parts.some((part) => part.test(file))))).toEqual([]);
});

test('two folders have two names', () => {
  // Lists of people, and the pages for people that a server answers with.
  const folders = new Set(written.flatMap(foldersOf).filter((folder) => folder !== 'server/app/people'));
  expect(twice([...folders])).toEqual([]);
});

test('a directory is LDAP’s, in names: where files stand is a folder, and what a server answers for are hosted domains', () => {
  const allowed = new Set([
    'check',
    'clients',
    'import',
    'model',
    'pages',
    'prepare',
    'profile',
    'publish',
    'resolve',
    // And what Apache calls a folder.
    'site',
    'warnings',
    'words',
  ]);
  expect(names(/directory/i, (room) => !allowed.has(room)).filter((found) => !found.endsWith(' isDirectory'))).toEqual(
    [],
  );
});

test('a client is a mail program, in names: who asks over HTTP is a requester', () => {
  // The rooms that know clients, the words of the command that lists them, manifest.json, which names each file's, what reads files that are called clientConfig, and the report that says whom a fault hurts.
  const named = new Set(['check', 'clients', 'discover', 'import', 'lint', 'read', 'sinks', 'words']);
  const knows = (room: string) => named.has(room) || rooms[room]?.includes('clients') === true;
  // As the libraries call a connection.
  const theirs = new Set(['people/ldap-connection.ts Client', 'people/sql-source.ts Client']);
  expect(names(/client/i, (room) => !knows(room)).filter((each) => !theirs.has(each))).toEqual([]);
});

test('a profile is a provider’s, in names: Apple’s is a mobileconfig, Outlook’s a MAPI profile, Thunderbird’s settings are prefs', () => {
  // `profile` and `defaultProfile` are what templates and providers' own texts call them.
  const found = names(/(?<!mapi)profile/i, (room) => room === 'clients' || room === 'template');
  expect(found.filter((each) => !/ (?:profile|defaultProfile)$/.test(each))).toEqual([]);
});

test('what two files give to others under one name is the same thing of two clients', () => {
  // index.ts gives a library what the rooms have, with fewer questions.
  const shared = written.filter((file) => file !== 'index.ts' && !LANGUAGE.test(file));
  const places = new Map<string, Set<string>>();
  for (const file of shared)
    for (const [, name = ''] of (texts.get(file) ?? '').matchAll(EXPORTED))
      places.set(name, new Set([...(places.get(name) ?? []), /^clients\/[^/]+\//.test(file) ? 'a client' : file]));
  const twofold = [...places].filter(([name, { size }]) => size > 1 && !OF_EACH_CLIENT.has(name));
  expect(twofold.map(([name, found]) => `${name}: ${[...found].join(', ')}`)).toEqual([]);
});

/** The words of a file, in one language. */
const LANGUAGE = /\.(?:en|fr)\.ts$/;
const EXPORTED = /^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm;
/** What makes a problem, and the type of the words: of the house, and of each client. */
const OF_EACH_CLIENT = new Set(['problem', 'OwnWords']);

function twice(paths: readonly string[]): string[] {
  return paths.filter((path) => paths.some((other) => other !== path && basename(other) === basename(path)));
}

function foldersOf(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}

/** Where such names stand, each once: `file name`. */
function names(pattern: RegExp, within: (room: string) => boolean): string[] {
  return written
    .filter((file) => within(roomOf(file)))
    .flatMap((file) => namesIn(file).flatMap((name) => (pattern.test(name) ? [`${file} ${name}`] : [])));
}

/** The names in the code of a file: without comments, and without what stands in quotes. */
function namesIn(file: string): string[] {
  const aside = /\/\*.*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gs;
  return [...new Set((texts.get(file) ?? '').replaceAll(aside, "''").match(/[A-Za-z_$][\w$]*/g))];
}
