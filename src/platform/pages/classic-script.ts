import { findAsset, importsOf } from './assets.js';

/**
 * A browser module with all that it imports as one classic script, which every browser takes for a service worker
 * (module workers are younger). Names of the modules' own must differ, as they share one scope then.
 * Null when there is no such module.
 */
export function classicScript(name: string): string | null {
  if (!findAsset(name)) return null;
  // Whatever is imported comes first.
  const modules = [...importsOf(name)].reverse();
  return modules.map((each) => withoutModules(findAsset(each)?.content.toString('utf8') ?? '')).join('\n');
}

const withoutModules = (text: string): string =>
  text
    .replace(/^import\s[^;]*?\sfrom\s+'[^']+';[ \t]*$/gm, '')
    .replace(/^export \{\};?\s*$/gm, '')
    .replace(/^export (?=(?:async )?(?:function|const|let|class)\b)/gm, '');
