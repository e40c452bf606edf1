import type { ShapeOf } from './columns-of.js';
import { knowing, type Frame } from './frame.js';
import { isNode, nodesIn, numberIn, type TreeNode } from './node-tree.js';
import { combines, countsNothing, gathers, ranks } from './null-rules.js';
import { anything, type Shape } from './shape.js';

const keepsText = new Set(['min', 'max']);
const gathersList = new Set(['array_agg', 'jsonb_agg', 'json_agg']);

/** An aggregate: of no rows it is NULL unless it counts, and without GROUP BY there may be none. */
export function aggregateShape(node: TreeNode, frame: Frame, shapeOf: ShapeOf): Shape {
  const type = numberIn(node['aggtype']);
  const called = frame.of.catalog.functions.get(numberIn(node['aggfnoid']));
  if (!called?.isBuiltIn) return anything(type);
  if (countsNothing.has(called.name)) return anything(type, false);
  const inside = isNode(node['aggfilter']) ? knowing(frame, node['aggfilter'], true) : frame;
  // What only sorts is no argument.
  const shapes = nodesIn(node['args']).flatMap(({ expr, resjunk }) =>
    isNode(expr) && resjunk === 'false' ? [shapeOf(expr, inside)] : [],
  );
  const { query } = frame;
  const isGrouped =
    query['groupClause'] !== null && query['groupingSets'] === null && node['agglevelsup'] === '0';
  const hasRows = isGrouped && node['aggfilter'] === null;
  const hasValues =
    gathers.has(called.name) || (combines.has(called.name) && !shapes.some((shape) => shape.isNullable));
  const [first] = shapes;
  return {
    ...anything(type, !(hasRows && hasValues)),
    sources: keepsText.has(called.name) ? (first?.sources ?? null) : null,
    element: gathersList.has(called.name) && first ? first : null,
  };
}

/** A function over a window. */
export function windowShape(node: TreeNode, frame: Frame, shapeOf: ShapeOf): Shape {
  const type = numberIn(node['wintype']);
  const called = frame.of.catalog.functions.get(numberIn(node['winfnoid']));
  if (called?.isBuiltIn && ranks.has(called.name)) return anything(type, false);
  const [first] = nodesIn(node['args']).map((arg) => shapeOf(arg, frame));
  return {
    ...anything(type),
    sources: called && keepsText.has(called.name) ? (first?.sources ?? null) : null,
  };
}
