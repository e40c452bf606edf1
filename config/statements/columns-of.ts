import { frameOf, frameUp, isPresent, type Frame } from './frame.js';
import { isNode, nodesIn, numberIn, type TreeNode } from './node-tree.js';
import { anything, nothing, oneOf, type Shape } from './shape.js';

export type ShapeOf = (node: TreeNode, frame: Frame) => Shape;

const [RELATION, SUBQUERY, JOIN, FUNCTION, VALUES, CTE, GROUP] = ['0', '1', '2', '3', '5', '6', '9'];
const [SELECT, UPDATE, INSERT] = ['1', '2', '3'];

/** What a column that a statement names gives: of a table, a view, a subquery, a function … */
export function shapeOfVar(node: TreeNode, frame: Frame, shapeOf: ShapeOf): Shape {
  const at = frameUp(frame, numberIn(node['varlevelsup']));
  const entry = at && nodesIn(at.query['rtable'])[numberIn(node['varno']) - 1];
  const type = numberIn(node['vartype']);
  if (!at || !entry) return anything(type);
  const shape = shapeOfEntry(node, entry, { ...at, proven: frame.proven, found: frame.found }, shapeOf);
  const mayBeMissing = !isPresent(frame, node);
  // OLD is NULL of a new row, NEW of one that is gone.
  const mayBeNoRow = node['varreturningtype'] !== '0';
  return { ...shape, type, isNullable: shape.isNullable || mayBeMissing || mayBeNoRow };
}

function shapeOfEntry(node: TreeNode, entry: TreeNode, frame: Frame, shapeOf: ShapeOf): Shape {
  const [number, type] = [numberIn(node['varattno']), numberIn(node['vartype'])];
  switch (String(entry['rtekind'])) {
    case RELATION:
      return shapeOfColumn(node, entry, frame, shapeOf);
    case SUBQUERY:
      return isNode(entry['subquery'])
        ? shapeOfOutput(entry['subquery'], number, frame, shapeOf)
        : anything(type);
    case JOIN:
      return shapeAt(nodesIn(entry['joinaliasvars']), number, type, frame, shapeOf);
    case GROUP:
      return shapeAt(nodesIn(entry['groupexprs']), number, type, frame, shapeOf);
    case VALUES: {
      const rows = (Array.isArray(entry['values_lists']) ? entry['values_lists'] : []).map(nodesIn);
      const shapes = rows.map((row) => shapeAt(row, number, type, frame, shapeOf));
      return oneOf(
        type,
        shapes,
        shapes.some(({ isNullable }) => isNullable),
      );
    }
    case FUNCTION:
      return shapeOfFunctionColumn(entry, number, type, frame, shapeOf);
    case CTE:
      return shapeOfCteColumn(entry, number, type, frame, shapeOf);
    default:
      return anything(type);
  }
}

const shapeAt = (
  nodes: readonly TreeNode[],
  number: number,
  type: number,
  frame: Frame,
  shapeOf: ShapeOf,
): Shape => {
  const node = nodes[number - 1];
  return node ? shapeOf(node, frame) : anything(type);
};

function shapeOfColumn(node: TreeNode, entry: TreeNode, frame: Frame, shapeOf: ShapeOf): Shape {
  const [number, type] = [numberIn(node['varattno']), numberIn(node['vartype'])];
  const table = frame.of.catalog.tables.get(numberIn(entry['relid']));
  // A whole row, or a column of the system.
  if (number <= 0) return anything(type, false);
  if (!table) return anything(type);
  if (table.view)
    return shapeOfOutput(table.view, number, { ...frame, outer: null, proven: new Set() }, shapeOf);
  const column = table.columns.get(number);
  const written = writtenTo(node, frame);
  const sources = column ? [{ table: table.name, column: column.name }] : null;
  const element = frame.of.catalog.types.get(type)?.element ?? 0;
  return {
    ...anything(type),
    isNullable: !column?.isNotNull && (written ? shapeOf(written, before(frame)).isNullable : true),
    sources,
    element: element === 0 ? null : { ...anything(element, false), sources },
  };
}

/** Where a column of the table that is written is the one that stood before. */
const before = (frame: Frame): Frame => ({ ...frame, query: { ...frame.query, resultRelation: '0' } });

/** What RETURNING gives of a column that the statement itself writes. */
function writtenTo(node: TreeNode, { query }: Frame): TreeNode | null {
  const isTarget = node['varlevelsup'] === '0' && node['varno'] === query['resultRelation'];
  const isWritten =
    query['commandType'] === UPDATE || (query['commandType'] === INSERT && !query['onConflict']);
  if (!isTarget || !isWritten) return null;
  const entry = nodesIn(query['targetList']).find(({ resno }) => resno === node['varattno']);
  return isNode(entry?.['expr']) ? entry['expr'] : null;
}

/** A column of what a query gives. */
export function shapeOfOutput(query: TreeNode, number: number, outer: Frame | null, shapeOf: ShapeOf): Shape {
  const frame = outer && frameOf(outer.of, query, outer);
  if (!frame) return anything(0);
  const operands = setOperands(query['setOperations'] ?? null);
  const list = nodesIn(query[query['commandType'] === SELECT ? 'targetList' : 'returningList']);
  const entry = list.find(({ resno }) => numberIn(resno) === number);
  if (!isNode(entry?.['expr'])) return anything(0);
  if (operands.length === 0) return shapeOf(entry['expr'], frame);
  const entries = nodesIn(query['rtable']);
  const shapes = operands.map((index) => {
    const subquery = entries[index - 1]?.['subquery'];
    return isNode(subquery) ? shapeOfOutput(subquery, number, frame, shapeOf) : anything(0);
  });
  return oneOf(
    shapes[0]?.type ?? 0,
    shapes,
    shapes.some(({ isNullable }) => isNullable),
  );
}

/** The queries that UNION and the like join, by their numbers; of EXCEPT the first alone. */
function setOperands(node: TreeNode['x']): number[] {
  if (!isNode(node)) return [];
  if (node.tag === 'RANGETBLREF') return [numberIn(node['rtindex'])];
  const [left, right] = [setOperands(node['larg'] ?? null), setOperands(node['rarg'] ?? null)];
  return node['op'] === '3' ? left : [...left, ...right];
}

function shapeOfFunctionColumn(
  entry: TreeNode,
  number: number,
  type: number,
  frame: Frame,
  shapeOf: ShapeOf,
): Shape {
  const functions = nodesIn(entry['functions']);
  const names =
    isNode(entry['eref']) && Array.isArray(entry['eref']['colnames']) ? entry['eref']['colnames'].length : 0;
  if (entry['funcordinality'] === 'true' && number === names) return anything(type, false);
  const [only] = functions;
  // Several functions go on together until the longest ends.
  if (functions.length !== 1 || !isNode(only?.['funcexpr']) || only['funccolcount'] !== '1')
    return anything(type);
  return shapeOf(only['funcexpr'], frame);
}

/** Queries that are looked into at the moment: what a recursive one gives is what its other part gives. */
const underway = new Set<TreeNode>();

function shapeOfCteColumn(
  entry: TreeNode,
  number: number,
  type: number,
  frame: Frame,
  shapeOf: ShapeOf,
): Shape {
  const at = frameUp(frame, numberIn(entry['ctelevelsup']));
  const cte = nodesIn(at?.query['cteList']).find(({ ctename }) => ctename === entry['ctename']);
  const query = cte?.['ctequery'];
  if (!at || !isNode(query)) return anything(type);
  if (underway.has(query)) return { ...nothing(type), isNullable: false };
  underway.add(query);
  try {
    return shapeOfOutput(query, number, at, shapeOf);
  } finally {
    underway.delete(query);
  }
}
