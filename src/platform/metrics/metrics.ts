import { Injectable } from '@nestjs/common';
import { Histogram, Registry } from 'prom-client';

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A request that was answered, or whose client left. */
export interface AnsweredRequest {
  method: string;
  /** The route as it is declared, so that no id becomes a series of its own. */
  route: string;
  status: number;
  ms: number;
}

/** What this process tells a collector (Prometheus); parts of it that others know are added to the registry. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until the answer to a request was sent, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  answered({ method, route, status, ms }: AnsweredRequest): void {
    this.requests.observe({ method, route, status: String(status) }, ms / 1000);
  }
}
