import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Counts } from './counts.ts';

/** Counts for Prometheus, and the text of them. Nothing in a label comes from a request but its method, and that only where it is a usual one. */
export interface Metrics {
  readonly registry: Registry;
  readonly answered: NonNullable<Counts['answered']>;
  readonly refused: Counts['refused'];
  readonly reloaded: (result: 'ok' | 'kept') => void;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** @param connections how many there are now */
export function makeMetrics(connections: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'facteur_requests_total',
    help: 'Answered requests',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'facteur_request_duration_seconds',
    help: 'Time from the whole request to its answer',
    buckets: [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5],
    registers,
  });
  const refusals = new Counter({
    name: 'facteur_refused_total',
    help: 'Requests and connections turned away',
    labelNames: ['reason'] as const,
    registers,
  });
  const reloads = new Counter({
    name: 'facteur_reloads_total',
    help: 'Reloads of profiles and certificates; kept: the new ones were invalid and the old ones stay',
    labelNames: ['result'] as const,
    registers,
  });
  new Gauge({
    name: 'facteur_connections',
    help: 'Open connections',
    registers,
    collect() {
      this.set(connections());
    },
  });
  // A labelled child keeps its place in the counter: finding it by labels each time costs more than all the rest.
  const children = new Map<string, { inc: () => void }>();
  return {
    registry,
    answered: (method, route, status, seconds) => {
      const key = `${METHODS.has(method) ? method : 'other'} ${route} ${status}`;
      let child = children.get(key);
      if (child === undefined) {
        child = requests.labels({ method: METHODS.has(method) ? method : 'other', route, status: String(status) });
        children.set(key, child);
      }
      child.inc();
      durations.observe(seconds);
    },
    refused: (reason) => refusals.inc({ reason }),
    reloaded: (result) => reloads.inc({ result }),
  };
}

/** Lets the primary of a cluster ask this worker for its counts. */
export function shareMetrics({ registry }: Metrics): void {
  AggregatorRegistry.setRegistries(registry);
  new AggregatorRegistry();
}

/** The counts of all workers together, for the primary of a cluster. */
export function sharedMetrics(): () => Promise<string> {
  const all = new AggregatorRegistry();
  return () => all.clusterMetrics();
}
