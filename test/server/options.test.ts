import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { flags, readSettings } from '../../src/server/node/options.ts';
import { texts } from '../../src/words/index.ts';
import { facteur } from '../cli/terminal.ts';

function complaint(given: Readonly<Record<string, unknown>>, environment: Readonly<Record<string, string>> = {}) {
  try {
    readSettings(given, environment);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return undefined;
}

describe('settings', () => {
  test('have sound defaults', () => {
    expect(readSettings({}, {})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      profile: [],
      workers: 1,
      'trusted-proxy': [],
      'metrics-host': '127.0.0.1',
      'rate-limit': 600,
      'log-level': 'info',
      'body-limit': 65_536,
      'header-timeout': 5,
      'request-timeout': 10,
      'idle-timeout': 5,
      'any-domain': false,
      'proxy-idle-timeout': 650,
      'answer-timeout': 60,
      'stop-timeout': 10,
      'max-connections': 2000,
      'connections-per-client': 256,
    });
  });

  test('come from a flag before the environment, and from an empty variable not at all', () => {
    const environment = { FACTEUR_PORT: '81', FACTEUR_RATE_LIMIT: '7', FACTEUR_WORKERS: ' ', FACTEUR_LOG_LEVEL: '' };
    expect(readSettings({ port: '82' }, environment)).toMatchObject({ port: 82, 'rate-limit': 7, workers: 1 });
  });

  test('that are lists are repeated as flags and have commas in the environment', () => {
    const environment = { FACTEUR_TRUSTED_PROXY: '10.0.0.0/8, ::1', FACTEUR_PROFILE: 'cnrs' };
    expect(readSettings({}, environment)).toMatchObject({ 'trusted-proxy': ['10.0.0.0/8', '::1'], profile: ['cnrs'] });
    expect(readSettings({ profile: ['a', 'b'] }, environment).profile).toEqual(['a', 'b']);
  });

  test('have each a description in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const { options } = texts(language).cli.serve;
      expect(Object.keys(options)).toEqual(flags.map(({ name }) => name));
    }
  });

  test.each<[string, unknown, RegExp]>([
    ['port', '65536', /^--port {2}“65536” is not a whole number from 0 to 65535$/],
    ['port', '-1', /whole number/],
    ['port', '8e1', /whole number/],
    ['port', '', /whole number/],
    ['port', ['1', '2'], /^--port {2}“2” is one value too many/],
    ['port', false, /^--port {2}“false” is not a whole number/],
    ['host', 'not a host', /is not an address to listen on/],
    ['host', '1.2.3', /is not an address to listen on/],
    ['metrics-host', '', /is not an address to listen on/],
    ['metrics-port', 'x', /whole number/],
    ['metrics-port', '8080', /port 8080 is the port of the server/],
    ['canonical-host', 'https://example.org', /is not a host name/],
    ['canonical-host', 'example.org:99999', /is not a host name/],
    ['canonical-host', 'example.org\r\nSet-Cookie: x', /is not a host name/],
    ['tls-cert', 'cert.pem', /belong together/],
    ['tls-key', 'key.pem', /belong together/],
    ['profile', [''], /is empty/],
    ['workers', '0', /from 1 to 128, nor auto/],
    ['workers', '129', /from 1 to 128, nor auto/],
    ['workers', 'all', /from 1 to 128, nor auto/],
    ['trusted-proxy', ['10.0.0.0/33'], /is not an address or a network/],
    ['trusted-proxy', ['127.0.0.1', 'localhost'], /^--trusted-proxy {2}“localhost” is not an address or a network/],
    ['trusted-proxy', ['fe80::1%eth0'], /is not an address or a network/],
    ['trusted-proxy', ['::/129'], /is not an address or a network/],
    ['rate-limit', 'none', /whole number/],
    ['log-level', 'inf', /is not one of: debug, info, warn, error, silent — did you mean “info”\?/],
    ['log-level', 'constructor', /is not one of/],
    ['body-limit', '10', /from 1024 to 65536/],
    ['body-limit', '70000', /from 1024 to 65536/],
    ['header-timeout', '0', /from 1 to 120/],
    ['header-timeout', '11', /may not take longer than the request/],
    ['request-timeout', '4', /may not take longer than the request/],
    ['idle-timeout', '0', /from 1 to 300/],
    ['proxy-idle-timeout', '0', /from 1 to 3600/],
    ['answer-timeout', '0', /from 1 to 3600/],
    ['stop-timeout', '-5', /from 0 to 300/],
    ['max-connections', '0', /from 1 to 100000/],
    ['connections-per-client', '-1', /from 0 to 100000/],
  ])('--%s %j is refused in one line', (name, value, expected) => {
    const line = complaint({ [name]: value });
    expect(line).toMatch(expected);
    expect(line).not.toContain('\n');
  });

  test('name the variable that is wrong', () => {
    expect(complaint({}, { FACTEUR_PORT: 'http' })).toMatch(/^FACTEUR_PORT {2}“http” is not a whole number/);
  });

  test('are told from what Kubernetes announces a service with, in one line with the remedy', () => {
    const announced = 'tcp://10.0.0.1:80';
    for (const name of ['FACTEUR_PORT', 'FACTEUR_METRICS_PORT']) {
      const line = complaint({}, { [name]: announced });
      expect(line).toMatch(new RegExp(`^${name} {2}“${announced}” is no port: Kubernetes .*enableServiceLinks: false`));
      expect(line).not.toContain('\n');
    }
    expect(readSettings({ port: '81' }, { FACTEUR_PORT: announced }).port).toBe(81);
    expect(complaint({ port: announced })).toMatch(/whole number/);
  });

  test('are refused all at once', () => {
    expect(complaint({ port: 'x', workers: 'x' }, { FACTEUR_HOST: '?' })?.split('\n')).toHaveLength(3);
  });
});

describe('facteur serve', () => {
  test('takes no option and no argument that it does not know', async () => {
    for (const more of [['--prot', '1'], ['extra'], ['--', '--port']]) {
      const { code, err } = await facteur(['serve', ...more]);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^facteur: unknown option or argument: /) });
    }
  });

  test.each([
    [['serve', '--port', 'x'], /^--port {2}“x”/],
    [['serve', '--port'], /^facteur: --port needs a value — see facteur --help$/],
    [['serve', '--profile', '--port', '0'], /^facteur: --profile needs a value — see facteur --help$/],
    [
      ['serve', '--port', '0', '--host', '203.0.113.1'],
      /^--host {2}203\.0\.113\.1:0 cannot be listened on: EADDRNOTAVAIL$/,
    ],
    [['serve', '--profile', 'nobody'], /^there is no profile “nobody”/],
    [
      ['serve', '--tls-cert', '/none.pem', '--tls-key', '/none.pem'],
      /^--tls-cert {2}\/none\.pem cannot be read: ENOENT$/,
    ],
  ])('%j ends with 2 and one line, before anything listens', async (args, line) => {
    const { code, out, err } = await facteur(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
    expect(err).not.toContain('\n');
  });

  test('explains each setting, its default and its variable', async () => {
    const { out } = await facteur(['serve', '--help', '--lang', 'fr']);
    const text = out.replace(/\s+/g, ' ');
    for (const { name, environment } of flags) {
      expect(text).toContain(`--${name} `);
      expect(text).toContain(`(ou ${environment})`);
    }
    expect(text).toContain('[texte] [par défaut : 8080]');
  });
});
