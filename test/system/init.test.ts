import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProfile } from '../../src/profile/file.ts';
import { temporaryFolder } from '../cli/terminal.ts';
import { root } from '../fixtures.ts';

/* Facteur asks at a terminal, a real one of Linux, whose other end is this test. */

/** Waits for each text and then types; ends the program after a minute. */
const drive = `
import fcntl, json, os, pty, select, struct, sys, termios, time
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 160, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
seen, at, end = b'', 0, time.monotonic() + 60
def more():
    global seen
    if not select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
        return False
    try:
        part = os.read(terminal, 65536)
    except OSError:
        return False
    seen += part
    return part != b''
for wait, keys in json.load(sys.stdin):
    while (found := seen.find(wait.encode(), at)) < 0 and more():
        pass
    if found < 0:
        break
    at = found + len(wait.encode())
    os.write(terminal, keys.encode())
while more():
    pass
if time.monotonic() > end:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
json.dump({'code': os.waitstatus_to_exitcode(status), 'seen': seen.decode(errors='replace')}, sys.stdout)
`;

const ENTER = '\r';
const CLEAR = '\u0015';

/** @param steps what to wait for, and what to type then */
function atTerminal(steps: readonly (readonly [string, string])[], language: string) {
  const folder = temporaryFolder();
  const program = [process.execPath, join(root, 'dist/cli/main.js'), 'init', '--lang', language];
  const { stdout, stderr } = spawnSync('python3', ['-c', drive, ...program], {
    cwd: folder,
    encoding: 'utf8',
    input: JSON.stringify(steps),
    timeout: 90_000,
    env: { ...process.env, TERM: 'xterm-256color' },
  });
  expect(stderr).toBe('');
  // What the test has started says so.
  const { code, seen } = JSON.parse(stdout) as { code: number; seen: string };
  return { folder, code, seen };
}

const english: readonly (readonly [string, string])[] = [
  ['Domain of', `no_domain${ENTER}`],
  ['is not a domain name', `${CLEAR}cnrs.fr${ENTER}`],
  ['Name of the mail service', ENTER],
  ['Short name', ENTER],
  ['Organisation', `CNRS${ENTER}`],
  ['Address of one person', `prenom.nom@cnrs.fr${ENTER}`],
  ['Login of that person', `${CLEAR}prenom.nom@ods.services${ENTER}`],
  ['logs in as prenom.nom@ods.services', ENTER],
  ['Protocol', ENTER],
  ['Host of the incoming', ENTER],
  ['Security of the incoming', ENTER],
  ['Port of the incoming', ENTER],
  ['Host of the outgoing', ENTER],
  // The second of the list.
  ['Security of the outgoing', `\u001b[B${ENTER}`],
  ['Port of the outgoing', ENTER],
  ['Address of the webmail', ENTER],
  ['Who helps', ENTER],
  ['facteur serve', ENTER],
  ['Languages', ENTER],
  ['Identifier', ENTER],
  ['Name of the profile', ENTER],
];

test('a person who answers gets a profile, after a wrong answer too', () => {
  const { folder, code, seen } = atTerminal(english, 'en');
  expect(code, seen).toBe(0);
  expect(readdirSync(folder)).toEqual(['cnrs-fr.yaml']);
  const text = readFileSync(join(folder, 'cnrs-fr.yaml'), 'utf8');
  const { profile } = readProfile(text, 'cnrs-fr.yaml');
  expect(profile).toMatchObject({ organization: 'CNRS', domains: ['cnrs.fr'], login: '{local}@ods.services' });
  expect(profile.outgoing).toEqual([{ host: 'smtp.cnrs.fr', port: 587, security: 'starttls' }]);
  expect(text).not.toContain('prenom.nom');
  expect(seen).toContain('facteur lint cnrs-fr.yaml');
});

test('the questions are French in French', () => {
  const french: readonly (readonly [string, string])[] = [
    ['Domaine des adresses', `cnrs.fr${ENTER}`],
    ['Nom du service', ENTER],
    ['Nom court', ENTER],
    ['Organisme', '\u0003'],
  ];
  const { folder, code, seen } = atTerminal(french, 'fr');
  expect(code, seen).toBe(130);
  expect(seen).toContain('Arrêté\u00a0: rien n’est écrit.');
  expect(readdirSync(folder)).toEqual([]);
});

test.each([0, 5, 8, 20])('Ctrl-C at question %i writes nothing', (index) => {
  const before = english.slice(0, index);
  const { folder, code, seen } = atTerminal([...before, [english[index]?.[0] ?? '', '\u0003']], 'en');
  expect(code, seen).toBe(130);
  expect(seen).toContain('Stopped: nothing is written.');
  expect(readdirSync(folder)).toEqual([]);
});
