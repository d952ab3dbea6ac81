import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnrepresentableError } from '../../src/errors.ts';
import type { Context } from '../../src/template/context.ts';
import { type NotationName, notations } from '../../src/template/notation.ts';
import { texts } from '../arbitrary.ts';
import { readRegistryFile } from '../readers/registry.ts';
import { template } from '../render/fill.ts';
import { has } from './programs.ts';
import { makeWine } from './wine.ts';

/*
 * The property of test/render/round-trip.test.ts with programs for readers: many values in one file, because a program is slow to start. The seed is
 * fixed, so that a failure comes again. (Not with plistutil: its writer of binary lists, 2.2.0, breaks its own memory at hundreds of accented strings.)
 */

/** Values that the notation does not refuse. */
function writable(notation: NotationName, count: number): string[] {
  const { escape: escapeValue, encode } = notations[notation];
  const writes = (text: string) => {
    try {
      return encode(escapeValue(text)).length >= 0;
    } catch (error) {
      if (error instanceof UnrepresentableError) return false;
      throw error;
    }
  };
  return fc.sample(texts.filter(writes), { numRuns: count, seed: 2026 });
}

function write(notation: NotationName, text: string, values: Context[string]): Uint8Array {
  return notations[notation].encode(template(notation, text)({ values }));
}

function run(command: string, args: readonly string[], input: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync(command, args, { input, timeout: 30_000, maxBuffer: 64 * 2 ** 20 });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
  return stdout;
}

describe.skipIf(!has('xmllint'))('xmllint', () => {
  const values = writable('xml', 2000);
  const text = '<?xml version="1.0" encoding="UTF-8"?>\n<r>{{#each values}}<v a="{{this}}">{{this}}</v>{{/each}}</r>\n';

  test('reads in a document of 2 000 values what we wrote', () => {
    // Canonical XML (§2.3) has few escapes, and these in one way only.
    const canonical = run('xmllint', ['--nonet', '--c14n', '-'], write('xml', text, values)).toString();
    const found = [...canonical.matchAll(/<v a="([^"]*)">([^<]*)<\/v>/g)].map(([, a = '', v = '']) =>
      [a, v].map(unescaped),
    );
    expect(found).toEqual(values.map((value) => [value, value]));
  });

  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  function unescaped(escaped: string): string {
    return escaped.replace(/&(?:(amp|lt|gt|quot)|#x([0-9A-F]+));/g, (_, name: string | undefined, code: string) =>
      name === undefined ? String.fromCodePoint(Number.parseInt(code, 16)) : (entities[name] ?? ''),
    );
  }
});

describe.skipIf(!has('xmllint'))('xmllint --html', () => {
  test('finds no element in a page but ours', () => {
    const text =
      '<!doctype html><html><head><meta charset="utf-8"><title>t</title></head><body>{{#each values}}<p title="{{this}}">{{this}}</p>{{/each}}</body></html>\n';
    const html = write('html', text, writable('html', 500));
    const { stdout } = spawnSync('xmllint', ['--nonet', '--html', '--xmlout', '--xpath', 'count(//*)', '-'], {
      input: html,
    });
    expect(stdout.toString().trim()).toBe(String(5 + 500));
  });
});

describe.skipIf(!has('wine'))('reg.exe of wine', () => {
  test('imports from a .reg file of 500 values what we wrote', () => {
    const values = writable('reg', 500);
    const named = values.map((value, index) => ({ name: String(index), value }));
    const key = 'HKEY_CURRENT_USER\\Software\\Facteur Test';
    const text = `Windows Registry Editor Version 5.00\n\n[${key}]\n{{#each values}}\n{{name}}={{value}}\n{{/each}}\n\n`;
    const wine = makeWine();
    try {
      writeFileSync(join(wine.drive, 'values.reg'), write('reg', text, named));
      expect(wine.run(wine.drive, ['reg', 'import', 'C:\\values.reg']).status).toBe(0);
      expect(wine.run(wine.drive, ['reg', 'export', key, 'C:\\export.reg', '/y']).status).toBe(0);
      const found = readRegistryFile(readFileSync(join(wine.drive, 'export.reg'))).get(key);
      expect(found).toEqual(new Map(values.map((value, index) => [String(index), { sz: value }])));
    } finally {
      wine.remove();
    }
  });
});

describe.each(['neomutt', 'mutt'] as const)('%s', (program) => {
  test.skipIf(!has(program))('reads in a file of its own what we wrote', () => {
    // It replaces what is no UTF-8, or not printable in its view, when it prints.
    const values = writable('muttrc', 300).filter(
      (value) => value !== '' && !/[\x80-\x9f]|[^\p{L}\p{N}\p{P}\p{S} ]/u.test(value),
    );
    expect(values.length).toBeGreaterThan(40);
    const folder = mkdtempSync(join(tmpdir(), 'facteur-notation-'));
    try {
      const file = join(folder, 'rc');
      const found = values.slice(0, 60).map((value) => {
        writeFileSync(file, write('muttrc', '{{#each values}}set realname = {{this}}\n{{/each}}', [value]));
        const printed = execFileSync(program, ['-n', '-F', file, '-Q', 'realname'], {
          env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
          encoding: 'utf8',
          timeout: 30_000,
        });
        // It prints quotes and backslashes alone with a backslash.
        return /"(.*)"\n$/.exec(printed)?.[1]?.replace(/\\(.)/g, '$1');
      });
      expect(found).toEqual(values.slice(0, 60));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.skipIf(!has('msmtp'))('msmtp', () => {
  test('reads in accounts of its own what we wrote', () => {
    const values = writable('msmtprc', 200)
      .filter((value) => value !== '')
      .slice(0, 60);
    const folder = mkdtempSync(join(tmpdir(), 'facteur-notation-'));
    try {
      const file = join(folder, 'msmtprc');
      const named = values.map((value, index) => ({ name: `a${index}`, value }));
      const text = '{{#each values}}account {{name}}\nhost localhost\nuser {{value}}\n{{/each}}';
      writeFileSync(file, write('msmtprc', text, named), { mode: 0o600 });
      const found = named.map(({ name }) => {
        const printed = execFileSync('msmtp', ['-C', file, '-a', name, '--pretend', '-f', 'a@b', 'c@d'], {
          input: '',
          timeout: 30_000,
        }).toString();
        return /^user = (.*)$/m.exec(printed)?.[1];
      });
      expect(found).toEqual(values);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.skipIf(!has('python3'))('the TOML reader of Python', () => {
  test('reads in a document of 2 000 values what we wrote', () => {
    const values = writable('toml', 2000);
    const text = 'values = [{{#each values}}{{this}}, {{/each}}]\n';
    const program = 'import sys, tomllib, json; print(json.dumps(tomllib.load(sys.stdin.buffer)["values"]))';
    expect(JSON.parse(run('python3', ['-c', program], write('toml', text, values)).toString())).toEqual(values);
  });
});

describe.each(['sh', 'dash', 'bash', 'busybox'] as const)('%s', (shell) => {
  test.skipIf(!has(shell))('reads in a script of 2 000 values what we wrote', () => {
    const values = writable('sh', 2000);
    const script = write('sh', `{{#each values}}\nprintf '%s\\0' {{this}}\n{{/each}}\n`, values);
    const args = shell === 'busybox' ? ['sh'] : [];
    expect(run(shell, args, script).toString().split('\0').slice(0, -1)).toEqual(values);
  });
});
