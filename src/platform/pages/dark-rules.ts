const DARK = '[data-bs-theme=dark]';

/**
 * The rules of a Bootstrap stylesheet that hold under `data-bs-theme="dark"`, made to hold for the whole page, for
 * a `<link media="(prefers-color-scheme: dark)">`: the theme then follows the device without any script. Selectors
 * keep their weight, because `:root` counts as much as an attribute. Rules inside at-rules are left out.
 */
export function darkRules(css: string): string {
  const rules: string[] = [];
  for (const [selectors, body] of topLevelRules(css)) {
    const dark = selectors.split(',').filter(isDark).map(forWholePage);
    if (dark.length > 0) rules.push(`${dark.join(',')}{${body}}`);
  }
  return rules.join('\n');
}

/** Whether a selector starts at the themed root itself; themes within themes are not used. */
function isDark(selector: string): boolean {
  const rest = selector.replace(/^:root(?=\[)/, '');
  return rest.startsWith(DARK) && !rest.slice(DARK.length).includes('data-bs-theme');
}

const forWholePage = (selector: string): string =>
  selector.replace(/^:root(?=\[)/, '').replace(DARK, ':root');

/** Selectors and declarations of each rule outside at-rules. */
function* topLevelRules(css: string): Generator<[selectors: string, body: string]> {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@charset[^;]*;/, '');
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) return;
    const close = endOfBlock(text, open);
    const head = text.slice(at, open).trim();
    if (!head.startsWith('@')) yield [head, text.slice(open + 1, close)];
    at = close + 1;
  }
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}
