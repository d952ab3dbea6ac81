import { defineConfig } from 'vitest/config';

/** A folder tells the project: test/program, test/system, and all else is a unit test. */
export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/program/**', 'test/system/**'],
          // They start no process: this sees to it.
          setupFiles: './test/no-process.ts',
          // The files share their modules: no test changes one, and loading them anew for each file took longer than the tests.
          isolate: false,
          // A thousand cases take minutes where other programs run too; no test here is about time.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'program',
          include: ['test/program/**/*.test.ts'],
          isolate: false,
          // A program that is started a hundred times takes minutes where others run too, and so does removing what it has made.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/system/**/*.test.ts'],
          globalSetup: './test/system/setup.ts',
          // Real programs: they start slowly on a busy machine. Each wait inside has a bound of its own.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A program with a window may miss a key or a click where others run too. What fails twice is a fault, and a second try is told.
          retry: 1,
          maxWorkers: 2,
        },
      },
    ],
  },
});
