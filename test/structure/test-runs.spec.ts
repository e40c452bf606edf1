import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

interface JestConfig {
  rootDir: string;
  reporters: string[];
  projects: [object, object];
}

interface Run {
  testResults: { name: string; message: string; assertionResults: { title: string; status: string }[] }[];
}

/** Runs the planted test files as `npm test` runs all others, one after the other. */
async function runPlanted(): Promise<{ code: number; said: string; run: Run }> {
  const folder = await mkdtemp(join(tmpdir(), 'sambang-planted-'));
  const outputFile = join(folder, 'run.json');
  const config = ((await import('../../config/jest.config.js' as string)) as { default: JestConfig }).default;
  const [unit] = config.projects;
  const planted = {
    ...unit,
    testMatch: ['<rootDir>/test/structure/planted/tests/*.spec.ts'],
    testPathIgnorePatterns: [],
    reporters: [config.reporters.at(-1)],
  };
  const values = ['node_modules/jest/bin/jest.js', '--runInBand', '--json', `--outputFile=${outputFile}`];
  const ended = await promisify(execFile)(
    process.execPath,
    [...values, '--config', JSON.stringify(planted)],
    {
      cwd: config.rootDir,
    },
  ).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, said: stdout }),
  );
  const run = JSON.parse(await readFile(outputFile, 'utf8')) as Run;
  await rm(folder, { recursive: true });
  return { ...ended, run };
}

test('A run tells each fault of a test file, and ends with how many', async () => {
  const { code, said, run } = await runPlanted();
  const statuses = Object.fromEntries(
    run.testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status }) => [title, status]),
    ),
  );
  expect(statuses).toEqual({
    'expects what is not so': 'failed',
    'never ends': 'failed',
    'leaves a rejection behind': 'failed',
    'is not run': 'failed',
    'is failed by it': 'failed',
    passes: 'passed',
    'replaces a function for this file': 'passed',
    'runs in the same worker, with no function left replaced': 'passed',
  });
  const unloadable = run.testResults.find(({ name }) => name.endsWith('unloadable.spec.ts'));
  expect(unloadable?.message).toContain('cannot be loaded');
  const faults = run.testResults.find(({ name }) => name.endsWith('faults.spec.ts'));
  expect(faults?.message).toContain('test/structure/planted/tests/faults.spec.ts:6:20');
  expect(said.trim().split('\n').at(-1)).toBe('3 passed, 6 failed');
  expect(code).toBe(1);
});
