import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest wait for a server to answer, and for it to end when it is asked to. */
const PATIENCE = 20_000;

/** A server of the tests' own, with the processes that it starts. */
export interface Daemon {
  /** Asks it to end, ends it otherwise, and waits until nobody answers. */
  stop(): Promise<void>;
  /** Ends it at once, without waiting. */
  kill(): void;
}

export interface DaemonOptions {
  readonly command: string;
  readonly args: readonly string[];
  /** Where it listens: it has started when somebody answers at each of these ports. */
  readonly ip: string;
  readonly ports: readonly number[];
  /** The file that gets what it says before it has a log. */
  readonly output: string;
  /** What it has written so far, for the message when it does not start. */
  readonly log: () => string;
}

/**
 * Runs a command until it ends or its guard's input does: when the test wants it, and also when the test has been killed. (A signal at the parent's
 * death, prctl(2), does not do: Postfix loses it when it changes its user.)
 */
const GUARD = 'exec 3<&0 </dev/null; "$@" 3<&- & server=$!; (read -r _ <&3; kill "$server") & wait "$server"';

/** Starts a server that stays in the foreground, in a process group of its own. */
export async function startDaemon({ command, args, ip, ports, output, log }: DaemonOptions): Promise<Daemon> {
  const file = openSync(output, 'a');
  const child = spawn('sh', ['-c', GUARD, 'sh', command, ...args], {
    stdio: ['pipe', file, file],
    detached: true,
  });
  closeSync(file);
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const hasEnded = () => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  const kill = () => endGroup(child);
  const stop = async () => {
    if (!hasEnded()) {
      const exit = once(child, 'exit');
      child.stdin?.end();
      await Promise.race([exit, sleep(PATIENCE, undefined, { ref: false })]);
    }
    // Also those that it started and left.
    kill();
    await Promise.all(ports.map((port) => until(async () => !(await answers(ip, port)))));
  };
  for (const port of ports) {
    if ((await until(async () => hasEnded() || (await answers(ip, port)))) && !hasEnded()) continue;
    kill();
    const how = hasEnded() ? 'ended while starting' : `does not answer at ${ip}:${port}`;
    throw new Error(`${command} ${how}\n${log()}`, { cause: failure });
  }
  return { stop, kill };
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** Waits until it is so; `false` when it has not been so in time. */
async function until(condition: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}
