import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readEnvironment } from '../../config/environment.js';
import { inRepository } from './planted-tree.js';

interface Service {
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  environment: Record<string, string>;
  healthcheck?: { test: string[] };
  volumes: string[];
}

interface Compose {
  services: { app: Service; worker: Service; database: Service };
  volumes: Record<string, unknown>;
}

let dockerfile: string[];
let ignored: string[];
let compose: Compose;

const linesOf = async (file: string): Promise<string[]> =>
  (await readFile(inRepository(file), 'utf8')).split('\n').map((line) => line.trim());

beforeAll(async () => {
  dockerfile = await linesOf('Dockerfile');
  ignored = await linesOf('.dockerignore');
  compose = parse(await readFile(inRepository('compose.yaml'), 'utf8'), { merge: true }) as Compose;
});

const copies = (): { sources: string[]; fromStage: boolean }[] =>
  dockerfile
    .filter((line) => line.startsWith('COPY '))
    .map((line) => {
      const words = line.split(/\s+/).slice(1);
      const fromStage = words[0]?.startsWith('--from=') ?? false;
      return { sources: words.slice(fromStage ? 1 : 0, -1), fromStage };
    });

/** What `${NAME:-default}` and `${NAME:+instead}` of compose.yaml come to when nothing is set but the required, `given`. */
const filledIn = (value: string, given: string): string =>
  value.replace(/\$\{\w+:([-+?])([^}]*)\}/g, (_, kind: string, words: string) =>
    kind === '?' ? given : kind === '-' ? words : '',
  );

describe('The container', () => {
  test('copies only what exists and what .dockerignore lets in', () => {
    const fromTree = copies()
      .filter(({ fromStage }) => !fromStage)
      .flatMap(({ sources }) => sources);
    expect(fromTree).toContain('src');
    expect(fromTree.filter((path) => !existsSync(inRepository(path)))).toEqual([]);
    const tops = fromTree.map((path) => `!${path.split('/')[0]}`);
    expect(tops.filter((top) => !ignored.includes(top))).toEqual([]);
  });

  test('takes from the build what the build makes, and starts programs that it made', () => {
    const built = copies()
      .filter(({ fromStage }) => fromStage)
      .flatMap(({ sources }) => sources.map((path) => path.replace(/^\/app\//, '')));
    const command = JSON.parse(
      dockerfile.find((line) => line.startsWith('CMD '))?.slice('CMD '.length) ?? '[]',
    ) as string[];
    const programs = [command, compose.services.worker.command ?? []].map((words) => words.at(-1));
    expect(built).toEqual(['dist']);
    expect(programs).toEqual(['dist/src/main.js', 'dist/src/worker.js']);
    for (const path of [...built, ...programs]) expect(existsSync(inRepository(path ?? ''))).toBe(true);
  });

  test('does not run as root', () => {
    const [user] = dockerfile.filter((line) => line.startsWith('USER ')).slice(-1);
    expect(user).toBe('USER node');
  });
});

describe('compose.yaml', () => {
  test.each(['app', 'worker'] as const)('gives %s settings that the system takes', (name) => {
    const { environment } = compose.services[name];
    const settings = Object.fromEntries(
      Object.entries(environment).map(([key, value]) => [key, filledIn(value, 'rahasia')]),
    );
    const known = readEnvironment(settings);
    expect(known.DATABASE_URL).toBe('postgres://sambang:rahasia@database:5432/sambang');
    expect(known.JOBS).toBe(name === 'worker');
    expect(Object.keys(settings).filter((key) => !(key in known))).toEqual([]);
  });

  test('starts app and worker when the database is healthy', () => {
    const { app, worker, database } = compose.services;
    for (const { depends_on: needs } of [app, worker]) {
      expect(needs).toEqual({ database: { condition: 'service_healthy' } });
    }
    expect(database.healthcheck?.test).toContain('pg_isready');
  });

  test('names every volume it mounts', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes }) =>
      volumes.map((volume) => filledIn(volume, '').split(':')[0]),
    );
    expect([...new Set(mounted)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});
