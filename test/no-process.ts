import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

/* Set up for the unit tests: they start no process. What does belongs to test/program, or to test/system. */

function refuse(): never {
  throw new Error(
    'a unit test starts no process: move it to test/program, or to test/system where it needs a program that is not ours',
  );
}

Object.assign(childProcess, { spawnSync: refuse, execSync: refuse, execFileSync: refuse });
// What the others of its functions, and cluster, come to.
Object.assign(childProcess.ChildProcess.prototype, { spawn: refuse });
syncBuiltinESMExports();
