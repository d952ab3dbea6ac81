import { askWorld } from '../src/discover/ask-world.ts';
import { subjectOf } from '../src/discover/subject.ts';
import { clientConfig, pacc, pox } from '../test/discover/documents.ts';
import { openWorld, type Page, type ZoneRecord } from '../test/net/loopback-world.ts';
import { median } from './figures.ts';

/*
 * `npm run bench:check`. All that is asked of a domain at once, against the slowest answer by itself: whatever waits for another, and whatever keeps the process busy, is in
 * between. Every server is of this process, on loopback; names take 20 to 60 ms, pages 100 ms to a second. Rounds alternate; a figure is the median of them.
 */
const GOAL = 1.2;
const ROUNDS = 7;
const SLOWEST = 1_000;
const DOMAIN = 'example.org';

const autodiscover = '/autodiscover/autodiscover';
const config = '/mail/config-v1.1.xml';
const srv = (port: number): ZoneRecord => ({
  type: 'SRV',
  data: { priority: 0, weight: 0, port, target: `mail.${DOMAIN}` },
});
const services = [
  '_imaps',
  '_imap',
  '_pop3s',
  '_pop3',
  '_submissions',
  '_submission',
  '_sieve',
  '_jmap',
  '_caldavs',
  '_carddavs',
];

const after =
  (delay: number, body: string): Page =>
  (_, response) => {
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'text/xml' }).end(body), delay);
  };
const slowest = `https://${DOMAIN}/.well-known/autoconfig${config}`;
const world = await openWorld({
  zone: {
    [DOMAIN]: [
      { type: 'A', data: '93.184.215.14' },
      { type: 'MX', data: { preference: 10, exchange: 'mx.in.hoster.net' } },
    ],
    ...Object.fromEntries(services.map((name, index) => [`${name}._tcp.${DOMAIN}`, [srv(1_000 + index)]])),
    [`_autodiscover._tcp.${DOMAIN}`]: [
      { type: 'SRV', data: { priority: 0, weight: 0, port: 443, target: 'srv.hoster.net' } },
    ],
  },
  dnsDelay: (name) => 20 + (name.length % 5) * 10,
  pages: {
    [`https://ua-auto-config.${DOMAIN}/.well-known/user-agent-configuration.json`]: after(500, pacc()),
    [`https://autoconfig.${DOMAIN}${config}`]: after(300, clientConfig()),
    [slowest]: after(SLOWEST, clientConfig()),
    [`http://autoconfig.${DOMAIN}${config}`]: after(400, clientConfig()),
    [`http://${DOMAIN}/.well-known/autoconfig${config}`]: after(200, clientConfig()),
    [`https://db.example.net/${DOMAIN}`]: after(600, clientConfig()),
    [`https://autoconfig.in.hoster.net${config}`]: after(250, clientConfig()),
    [`https://autoconfig.hoster.net${config}`]: after(350, clientConfig()),
    [`https://autodiscover.${DOMAIN}${autodiscover}.xml`]: after(450, pox()),
    [`https://${DOMAIN}${autodiscover}.xml`]: after(550, pox()),
    [`https://srv.hoster.net${autodiscover}.xml`]: after(150, pox()),
  },
});

const subject = subjectOf(DOMAIN, false);
const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};
let probes = 0;
const questions = () => world.requests.length + world.dns.asked.length;
const all = () =>
  milliseconds(async () => {
    const before = questions();
    await askWorld(subject, world.net(), new URL('https://db.example.net/'));
    probes = questions() - before;
  });
const alone = () => milliseconds(() => world.net().web({ method: 'GET', url: new URL(slowest) }));

// Certificates are made when a name is first asked for.
await all();
const rounds: [number, number][] = [];
for (let round = 0; round < ROUNDS; round += 1) rounds.push([await alone(), await all()]);
const [slow, whole] = [0, 1].map((side) => median(rounds.map((round) => round[side] ?? 0))) as [number, number];
const ratio = whole / slow;
console.log(
  `${probes} probes at once ${whole.toFixed(0)} ms   the slowest alone ${slow.toFixed(0)} ms   ${ratio.toFixed(2)} × (goal: at most ${GOAL} ×)`,
);
await world.close();
if (probes < 30 || ratio > GOAL) process.exitCode = 1;
