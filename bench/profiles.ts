import { InputError } from '../src/errors.ts';
import { parseProfile } from '../src/profile/file.ts';

/*
 * `npm run bench:profiles`: what a profile costs that is not like any. Four times as much should take four times as long (goal: at most 6 ×); the square of it
 * would be 16. Best of the rounds.
 */
const ROUNDS = 3;
const START = `id: a\nname: A\nshortName: A\norganization: A\nidentifier: org.example\nlanguages: [en]
incoming: [{ protocol: imap, host: a.example, security: tls }]\noutgoing: [{ host: a.example, security: tls }]\n`;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const domains = (list: string) => `${START}domains:\n${list}`;
const usual = domains(' - a.example\n');

const kinds: Readonly<Record<string, (count: number) => string>> = {
  domains: (count) => domains(lines(count, (i) => ` - d${i}.example\n`)),
  'unknown keys': (count) => usual + lines(count, (i) => `k${i}: x\n`),
  'keys that are there twice': (count) => usual + lines(count, (i) => `k${i % 100}: x\n`),
  anchors: (count) => usual + lines(count, (i) => `k${i}: &a${i} x\n`),
  'wrong domains': (count) => domains(' - a_b\n'.repeat(count)),
  'one domain': (count) => domains(' - a.example\n'.repeat(count)),
  commas: (count) => `a: [${','.repeat(count)}]`,
  'closing brackets': (count) => ']'.repeat(count),
  'white space in a certificate': (count) =>
    `${usual}certificateAuthority: "-----BEGIN CERTIFICATE-----${' '.repeat(count)}"\n`,
};

for (const [name, make] of Object.entries(kinds)) {
  const [once, four] = [7_500, 30_000].map((count) => best(make(count)));
  const ratio = (four ?? 0) / (once ?? 1);
  console.log(
    `${name.padEnd(32)}${(once ?? 0).toFixed(1).padStart(10)} ms${(four ?? 0).toFixed(1).padStart(10)} ms${ratio.toFixed(2).padStart(8)} ×`,
  );
}

function best(text: string): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    try {
      parseProfile(text, 'bench.yaml');
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
    return performance.now() - start;
  });
  return Math.min(...times);
}
