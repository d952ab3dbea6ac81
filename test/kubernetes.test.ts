import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './fixtures.ts';

interface Job {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly parallelism: number;
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string;
        readonly volumes: readonly { readonly name: string }[];
        readonly containers: readonly {
          readonly name: string;
          readonly command: readonly string[];
          readonly env: readonly { readonly name: string; readonly value: string }[];
          readonly volumeMounts: readonly { readonly name: string }[];
        }[];
      };
    };
  };
}

test('the job for Kubernetes makes each part once: as many pods as parts, each with the number of its own', () => {
  const job: Job = parse(readFileSync(join(root, 'deploy/kubernetes-generate.yaml'), 'utf8'));
  expect(job).toMatchObject({ apiVersion: 'batch/v1', kind: 'Job', spec: { completionMode: 'Indexed' } });
  const { completions, parallelism, template } = job.spec;
  const [container] = template.spec.containers;
  expect(parallelism).toBe(completions);
  expect(template.spec.restartPolicy).toBe('Never');
  expect(container?.env.find(({ name }) => name === 'PARTS')?.value).toBe(String(completions));
  const script = container?.command.at(-1) ?? '';
  expect(script).toContain('--shard "$((JOB_COMPLETION_INDEX + 1))/$PARTS"');
  const volumes = template.spec.volumes.map(({ name }) => name);
  for (const { name } of container?.volumeMounts ?? []) expect(volumes).toContain(name);
});
