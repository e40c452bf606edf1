import type { Catalog } from './catalog.js';
import type { Description } from './describe.js';
import { typeName } from './driver-kinds.js';
import type { Statement } from './find-statements.js';
import type { Shape } from './shape.js';

/** A text of a statement with what PostgreSQL says of it. */
export interface Described {
  text: string;
  description: Description;
  columns: readonly (readonly [string, Shape])[];
}

const HEAD = `-- Each statement of src/ as it is sent, with the types of its parameters and columns as PostgreSQL
-- describes them. Of one that conditions change, the longest and the shortest text stand here.\n`;

/** All statements as SQL to be read and compared, in the order of their files and lines. */
export function snapshotOf(
  catalog: Catalog,
  statements: readonly (readonly [Statement, readonly Described[]])[],
): string {
  const parts = [HEAD];
  let file = '';
  for (const [statement, described] of statements) {
    if (described.length === 0) continue;
    if (statement.file !== file) parts.push(`\n-- == ${statement.file}\n`);
    file = statement.file;
    const ordered = described.toSorted((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
    const shown = ordered.length > 1 ? [ordered[0], ordered.at(-1)] : ordered;
    const count = ordered.length > 2 ? `, ${ordered.length} texts` : '';
    for (const each of shown)
      if (each) parts.push(`\n-- ${statement.owner}${count}\n${textOf(catalog, each)}`);
  }
  return parts.join('');
}

function textOf(catalog: Catalog, { text, description, columns }: Described): string {
  const parameters = description.parameters.map((type, index) => `$${index + 1} ${typeName(catalog, type)}`);
  const described = [...columns].map(
    ([name, { type, isNullable }]) => `${name} ${typeName(catalog, type)}${isNullable ? ' | null' : ''}`,
  );
  return [
    ...(parameters.length > 0 ? [`-- takes ${parameters.join(', ')}`] : []),
    ...(described.length > 0 ? [`-- gives ${described.join(', ')}`] : []),
    `${linesOf(text).join('\n')};\n`,
  ].join('\n');
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, index) => (index === 0 ? line : `  ${line}`));
