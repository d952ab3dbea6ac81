import { InputError } from '../src/errors.ts';
import { parseProfile } from '../src/profile/file.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { milliseconds } from './figures.ts';

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
const withServers = (count: number) =>
  lines(
    count,
    (i) =>
      ` - name: d${i}.example\n   incoming: [{ protocol: imap, host: imap.d${i}.example, security: tls }]\n` +
      `   outgoing: [{ host: smtp.d${i}.example, security: tls }]\n   webmail: https://webmail.d${i}.example/\n`,
  );
const usual = domains(' - a.example\n');

const kinds: Readonly<Record<string, (count: number) => string>> = {
  domains: (count) => domains(lines(count, (i) => ` - d${i}.example\n`)),
  // Fewer of them: 1 MB is as much as a profile may have.
  'domains with servers': (count) => domains(withServers(count / 15)),
  wildcards: (count) => domains(lines(count / 2, (i) => ` - "*.d${i}.example"\n`)),
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

/* A provider with as many domains, each with servers of its own, is there at once: what a command waits for it, in parts of what it may wait. */
const LIMIT = { domains: 500, milliseconds: 100 };
const many = domains(withServers(LIMIT.domains));
const load = () => {
  const profile = parseProfile(many, 'bench.yaml');
  return resolve({ address: `x@d${LIMIT.domains - 1}.example` }, [profile]);
};
const [first, warm] = [milliseconds(load), Math.min(...Array.from({ length: 15 }, () => milliseconds(load)))];
const part = (time: number) =>
  `${time.toFixed(1)} ms = ${(time / LIMIT.milliseconds).toFixed(2)} of ${LIMIT.milliseconds} ms`;
console.log(`${LIMIT.domains} domains with servers, read and resolved: ${part(warm)} (the first time ${part(first)})`);

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
