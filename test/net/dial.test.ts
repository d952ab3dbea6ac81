import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { makeCertificate } from './certificates.ts';
import { PUBLIC, startWorld, testAuthority } from './world.ts';

const HOST = 'imap.example.org';
const zone = { [HOST]: [{ type: 'A', data: PUBLIC } as const] };

async function dialled(talk: (socket: Socket) => void, options = {}) {
  const world = await startWorld({ zone, tcp: { 143: talk } });
  const answer = await world.net(options).dial(HOST, 143, 'none');
  if (answer.status === 'failed') throw new Error(answer.detail);
  return { line: answer.line, world };
}

/** Speaks IMAP up to STARTTLS; `behind` stands in the same packet as its yes. */
async function starting(behind = '', names = [HOST]) {
  const { certificate, key } = await makeCertificate({ names, issuer: await testAuthority() });
  return (socket: Socket) => {
    socket.write('* OK ready\r\n');
    socket.once('data', () => {
      socket.write(`a1 OK begin\r\n${behind}`);
      const secured = new TLSSocket(socket, { isServer: true, cert: certificate, key });
      secured.on('error', () => {});
      secured.on('data', (bytes) => secured.write(`* secured ${bytes.toString().trim()}\r\n`));
    });
  };
}

describe('a dialogue', () => {
  test('goes line by line, in whatever pieces they come', async () => {
    const { line } = await dialled((socket) => {
      socket.write('* OK rea');
      setTimeout(() => socket.write('dy\r\n* two\n* three\r\n'), 30);
      socket.on('data', (bytes) => socket.write(`heard ${JSON.stringify(bytes.toString())}\r\n`));
    });
    expect([await line.read(), await line.read(), await line.read()]).toEqual(['* OK ready', '* two', '* three']);
    line.write('a1 NOOP');
    expect(await line.read()).toBe('heard "a1 NOOP\\r\\n"');
    line.write('a2 NOOP\r\n');
    expect(await line.read()).toBe('heard "a2 NOOP\\r\\n"');
    expect(line).toMatchObject({ ip: PUBLIC, tls: undefined });
    line.close();
    expect(await line.read()).toBeUndefined();
    line.write('too late');
  });

  test('reads what was said before the server went', async () => {
    const { line } = await dialled((socket) => socket.end('* BYE\r\n'));
    expect([await line.read(), await line.read()]).toEqual(['* BYE', undefined]);
  });

  test.each<[string, (socket: Socket) => void]>([
    ['a line without end', (socket) => socket.write('a'.repeat(100_000))],
    ['silence', () => {}],
    [
      'a byte now and then',
      (socket) => {
        const timer = setInterval(() => socket.write('a'), 50);
        socket.on('close', () => clearInterval(timer));
      },
    ],
  ])('ends with %s', async (_, talk) => {
    const { line } = await dialled(talk, { timeout: 600 });
    expect(await line.read()).toBeUndefined();
    line.close();
  });

  test('ends with lines without end', async () => {
    const { line } = await dialled((socket) => {
      const more = () => {
        while (socket.writable && socket.write('* spam spam spam\r\n'.repeat(50))) {}
      };
      socket.on('drain', more);
      more();
    });
    let lines = 0;
    while ((await line.read()) !== undefined) lines += 1;
    expect(lines).toBeGreaterThan(1_000);
    expect(lines).toBeLessThan(20_000);
  });

  test('ends with the limit of the whole', async () => {
    const whole = new AbortController();
    const { line } = await dialled(() => {}, { signal: whole.signal, timeout: 60_000 });
    const read = line.read();
    whole.abort();
    expect(await read).toBeUndefined();
  });

  test('may be one of many, and nothing is said of that', async () => {
    const said: Error[] = [];
    const hear = (warning: Error) => said.push(warning);
    process.on('warning', hear);
    const world = await startWorld({ zone, tcp: { 143: (socket) => socket.write('* OK\r\n') } });
    const net = world.net();
    const lines = await Promise.all(Array.from({ length: 30 }, () => net.dial(HOST, 143, 'none')));
    expect(lines.filter(({ status }) => status === 'connected')).toHaveLength(30);
    for (const each of lines) if (each.status === 'connected') each.line.close();
    // A warning comes in its own turn.
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('warning', hear);
    expect(said).toEqual([]);
  });

  test('a port that there is not is refused', async () => {
    const net = (await startWorld({ zone })).net();
    expect(await net.dial(HOST, 0, 'none')).toMatchObject({ status: 'failed', failure: 'unreachable' });
    expect(await net.dial(HOST, 70_000, 'tls')).toMatchObject({ status: 'failed', failure: 'unreachable' });
    expect(await net.dial(HOST, 993, 'tls')).toMatchObject({ status: 'failed', failure: 'connection-refused' });
  });
});

describe('STARTTLS', () => {
  test('goes on under TLS', async () => {
    const { line } = await dialled(await starting());
    await line.read();
    line.write('a1 STARTTLS');
    await line.read();
    expect(await line.startTls()).toMatchObject({ status: 'secured', dropped: 0, tls: { names: [HOST] } });
    line.write('a2 CAPABILITY');
    expect(await line.read()).toBe('* secured a2 CAPABILITY');
    expect(line.tls?.refusal).toBeUndefined();
    line.close();
  });

  test('counts what was said before it, and never reads it after', async () => {
    const injected = '* CAPABILITY AUTH=PLAIN\r\n';
    const { line } = await dialled(await starting(injected));
    await line.read();
    line.write('a1 STARTTLS');
    await line.read();
    expect(await line.startTls()).toMatchObject({ status: 'secured', dropped: injected.length });
    line.write('a2 CAPABILITY');
    expect(await line.read()).toBe('* secured a2 CAPABILITY');
    line.close();
  });

  test('names a certificate that does not fit, and ends', async () => {
    const { line } = await dialled(await starting('', ['other.example.org']));
    await line.read();
    line.write('a1 STARTTLS');
    await line.read();
    const answer = await line.startTls();
    expect(answer).toMatchObject({ failure: 'certificate', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(await line.read()).toBeUndefined();
  });

  test('that never finishes ends with the time of the question', async () => {
    const { line } = await dialled((socket) => socket.write('* OK\r\n'), { timeout: 500 });
    await line.read();
    expect(await line.startTls()).toMatchObject({ status: 'failed', failure: 'timed-out' });
  });
});
