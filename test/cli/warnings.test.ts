import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../fixtures.ts';
import { facteur, temporaryFolder } from './terminal.ts';

/** The profile of CNRS with TLS from the start on the port for STARTTLS. */
function slip(): string {
  const file = join(temporaryFolder(), 'slip.yaml');
  const text = readFileSync(join(root, 'profiles/cnrs.yaml'), 'utf8');
  writeFileSync(file, text.replace('security: starttls', 'security: tls'));
  return file;
}

const who = 'prenom.nom@cnrs.fr';
/** Nothing is written, but what stands there is looked at: `npm start` leaves a bundle of this person in the usual place. */
const DRY = ['--dry-run', '--out', join(tmpdir(), `facteur-test-dry-${process.pid}`)];
const warning = { code: 'warning.port-starts-plain', line: 27, column: 11, field: 'outgoing.1.port' };

describe('a slip in a profile', () => {
  test.each([
    ['generate', ['generate', who, ...DRY]],
    ['explain', ['explain', who]],
  ])('is told by %s, once, on standard error, and stops nothing', async (_, args) => {
    const file = slip();
    const { code, out, err } = await facteur([...args, '--profile', file]);
    expect(code).toBe(0);
    const lines = err.split('\n').filter((line) => line.includes('warning'));
    expect(lines).toEqual([
      `${file}:27:11 outgoing.1.port  warning: on port 587 a connection begins in clear and STARTTLS protects it, but security is tls: write starttls, or port 465`,
    ]);
    expect(out).not.toContain('warning');
  });

  test('is told once for several people, in their language', async () => {
    const args = ['generate', who, 'marie.curie@cnrs.fr', ...DRY, '--profile', slip(), '--lang', 'fr'];
    expect((await facteur(args)).err.match(/avertissement\u00a0:/g)).toHaveLength(1);
  });

  test.each([
    ['generate', ['generate', who, ...DRY, '--json']],
    ['explain', ['explain', who, '--json']],
  ])('stands in what %s answers in JSON, and on standard error too', async (_, args) => {
    const file = slip();
    const { code, out, err } = await facteur([...args, '--profile', file]);
    expect(code).toBe(0);
    expect(JSON.parse(out).warnings).toEqual([
      { ...warning, file, message: expect.stringContaining('warning: on port 587') },
    ]);
    expect(err).toContain('warning: on port 587');
  });

  test('stands beside the problems where something else stops the command', async () => {
    const { code, out } = await facteur(['explain', 'a@elsewhere.example', '--json', '--profile', slip()]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ problems: [{ code: 'who.unknown-domain' }], warnings: [warning] });
  });

  test('is none where there is none', async () => {
    const { out, err } = await facteur(['explain', who, '--json']);
    expect(JSON.parse(out).warnings).toEqual([]);
    expect(err).toBe('');
  });
});

describe('several profiles', () => {
  const second = (folder: string, name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const provider = (id: string, domain: string, login: string) => `id: ${id}
name: A
shortName: A
organization: A
identifier: example.${id}
languages: [en]
domains: [${domain}]
login: "${login}"
incoming: [{ protocol: imap, host: imap.${domain}, security: tls }]
outgoing: [{ host: smtp.${domain}, security: tls }]
`;

  test('are all read where one is wrong: its mistakes, those of the next, and the warnings of a third', async () => {
    const folder = temporaryFolder();
    const files = ['one', 'two'].map((name) => second(folder, `${name}.yaml`, `id: ${name}\n`));
    const { code, err, out } = await facteur([
      'explain',
      who,
      '--json',
      ...[...files, slip()].flatMap((file) => ['--profile', file]),
    ]);
    expect(code).toBe(2);
    const { problems, warnings } = JSON.parse(out);
    expect(new Set(problems.map(({ file }: { file: string }) => file))).toEqual(new Set(files));
    expect(warnings).toMatchObject([warning]);
    expect(err).toContain('warning: on port 587');
  });

  test('are warned of where a login of one is an address of the other', async () => {
    const folder = temporaryFolder();
    const one = second(folder, 'one.yaml', provider('one', 'one.example', '{local}@two.example'));
    const two = second(folder, 'two.yaml', provider('two', 'two.example', '{local}'));
    const { err } = await facteur(['explain', 'ann@two.example', '--profile', one, '--profile', two]);
    expect(err).toContain(`${one}:8:8 login  warning: whoever types “jane.doe@two.example”`);
    expect(err).not.toContain(`${two}:`);
  });
});

describe('--quiet', () => {
  test('leaves out what is no problem, and tells warnings', async () => {
    const out = temporaryFolder();
    const file = slip();
    const { code, err } = await facteur(['generate', who, '--profile', file, '--out', out, '--quiet']);
    expect(code).toBe(0);
    expect(err).toMatch(/^[^\n]+warning: on port 587[^\n]+$/);
    expect((await facteur(['generate', who, '--out', out, '--force', '--quiet'])).err).toBe('');
    expect((await facteur(['generate', who, '--out', out, '--quiet=false'])).err).not.toBe('');
  });

  test('tells mistakes, and why nothing was made', async () => {
    expect((await facteur(['explain', 'a b@cnrs.fr', '--quiet'])).err).toContain('has a space');
    const file = slip();
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('[password]', '[certificate]'));
    const ask = ['generate', who, '--client', 'msmtp', ...DRY, '--quiet', '--profile', file];
    const { code, err } = await facteur(ask);
    expect(code).toBe(1);
    expect(err).toContain('msmtp/config: ');
  });

  test('prints the answer all the same', async () => {
    expect((await facteur(['explain', who, '--quiet'])).out).toContain('prenom.nom@ods.services');
    expect(JSON.parse((await facteur(['generate', who, ...DRY, '--quiet', '--json'])).out).bundles).toHaveLength(1);
  });
});
