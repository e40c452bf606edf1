import type { Catalog } from './catalog.js';
import { isNode, nodesIn, numberIn, numbersIn, type Tree, type TreeNode } from './node-tree.js';

/** What is known of a parameter from the code that gives it. */
export interface Given {
  isNullable: boolean;
  hasNullableElements: boolean;
}

export interface Analysis {
  catalog: Catalog;
  parameters: readonly Given[];
}

/** A query inside of those around it, with what its rows are known to have. */
export interface Frame {
  of: Analysis;
  query: TreeNode;
  outer: Frame | null;
  depth: number;
  /** Expressions that are not NULL, by `keyOf`. */
  proven: ReadonlySet<string>;
  /** Outer joins that found a row: a column is there that they would have made NULL. */
  found: ReadonlySet<string>;
}

/** The frame of a query, whose WHERE and inner joins tell what its rows have. */
export function frameOf(of: Analysis, query: TreeNode, outer: Frame | null): Frame {
  const depth = outer ? outer.depth + 1 : 0;
  const bare: Frame = {
    of,
    query,
    outer,
    depth,
    proven: outer?.proven ?? new Set(),
    found: outer?.found ?? new Set(),
  };
  return [...conditionsIn(query['jointree']), query['havingQual']].reduce<Frame>(
    (frame, condition) => (isNode(condition) ? knowing(frame, condition, true) : frame),
    bare,
  );
}

/** Conditions that every row meets: WHERE, and those of inner joins. */
function conditionsIn(from: Tree | undefined): TreeNode[] {
  if (!isNode(from)) return [];
  if (from.tag === 'FROMEXPR') {
    return [
      ...(isNode(from['quals']) ? [from['quals']] : []),
      ...nodesIn(from['fromlist']).flatMap(conditionsIn),
    ];
  }
  if (from.tag !== 'JOINEXPR') return [];
  const own = from['jointype'] === '0' && isNode(from['quals']) ? [from['quals']] : [];
  return [...own, ...conditionsIn(from['larg']), ...conditionsIn(from['rarg'])];
}

/** The same expression has the same key in a query and in those inside of it. */
export function keyOf(frame: Frame, node: TreeNode): string {
  if (node.tag !== 'VAR') return `${frame.depth}:${JSON.stringify(node)}`;
  const depth = frame.depth - numberIn(node['varlevelsup']);
  return `${depth}:${String(node['varno'])}.${String(node['varattno'])}/${numbersIn(node['varnullingrels']).join()}`;
}

/** The outer joins that may make a column NULL; of a FULL JOIN, which either side may lack, for each table apart. */
function joinsOf(frame: Frame, node: TreeNode): string[] {
  const levels = numberIn(node['varlevelsup']);
  const entries = nodesIn(frameUp(frame, levels)?.query['rtable']);
  return numbersIn(node['varnullingrels']).map((join) => {
    const isFull = entries[join - 1]?.['jointype'] === '2';
    return `${frame.depth - levels}:${join}${isFull ? `.${String(node['varno'])}` : ''}`;
  });
}

/** The frame of a query so many levels further out. */
export function frameUp(frame: Frame, levels: number): Frame | null {
  let at: Frame | null = frame;
  for (let level = 0; level < levels && at; level++) at = at.outer;
  return at;
}

/** Whether the outer joins that may make a column NULL are known to have found their rows. */
export const isPresent = (frame: Frame, node: TreeNode): boolean =>
  joinsOf(frame, node).every((join) => frame.found.has(join));

/** The frame where a condition is known to be true, or not to be. */
export function knowing(frame: Frame, condition: TreeNode, truth: boolean): Frame {
  const nodes = provenBy(frame, condition, truth);
  const columns = nodes.filter(({ tag }) => tag === 'VAR');
  return {
    ...frame,
    proven: new Set([...frame.proven, ...nodes.map((node) => keyOf(frame, node))]),
    found: new Set([...frame.found, ...columns.flatMap((node) => joinsOf(frame, node))]),
  };
}

/** Expressions that cannot be NULL where the condition is true; with `truth` false, where it is false or NULL. */
function provenBy(frame: Frame, node: TreeNode, truth: boolean): TreeNode[] {
  const args = nodesIn(node['args']);
  switch (node.tag) {
    case 'BOOLEXPR':
      return provenByAll(frame, String(node['boolop']), args, truth);
    case 'NULLTEST':
      // 0 is IS NULL, 1 is IS NOT NULL.
      return isNode(node['arg']) && (node['nulltesttype'] === '1') === truth
        ? strictParts(frame, node['arg'])
        : [];
    case 'SCALARARRAYOPEXPR':
      return truth && node['useOr'] === 'true' ? args.flatMap((arg) => strictParts(frame, arg)) : [];
    case 'SUBLINK':
      return truth && isNode(node['testexpr']) && node['subLinkType'] === '2'
        ? provenBy(frame, node['testexpr'], true)
        : [];
    case 'OPEXPR':
    case 'FUNCEXPR':
    case 'VAR':
      return truth ? strictParts(frame, node) : [];
    default:
      return [];
  }
}

function provenByAll(frame: Frame, operator: string, args: readonly TreeNode[], truth: boolean): TreeNode[] {
  const [first] = args;
  if (operator === 'not') return first ? notBy(frame, first, truth) : [];
  const parts = args.map((arg) => provenBy(frame, arg, truth));
  if ((operator === 'and') === truth) return parts.flat();
  const keys = parts.map((part) => new Set(part.map((node) => keyOf(frame, node))));
  return (parts[0] ?? []).filter((node) => keys.every((known) => known.has(keyOf(frame, node))));
}

/** NOT is true only where its condition is false and not NULL: a comparison had both its sides. */
function notBy(frame: Frame, node: TreeNode, truth: boolean): TreeNode[] {
  if (node.tag === 'NULLTEST') return provenBy(frame, node, !truth);
  return truth && node.tag === 'OPEXPR' ? strictParts(frame, node) : [];
}

/** The parts of an expression that are not NULL when it is not. */
function strictParts(frame: Frame, node: TreeNode): TreeNode[] {
  const { functions, operators } = frame.of.catalog;
  const args = nodesIn(node['args']);
  switch (node.tag) {
    case 'RELABELTYPE':
    case 'COERCEVIAIO':
    case 'ARRAYCOERCEEXPR':
      return isNode(node['arg']) ? [node, ...strictParts(frame, node['arg'])] : [node];
    case 'OPEXPR':
      return operators.get(numberIn(node['opno']))?.isStrict
        ? [node, ...args.flatMap((arg) => strictParts(frame, arg))]
        : [node];
    case 'FUNCEXPR':
      return functions.get(numberIn(node['funcid']))?.isStrict
        ? [node, ...args.flatMap((arg) => strictParts(frame, arg))]
        : [node];
    default:
      return [node];
  }
}
