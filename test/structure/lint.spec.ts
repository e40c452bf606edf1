import { beforeAll, describe, expect, test } from '@jest/globals';
import { relative } from 'node:path';
import { inRepository, plantedFiles, plantedTree, runTool } from './planted-tree.js';

interface LintedFile {
  filePath: string;
  messages: { ruleId: string | null; message: string }[];
}

const tree = plantedTree('lint');
const planted = plantedFiles(tree);

let fired: Map<string, string[]>;
let houseRules: string[];

beforeAll(async () => {
  const module = (await import(inRepository('config/eslint-house-rules.js'))) as { houseRules: object };
  houseRules = Object.keys(module.houseRules).map((name) => `house/${name}`);
  const args = ['--config', inRepository('config/eslint.config.js'), '--format', 'json', '.'];
  const files = JSON.parse(await runTool('node_modules/eslint/bin/eslint.js', args, tree)) as LintedFile[];
  fired = new Map(
    files.map(({ filePath, messages }) => [
      relative(tree, filePath),
      [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))],
    ]),
  );
}, 120_000);

describe('lint', () => {
  test.each([...planted])('%s breaks %s', (path, rule) => {
    expect(fired.get(path)).toEqual(rule === undefined ? [] : [rule]);
  });

  test('every rule of the house has a planted violation', () => {
    const proven = new Set(planted.values());
    expect(houseRules.filter((rule) => !proven.has(rule))).toEqual([]);
  });
});
