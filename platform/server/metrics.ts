import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The process's measurements for Prometheus: counts and times per route, never anything about a person. */
export interface Metrics {
  readonly observe: (route: string, status: number, seconds: number) => void;
  /** The text that `/metrics` answers. */
  readonly text: () => Promise<string>;
}

/** A registry of its own for each server, so that tests can run several in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'fullfolj_http_seconds',
    help: 'Server time per route',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.5, 2],
    registers: [registry],
  });
  const answers = new Counter({
    name: 'fullfolj_http_answers_total',
    help: 'Answers per route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  return {
    observe: (route, status, time) => {
      seconds.observe({ route }, time);
      answers.inc({ route, status });
    },
    text: () => registry.metrics(),
  };
}
