import { beforeAll, describe, expect, test } from '@jest/globals';
import { inRepository, plantedFiles, plantedTree, runTool } from './planted-tree.js';

interface Cruise {
  summary: { violations: { from: string; rule: { name: string }; cycle?: { name: string }[] }[] };
}

const tree = plantedTree('layers');
const planted = plantedFiles(tree);
const config = inRepository('config/dependency-cruiser.js');

let fired: Map<string, string[]>;
let rules: string[];

beforeAll(async () => {
  const module = (await import(config)) as { default: { forbidden: { name: string }[] } };
  rules = module.default.forbidden.map((rule) => rule.name);
  const args = ['--config', config, '--output-type', 'json', 'src', 'config', 'migrations', 'test'];
  const output = await runTool('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', args, tree);
  fired = new Map();
  for (const { from, rule, cycle } of (JSON.parse(output) as Cruise).summary.violations) {
    // A circle is told once, at one of its files.
    const files = cycle === undefined ? [from] : cycle.map(({ name }) => name);
    for (const file of files) fired.set(file, [...(fired.get(file) ?? []), rule.name]);
  }
}, 60_000);

describe('layers', () => {
  test.each([...planted])('%s breaks %s', (path, rule) => {
    expect(fired.get(path) ?? []).toEqual(rule === undefined ? [] : [rule]);
  });

  test('every rule has a planted violation', () => {
    const proven = new Set(planted.values());
    expect(rules.filter((rule) => !proven.has(rule))).toEqual([]);
  });

  test('every rule has a name of its own', () => {
    expect(new Set(rules).size).toBe(rules.length);
  });
});
