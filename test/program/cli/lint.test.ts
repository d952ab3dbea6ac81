import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../fixtures.ts';

/* The built program: exit codes, forms of the report, and files that are none. */

const place = mkdtempSync(join(tmpdir(), 'facteur-lint-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
let folders = 0;

function temporaryFolder(): string {
  folders += 1;
  const folder = join(place, String(folders));
  mkdirSync(folder);
  return folder;
}

const good = `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="example.org">
    <domain>example.org</domain>
    <displayName>Example</displayName>
    <displayShortName>Example</displayShortName>
    <incomingServer type="imap">
      <hostname>imap.example.org</hostname>
      <port>993</port>
      <socketType>SSL</socketType>
      <authentication>password-cleartext</authentication>
      <username>%EMAILADDRESS%</username>
    </incomingServer>
    <outgoingServer type="smtp">
      <hostname>smtp.example.org</hostname>
      <port>465</port>
      <socketType>SSL</socketType>
      <authentication>password-cleartext</authentication>
      <username>%EMAILADDRESS%</username>
    </outgoingServer>
  </emailProvider>
</clientConfig>
`;
const wrong = good.replace('<port>465</port>', '<port>587</port>');

function run(args: readonly string[], input?: string | Uint8Array) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli/main.js'), ...args, '--lang', 'en'],
    {
      encoding: 'utf8',
      ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
      timeout: 60_000,
      env: { ...process.env, LANG: 'C' },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

function written(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('a judged file', () => {
  const folder = written({ 'good.xml': good, 'wrong.txt': wrong });
  const [fine, bad] = [join(folder, 'good.xml'), join(folder, 'wrong.txt')];

  test('that is right ends with 0, and says nothing on standard output', () => {
    expect(run(['lint', fine])).toMatchObject({ code: 0, out: '' });
  });

  test('that is wrong ends with 1, a line for each fault with place, rule and remedy', () => {
    const { code, out } = run(['lint', bad]);
    expect(code).toBe(1);
    expect(out).toMatch(/wrong\.txt:16:7 {2}error: .*587.* — write port 465.*\[autoconfig\/port-socket\]$/m);
  });

  test('is told in JSON, SARIF and annotations alike', () => {
    const json = JSON.parse(run(['lint', fine, bad, '--json']).out);
    expect(json.files.map(({ kind }: { kind: string }) => kind)).toEqual(['client-config', 'client-config']);
    expect(json.files[1].problems[0]).toMatchObject({
      rule: 'autoconfig/port-socket',
      severity: 'error',
      line: 16,
      column: 7,
      field: 'port',
      clients: expect.arrayContaining(['thunderbird']),
    });
    const sarif = JSON.parse(run(['lint', bad, '--format', 'sarif']).out);
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: 'autoconfig/port-socket',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 16, startColumn: 7 } } }],
    });
    expect(run(['lint', bad, '--format', 'github']).out).toMatch(
      /^::error file=.*wrong\.txt,line=16,col=7,title=autoconfig\/port-socket::.+$/m,
    );
  });

  test('comes from standard input too', () => {
    expect(run(['lint', '-'], wrong)).toMatchObject({ code: 1, out: expect.stringMatching(/^stdin:16:7 /) });
  });

  test('is told as one client has it', () => {
    expect(run(['lint', bad, '--as', 'apple'])).toMatchObject({ code: 0, out: '' });
    expect(run(['lint', bad, '--as', 'thunderbrid']).err).toContain('did you mean thunderbird?');
  });

  test('in UTF-16 is read', () => {
    const utf16 = Buffer.from(`\ufeff${wrong}`, 'utf16le');
    expect(run(['lint', '-'], utf16).out).toMatch(/^stdin:16:7 /m);
  });

  test('that is half there is wrong, and no program reads it', () => {
    const { code, out } = run(['lint', '-'], good.slice(0, 400));
    expect(code).toBe(1);
    expect(out).toContain('[autoconfig/not-well-formed]');
  });
});

test('a bundle as it is made has no error in any file', () => {
  const folder = temporaryFolder();
  expect(run(['generate', 'prenom.nom@cnrs.fr', '--profile', 'cnrs', '--out', folder]).code).toBe(0);
  const bundle = join(folder, 'prenom.nom@cnrs.fr');
  const { artifacts } = JSON.parse(readFileSync(join(bundle, 'manifest.json'), 'utf8'));
  const paths = artifacts.map(({ path }: { path: string }) => join(bundle, path));
  // What is no configuration cannot be judged: pages, scripts, archives.
  const { files } = JSON.parse(run(['lint', ...paths, '--json']).out);
  type File = { path: string; kind: string; problems: { rule: string; severity: string }[] };
  const errors = files.flatMap(({ path, problems }: File) =>
    problems.filter(({ severity }) => severity === 'error').map(({ rule }) => `${path}: ${rule}`),
  );
  expect(errors).toEqual([]);
  expect([...new Set(files.map(({ kind }: File) => kind))].toSorted()).toEqual([
    'accountrc',
    'aerc',
    'autodiscover',
    'client-config',
    'k9s',
    'mbsyncrc',
    'mobileconfig',
    'msmtprc',
    'muttrc',
    'prf',
    'qr',
    'reg',
    'source',
  ]);
});

test('who may read a file counts where its program looks for it', () => {
  const folder = temporaryFolder();
  const text =
    '[ods]\nsource = imaps://ada%40login.example@imap.example.org:993\nsource-cred-cmd = pass ods\noutgoing = smtps://ada%40login.example@smtp.example.org:465\noutgoing-cred-cmd = pass ods\nfrom = Ada <ada@example.org>\n';
  const [made, used] = [join(folder, 'accounts.conf'), join(folder, '.config/aerc/accounts.conf')];
  mkdirSync(dirname(used), { recursive: true });
  for (const file of [made, used]) writeFileSync(file, text, { mode: 0o644 });
  expect(run(['lint', made]).code).toBe(0);
  expect(run(['lint', used])).toMatchObject({ code: 1, out: expect.stringContaining('[aerc/mode]') });
});

describe('what is no file to judge ends with 2 and one line', () => {
  const folder = written({
    'empty.xml': '',
    'prose.txt': 'Dear Ada,\n',
    'noise.bin': Uint8Array.from({ length: 5_000 }, (_, index) => (index * 197 + 31) % 256),
    'huge.xml': good,
  });
  truncateSync(join(folder, 'huge.xml'), 100_000_000);
  mkdirSync(join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'fifo')]);

  test.each([
    ['empty.xml', /is empty/],
    ['prose.txt', /nothing that can be judged/],
    ['noise.bin', /is no text/],
    ['huge.xml', /larger than 1 MB/],
    ['folder', /is a folder/],
    ['fifo', /is a pipe into which nobody/],
    ['absent', /is not there/],
    ['https://autoconfig.example.org/mail/config-v1.1.xml', /is an address of the web/],
    ['/dev/zero', /is a device/],
  ])('%s', (name, message) => {
    const { code, out, err } = run(['lint', /^(?:\/|https:)/.test(name) ? name : join(folder, name)]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('but the others are judged', () => {
    const path = join(folder, 'wrong.xml');
    writeFileSync(path, wrong);
    const { code, out, err } = run(['lint', join(folder, 'absent'), path]);
    expect(code).toBe(2);
    expect(out).toContain('[autoconfig/port-socket]');
    expect(err).toContain('is not there');
  });

  test('an input without end is not read to its end', () => {
    const { code, err } = run(['lint', '-'], Buffer.alloc(1_000_001, '<'));
    expect(code).toBe(2);
    expect(err).toContain('larger than 1 MB');
  });
});

describe('hostile XML', () => {
  test.each([
    [
      'entities that grow',
      `<!DOCTYPE clientConfig [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><clientConfig>&b;</clientConfig>`,
    ],
    [
      'a file of the computer',
      `<!DOCTYPE clientConfig [<!ENTITY a SYSTEM "file:///etc/passwd">]><clientConfig>&a;</clientConfig>`,
    ],
    ['too many levels', `<clientConfig>${'<a>'.repeat(10_000)}`],
    ['an entity that nobody has declared', '<clientConfig>&nbsp;</clientConfig>'],
  ])('with %s is wrong, and nothing is looked up', (_, file) => {
    const { code, out } = run(['lint', '-'], file);
    expect(code).toBe(1);
    expect(out).toMatch(/\[autoconfig\/(?:doctype|not-well-formed)\]/);
    expect(out).not.toMatch(/root:|aaaa/);
  });
});

test('a file beyond our limits is judged neither right nor wrong', () => {
  const deep = `<clientConfig>${'<a>'.repeat(30)}${'</a>'.repeat(30)}</clientConfig>`;
  for (const command of ['lint', 'import']) {
    const { code, out, err } = run([command, '-'], deep);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('deeper than the 24 levels that Facteur reads');
  }
});

describe('an import', () => {
  const folder = written({ 'good.xml': good });
  const file = join(folder, 'good.xml');

  test('is a profile from which the same mailbox is made', () => {
    const out = join(folder, 'profile.yaml');
    expect(run(['import', file, '--out', out])).toMatchObject({ code: 0, out: '' });
    const explained = run(['explain', 'ada@example.org', '--profile', out]);
    expect(explained.out).toMatch(/imap\.example\.org/);
    expect(run(['import', file, '--out', out])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is there already'),
    });
    expect(run(['import', file, '--out', out, '--force']).code).toBe(0);
  });

  test('is told in JSON with what was lost', () => {
    const lossy = good.replace('</emailProvider>', '<instruction url="https://a.example"/></emailProvider>');
    const { code, out } = run(['import', '-', '--json'], lossy);
    expect(code).toBe(0);
    const { profile, warnings } = JSON.parse(out);
    expect(profile).toContain('domains:');
    expect(warnings).toEqual([expect.objectContaining({ code: 'import.lost', file: 'stdin', line: 21 })]);
  });

  test.each([
    ['nothing', ''],
    ['line ends', '\r\n\r\n'],
    ['a byte-order mark', '\ufeff'],
  ])('of a file of %s says that it is empty', (_, text) => {
    expect(run(['import', '-'], text)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is empty: name another'),
    });
    expect(run(['lint', '-'], text)).toMatchObject({ code: 2, err: expect.stringContaining('is empty: name another') });
  });

  test('of what is nothing ends with 2', () => {
    expect(run(['import', '-'], 'Dear Ada')).toMatchObject({ code: 2, out: '' });
    expect(run(['import', file, '--address', 'nobody'])).toMatchObject({ code: 2, out: '' });
  });
});
