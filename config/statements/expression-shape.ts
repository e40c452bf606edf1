import { shapeOfVar, shapeOfOutput } from './columns-of.js';
import { keyOf, knowing, type Frame } from './frame.js';
import { isNode, nodesIn, numberIn, textOfConstant, type TreeNode } from './node-tree.js';
import { mayMiss, neverNull, nullOnlyForFirst, nullOnlyForNull } from './null-rules.js';
import { aggregateShape, windowShape } from './aggregate-shape.js';
import { jsonShape } from './json-shape.js';
import { anything, nothing, oneOf, type Shape } from './shape.js';

/** What an expression gives. What cannot be proven not to be NULL may be. */
export function shapeOf(node: TreeNode, frame: Frame): Shape {
  const shape = shapeBy(node, frame);
  return shape.isNullable && frame.proven.has(keyOf(frame, node)) ? { ...shape, isNullable: false } : shape;
}

function shapeBy(node: TreeNode, frame: Frame): Shape {
  switch (node.tag) {
    case 'VAR':
      return shapeOfVar(node, frame, shapeOf);
    case 'CONST':
      return constant(node);
    case 'PARAM':
      return parameter(node, frame);
    case 'FUNCEXPR':
      return functionCall(node, frame);
    case 'OPEXPR':
      return operation(node, frame);
    case 'AGGREF':
      return aggregateShape(node, frame, shapeOf);
    case 'WINDOWFUNC':
      return windowShape(node, frame, shapeOf);
    case 'SUBLINK':
      return sublink(node, frame);
    case 'CASEEXPR':
      return choice(node, frame);
    case 'COALESCEEXPR':
    case 'MINMAXEXPR': {
      const shapes = argumentsOf(node, frame);
      const type = numberIn(node['coalescetype'] ?? node['minmaxtype']);
      return oneOf(
        type,
        shapes,
        shapes.every(({ isNullable }) => isNullable),
      );
    }
    case 'RELABELTYPE':
    case 'COERCEVIAIO':
    case 'ARRAYCOERCEEXPR':
    case 'COLLATEEXPR':
      return converted(node, frame);
    default:
      return simple(node, frame);
  }
}

const BOOLEAN = 16;

function simple(node: TreeNode, frame: Frame): Shape {
  switch (node.tag) {
    case 'NULLTEST':
    case 'BOOLEANTEST':
    case 'DISTINCTEXPR':
      return anything(BOOLEAN, false);
    case 'BOOLEXPR':
      return anything(
        BOOLEAN,
        argumentsOf(node, frame).some(({ isNullable }) => isNullable),
      );
    case 'SCALARARRAYOPEXPR': {
      const [value, array] = argumentsOf(node, frame);
      return anything(
        BOOLEAN,
        !value || !array || value.isNullable || array.isNullable || elementMayBeNull(array),
      );
    }
    case 'ARRAYEXPR': {
      const shapes = nodesIn(node['elements']).map((each) => shapeOf(each, frame));
      const element = oneOf(
        numberIn(node['element_typeid']),
        shapes,
        shapes.some(({ isNullable }) => isNullable),
      );
      return { ...anything(numberIn(node['array_typeid']), false), element };
    }
    case 'ROWEXPR':
      return anything(numberIn(node['row_typeid']), false);
    case 'SQLVALUEFUNCTION':
      return anything(numberIn(node['type']), false);
    case 'GROUPINGFUNC':
      return anything(23, false);
    case 'NULLIFEXPR':
      return {
        ...anything(numberIn(node['opresulttype'])),
        sources: argumentsOf(node, frame)[0]?.sources ?? null,
      };
    default:
      return anything(0);
  }
}

const argumentsOf = (node: TreeNode, frame: Frame): Shape[] =>
  nodesIn(node['args']).map((arg) => shapeOf(arg, frame));

const elementMayBeNull = ({ element }: Shape): boolean => element !== 'none' && (element?.isNullable ?? true);

function constant(node: TreeNode): Shape {
  const type = numberIn(node['consttype']);
  if (node['constisnull'] === 'true') return nothing(type);
  const text = textOfConstant(node);
  const isEmptyList = JSON_TYPES.includes(type) && text === '\0\0\0@';
  return {
    ...anything(type, false),
    sources: text !== null && TEXT_TYPES.includes(type) ? [{ literal: text }] : null,
    element: isEmptyList ? 'none' : null,
  };
}

const TEXT_TYPES = [25, 705, 1043];
const JSON_TYPES = [3802];

/** `$1`: as the code gives it. What a subquery hands over is not looked into. */
function parameter(node: TreeNode, frame: Frame): Shape {
  const [type, given] = [numberIn(node['paramtype']), frame.of.parameters[numberIn(node['paramid']) - 1]];
  if (node['paramkind'] !== '0' || !given) return anything(type);
  const element = frame.of.catalog.types.get(type)?.element ?? 0;
  return { ...anything(type, given.isNullable), element: anything(element, given.hasNullableElements) };
}

function functionCall(node: TreeNode, frame: Frame): Shape {
  const type = numberIn(node['funcresulttype']);
  const called = frame.of.catalog.functions.get(numberIn(node['funcid']));
  const shapes = argumentsOf(node, frame);
  const json = called?.isBuiltIn ? jsonShape(called.name, nodesIn(node['args']), shapes, type) : null;
  if (json) return json;
  if (called?.name === 'unnest' && called.isBuiltIn) return elementShape(shapes[0], type);
  const isCast = node['funcformat'] !== '0';
  const isNullable = isCast ? shapes.some((shape) => shape.isNullable) : mayCallGiveNull(called, shapes);
  return { ...anything(type, isNullable), sources: isCast ? (shapes[0]?.sources ?? null) : null };
}

function mayCallGiveNull(
  called: { name: string; isBuiltIn: boolean } | undefined,
  given: readonly Shape[],
): boolean {
  if (!called?.isBuiltIn) return true;
  if (neverNull.has(called.name)) return false;
  if (nullOnlyForFirst.has(called.name)) return given[0]?.isNullable ?? true;
  return !nullOnlyForNull.has(called.name) || given.some(({ isNullable }) => isNullable);
}

function elementShape(array: Shape | undefined, type: number): Shape {
  return !array?.element || array.element === 'none' ? anything(type) : { ...array.element, type };
}

function operation(node: TreeNode, frame: Frame): Shape {
  const operator = frame.of.catalog.operators.get(numberIn(node['opno']));
  const isSafe = operator !== undefined && !mayMiss.has(operator.name);
  return anything(
    numberIn(node['opresulttype']),
    !isSafe || argumentsOf(node, frame).some(({ isNullable }) => isNullable),
  );
}

function converted(node: TreeNode, frame: Frame): Shape {
  const type = numberIn(node['resulttype'] ?? '0');
  if (!isNode(node['arg'])) return anything(type);
  const shape = shapeOf(node['arg'], frame);
  const isText = node.tag === 'RELABELTYPE' || TEXT_TYPES.includes(shape.type);
  return { ...shape, type: type || shape.type, sources: isText ? shape.sources : null };
}

/** CASE: each result where its condition holds, and those before it do not. */
function choice(node: TreeNode, frame: Frame): Shape {
  const shapes: Shape[] = [];
  let others = frame;
  for (const { expr, result } of nodesIn(node['args'])) {
    if (!isNode(expr) || !isNode(result)) continue;
    const isTested = node['arg'] === null;
    shapes.push(shapeOf(result, isTested ? knowing(others, expr, true) : others));
    if (isTested) others = knowing(others, expr, false);
  }
  if (isNode(node['defresult'])) shapes.push(shapeOf(node['defresult'], others));
  return oneOf(
    numberIn(node['casetype']),
    shapes,
    shapes.some(({ isNullable }) => isNullable),
  );
}

const [EXISTS, ANY, EXPR, ARRAY] = ['0', '2', '4', '6'];

function sublink(node: TreeNode, frame: Frame): Shape {
  const query = node['subselect'];
  if (!isNode(query)) return anything(0);
  const output = (): Shape => shapeOfOutput(query, firstOutput(query), frame, shapeOf);
  switch (String(node['subLinkType'])) {
    case EXISTS:
      return anything(BOOLEAN, false);
    case ARRAY:
      return { ...anything(0, false), element: output() };
    case EXPR: {
      const shape = output();
      return { ...shape, isNullable: shape.isNullable || !givesOneRow(query) };
    }
    case ANY:
      return anything(BOOLEAN, mayAnyBeNull(node, query, frame));
    default:
      return anything(BOOLEAN);
  }
}

/** `x IN (SELECT …)`, also of several columns: NULL on either side may make it NULL. */
function mayAnyBeNull(node: TreeNode, query: TreeNode, frame: Frame): boolean {
  const operands = isNode(node['testexpr']) ? operandsOf(node['testexpr']) : null;
  const outputs = nodesIn(query['targetList']).filter(({ resjunk }) => resjunk === 'false');
  if (!operands) return true;
  return (
    operands.some((each) => each.tag !== 'PARAM' && shapeOf(each, frame).isNullable) ||
    outputs.some(({ resno }) => shapeOfOutput(query, numberIn(resno), frame, shapeOf).isNullable)
  );
}

/** What comparisons, alone or joined by AND, compare; null for anything else. */
function operandsOf(node: TreeNode): TreeNode[] | null {
  if (node.tag === 'OPEXPR') return nodesIn(node['args']);
  if (node.tag !== 'BOOLEXPR') return null;
  const parts = nodesIn(node['args']).map(operandsOf);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

const firstOutput = (query: TreeNode): number =>
  numberIn(nodesIn(query['targetList']).find(({ resjunk }) => resjunk === 'false')?.['resno'] ?? '1');

/** Whether a query gives one row whatever the tables hold: a count of all, or a row without a table. */
function givesOneRow(query: TreeNode): boolean {
  if (query['limitCount'] !== null || query['limitOffset'] !== null || query['havingQual'] !== null)
    return false;
  if (query['setOperations'] !== null || query['hasTargetSRFs'] === 'true') return false;
  if (query['hasAggs'] === 'true') return query['groupClause'] === null && query['groupingSets'] === null;
  const from = query['jointree'];
  return isNode(from) && from['fromlist'] === null && from['quals'] === null;
}
