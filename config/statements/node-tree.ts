/** A node of a statement as PostgreSQL analysed it; `tag` is its kind (`VAR`, `OPEXPR` …). */
export interface TreeNode {
  tag: string;
  [field: string]: Tree;
}

export type Tree = TreeNode | Tree[] | string | null;

/**
 * Reads the text of a `pg_node_tree`, as `nodeToString` of PostgreSQL writes it (src/backend/nodes/outfuncs.c,
 * read.c). @throws Error when it is something else
 */
export function readTree(text: string): Tree {
  const tokens = text.match(/[(){}]|"(?:\\.|[^"\\])*"|(?:\\.|[^\s(){}\\])+/gs) ?? [];
  let at = 0;
  const next = (): string => {
    const token = tokens[at++];
    if (token === undefined) throw new Error('the tree ends too early');
    return token;
  };

  function node(): TreeNode {
    const read: TreeNode = { tag: next() };
    for (let name = next(); name !== '}'; name = next()) read[name.slice(1)] = field();
    return read;
  }

  /** A constant is its length and its bytes; everything else one token, list or node. */
  function field(): Tree {
    const first = value();
    if (tokens[at] !== '[') return first;
    at++;
    const bytes: string[] = [];
    for (let byte = next(); byte !== ']'; byte = next()) bytes.push(byte);
    return bytes;
  }

  function value(): Tree {
    const token = next();
    if (token === '{') return node();
    if (token === '<>') return null;
    if (token !== '(') return token.replace(/^"|"$/g, '').replace(/\\(.)/gs, '$1');
    const items: Tree[] = [];
    while (tokens[at] !== ')') items.push(value());
    at++;
    return items;
  }

  return value();
}

export const isNode = (tree: Tree | undefined): tree is TreeNode =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

/** The nodes of a list, or of a field that holds one. */
export const nodesIn = (tree: Tree | undefined): TreeNode[] =>
  Array.isArray(tree) ? tree.filter(isNode) : [];

export const numberIn = (tree: Tree | undefined): number => Number(tree);

/** Members of a set or list of numbers, written `(b 1 2)`, `(i 1)` or `(o 25)`. */
export const numbersIn = (tree: Tree | undefined): number[] =>
  Array.isArray(tree) ? tree.map(Number).filter((number) => !Number.isNaN(number)) : [];

/** The text of a constant of a type of text; null for any other. */
export function textOfConstant(node: TreeNode): string | null {
  const length = numberIn(node['constlen']);
  if (length > 0 || !Array.isArray(node['constvalue'])) return null;
  const bytes = Buffer.from(node['constvalue'].map((byte) => Number(byte) & 0xff));
  // Four bytes of length come first (varlena), or a zero last (a literal that no type was asked of).
  return (length === -1 ? bytes.subarray(4) : bytes.subarray(0, -1)).toString('utf8');
}
