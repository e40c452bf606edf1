import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { measureCpu } from './cpu-time.js';

/** What some requests cost: CPU time of this process and of PostgreSQL, in milliseconds. */
export interface Costs {
  p50: number;
  p95: number;
  /** The dearest of all, and what was asked. */
  most: number;
  dearest: string;
}

/** What each request costs when everything is warm: the least of some rounds, put in order over all requests. */
export async function costsOf(
  app: NestFastifyApplication,
  urls: readonly string[],
  { headers, rounds }: { headers: Record<string, string>; rounds: number },
): Promise<Costs> {
  const least = new Map<string, number>(urls.map((url) => [url, Infinity]));
  for (let round = 0; round < rounds; round++) {
    for (const url of urls) {
      const cpu = measureCpu(await backends(app));
      const { statusCode } = await app.inject({ url, headers });
      const cost = cpu();
      if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`);
      least.set(url, Math.min(cost, least.get(url) as number));
    }
  }
  const sorted = [...least].sort((a, b) => a[1] - b[1]);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.[1] ?? 0;
  const [dearest, most] = sorted.at(-1) ?? ['', 0];
  return { p50: at(0.5), p95: at(0.95), most, dearest };
}

async function backends(app: NestFastifyApplication): Promise<(number | null)[]> {
  const rows = await app
    .get(DataSource)
    .query<{ pid: number | null }[]>('SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
  return rows.map(({ pid }) => pid);
}
