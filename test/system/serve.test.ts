import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Program, startProgram } from '../program/server/program.ts';
import { CANONICAL, profiles } from '../server/ask.ts';
import { describeClients } from '../server/clients.ts';
import { describeHostile } from '../server/hostile.ts';
import { fetchOver } from '../server/over-http.ts';
import { describePeople } from '../server/people.ts';
import { describeWire, dribble } from '../server/wire.ts';

/* The suites of the application, asked of the built program over connections. */
const folder = mkdtempSync(join(tmpdir(), 'facteur-profiles-'));
let server: Program;

beforeAll(async () => {
  // JSON is YAML.
  for (const profile of profiles) writeFileSync(join(folder, `${profile.id}.yaml`), JSON.stringify(profile));
  const limits = ['--rate-limit', '0', '--header-timeout', '2', '--request-timeout', '3'];
  const proxy = ['--trusted-proxy', '127.0.0.1', '--canonical-host', CANONICAL];
  server = await startProgram(['--port', '0', '--profile', folder, ...proxy, ...limits]);
});
afterAll(async () => {
  server.process.kill('SIGTERM');
  await server.ended;
  rmSync(folder, { recursive: true });
});

const fetch = fetchOver(() => server.url);
describeClients('facteur serve', fetch);
describePeople('facteur serve', fetch);
describeHostile('facteur serve', fetch, [
  { of: 'queries: 10 000 parameters', status: 431, because: 'request line and headers together have 16 kB' },
  { of: 'paths: MXYZPTLK of clientConfig', status: 400, because: 'Node knows the methods that are registered, only' },
]);
describeWire('facteur serve', () => server.url);

test('facteur serve: who sends slowly, or nothing, is cut', async () => {
  for (const text of await dribble(server.url, 5_000)) expect(text).toMatch(/^HTTP\/1\.1 408 /);
});
