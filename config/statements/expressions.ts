import ts from 'typescript';
import { evaluateCall, evaluateNew } from './calls.js';
import { elementOf, fieldOf } from './fields.js';
import { asText, isNullish, isSame, isTrue, told } from './judgements.js';
import { isText, known, list, Scope, structure, type Value } from './values.js';
import { opaqueAt, type Walk } from './walk.js';

type Read<Node> = (walk: Walk, node: Node, scope: Scope) => Value;

/** What an expression gives, as far as it can be told. */
export const evaluate: Read<ts.Expression> = (walk, node, scope) => {
  if (ts.isStringLiteralLike(node)) return known(node.text);
  if (ts.isNumericLiteral(node)) return known(Number(node.text));
  if (ts.isTemplateExpression(node)) return template(walk, node, scope);
  if (ts.isIdentifier(node)) return identifier(walk, node, scope);
  if (ts.isPropertyAccessExpression(node)) return property(walk, node, scope);
  if (ts.isElementAccessExpression(node)) {
    return elementOf(
      walk,
      walk.evaluate(node.expression, scope),
      walk.evaluate(node.argumentExpression, scope),
      node,
    );
  }
  if (ts.isCallExpression(node)) return evaluateCall(walk, node, scope);
  if (ts.isNewExpression(node)) return evaluateNew(walk, node, scope);
  if (ts.isConditionalExpression(node)) {
    return walk.evaluate(
      isTrue(walk, walk.evaluate(node.condition, scope)) ? node.whenTrue : node.whenFalse,
      scope,
    );
  }
  if (ts.isBinaryExpression(node)) return binary(walk, node, scope);
  if (ts.isPrefixUnaryExpression(node)) return prefix(walk, node, scope);
  return compound(walk, node, scope);
};

const keywords = new Map<ts.SyntaxKind, boolean | null>([
  [ts.SyntaxKind.TrueKeyword, true],
  [ts.SyntaxKind.FalseKeyword, false],
  [ts.SyntaxKind.NullKeyword, null],
]);

const compound: Read<ts.Expression> = (walk, node, scope) => {
  if (ts.isArrayLiteralExpression(node)) return array(walk, node, scope);
  if (ts.isObjectLiteralExpression(node)) return object(walk, node, scope);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    return { kind: 'closure', node, scope, self: scope.self };
  }
  if (ts.isRegularExpressionLiteral(node)) {
    const [, source = '', flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
    return { kind: 'pattern', value: new RegExp(source, flags) };
  }
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node))
    return walk.evaluate(node.expression, scope);
  if (ts.isAsExpression(node) || ts.isNonNullExpression(node)) {
    const value = walk.evaluate(node.expression, scope);
    return value.kind === 'opaque' && !ts.isConstTypeReference(typeOf(node))
      ? opaqueAt(walk, node, value)
      : value;
  }
  if (ts.isAwaitExpression(node)) {
    const value = walk.evaluate(node.expression, scope);
    return value.kind === 'opaque' ? opaqueAt(walk, node, value) : value;
  }
  if (node.kind === ts.SyntaxKind.ThisKeyword) return scope.self ?? opaqueAt(walk, node);
  if (keywords.has(node.kind)) return known(keywords.get(node.kind));
  ts.forEachChild(node, (child) => void (isExpression(child) && walk.evaluate(child, scope)));
  return opaqueAt(walk, node);
};

const typeOf = (node: ts.AsExpression | ts.NonNullExpression): ts.Node =>
  ts.isAsExpression(node) ? node.type : node;

const isExpression = (node: ts.Node): node is ts.Expression => ts.isExpression(node) && !ts.isTypeNode(node);

const template: Read<ts.TemplateExpression> = (walk, { head, templateSpans }, scope) => {
  let text = head.text;
  let unread: Value | null = null;
  for (const span of templateSpans) {
    const part = asText(walk, walk.evaluate(span.expression, scope));
    if (typeof part === 'string') text += part + span.literal.text;
    else unread ??= part.kind === 'opaque' ? part : opaqueAt(walk, span.expression);
  }
  return unread ?? known(text);
};

const identifier: Read<ts.Identifier> = (walk, node, scope) => {
  if (node.text === 'undefined') return known(undefined);
  const symbol = symbolOf(walk, node);
  const value = symbol && scope.get(symbol);
  if (value?.kind === 'opaque') return told(walk, narrowed(walk, node, value));
  return value ?? (symbol ? declared(walk, symbol) : null) ?? opaqueAt(walk, node);
};

/** The checker may know more of a name here than where it came up; of `unknown` it knows less. */
function narrowed(walk: Walk, node: ts.Identifier, value: Value & { kind: 'opaque' }): Value {
  const here = walk.checker.getTypeAtLocation(node);
  const isMore = (here.flags & ts.TypeFlags.Never) === 0 && walk.checker.isTypeAssignableTo(here, value.type);
  return isMore ? { ...value, type: here } : value;
}

function symbolOf(walk: Walk, node: ts.Identifier): ts.Symbol | undefined {
  if (ts.isShorthandPropertyAssignment(node.parent)) {
    return walk.checker.getShorthandAssignmentValueSymbol(node.parent);
  }
  return walk.checker.getSymbolAtLocation(node);
}

/** What a name of a module stands for. */
function declared(walk: Walk, symbol: ts.Symbol): Value | null {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { valueDeclaration: declaration } = isAlias ? walk.checker.getAliasedSymbol(symbol) : symbol;
  if (!declaration || declaration.getSourceFile().isDeclarationFile) return null;
  const scope = new Scope(null, null);
  if (ts.isFunctionDeclaration(declaration)) return { kind: 'closure', node: declaration, scope, self: null };
  const isConstant =
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  if (!isConstant || !declaration.initializer || !ts.isSourceFile(declaration.parent.parent.parent))
    return null;
  return ts.isIdentifier(declaration.name) ? walk.evaluate(declaration.initializer, scope) : null;
}

const property: Read<ts.PropertyAccessExpression> = (walk, node, scope) => {
  const of = walk.evaluate(node.expression, scope);
  if (node.questionDotToken && isNullish(walk, of)) return known(undefined);
  return fieldOf(walk, of, node.name.text, node);
};

const binary: Read<ts.BinaryExpression> = (walk, node, scope) => {
  const operator = node.operatorToken.kind;
  if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) {
    return assignment(walk, node, scope);
  }
  const left = walk.evaluate(node.left, scope);
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken) {
    if (isTrue(walk, left)) return walk.evaluate(node.right, scope);
    return left.kind === 'opaque' ? known(false) : left;
  }
  if (operator === ts.SyntaxKind.BarBarToken) {
    return isTrue(walk, left) ? told(walk, left) : walk.evaluate(node.right, scope);
  }
  if (operator === ts.SyntaxKind.QuestionQuestionToken) {
    return isNullish(walk, left) ? walk.evaluate(node.right, scope) : told(walk, left);
  }
  const right = walk.evaluate(node.right, scope);
  return comparison(walk, node, left, right) ?? arithmetic(operator, left, right) ?? opaqueAt(walk, node);
};

function comparison(walk: Walk, node: ts.BinaryExpression, left: Value, right: Value): Value | null {
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken) return known(isSame(walk, left, right, node));
  if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken) return known(!isSame(walk, left, right, node));
  if (
    operator === ts.SyntaxKind.InKeyword &&
    right.kind === 'structure' &&
    !right.isPartial &&
    isText(left)
  ) {
    return known(right.fields.has(left.value));
  }
  if (node.right.kind !== ts.SyntaxKind.NullKeyword) return null;
  if (operator === ts.SyntaxKind.EqualsEqualsToken) return known(isNullish(walk, left));
  return operator === ts.SyntaxKind.ExclamationEqualsToken ? known(!isNullish(walk, left)) : null;
}

const operations = new Map<ts.SyntaxKind, (a: number, b: number) => number | boolean>([
  [ts.SyntaxKind.PlusToken, (a, b) => a + b],
  [ts.SyntaxKind.MinusToken, (a, b) => a - b],
  [ts.SyntaxKind.AsteriskToken, (a, b) => a * b],
  [ts.SyntaxKind.SlashToken, (a, b) => a / b],
  [ts.SyntaxKind.GreaterThanToken, (a, b) => a > b],
  [ts.SyntaxKind.LessThanToken, (a, b) => a < b],
  [ts.SyntaxKind.GreaterThanEqualsToken, (a, b) => a >= b],
  [ts.SyntaxKind.LessThanEqualsToken, (a, b) => a <= b],
]);

function arithmetic(operator: ts.SyntaxKind, left: Value, right: Value): Value | null {
  const operation = operations.get(operator);
  if (!operation || left.kind !== 'known' || right.kind !== 'known') return null;
  if (operator === ts.SyntaxKind.PlusToken && (isText(left) || isText(right))) {
    return known(`${left.value}${right.value}`);
  }
  return known(operation(Number(left.value), Number(right.value)));
}

const assignment: Read<ts.BinaryExpression> = (walk, node, scope) => {
  const added = walk.evaluate(node.right, scope);
  const value =
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken
      ? added
      : node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken
        ? (arithmetic(ts.SyntaxKind.PlusToken, walk.evaluate(node.left, scope), added) ??
          opaqueAt(walk, node))
        : opaqueAt(walk, node);
  if (ts.isIdentifier(node.left)) {
    const symbol = walk.checker.getSymbolAtLocation(node.left);
    if (symbol) scope.assign(symbol, value);
  } else if (ts.isPropertyAccessExpression(node.left)) {
    const of = walk.evaluate(node.left.expression, scope);
    if (of.kind === 'structure') of.fields.set(node.left.name.text, value);
    walk.effects++;
  }
  return value;
};

const prefix: Read<ts.PrefixUnaryExpression> = (walk, node, scope) => {
  const value = walk.evaluate(node.operand, scope);
  if (node.operator === ts.SyntaxKind.ExclamationToken) return known(!isTrue(walk, value));
  if (node.operator === ts.SyntaxKind.MinusToken && value.kind === 'known')
    return known(-Number(value.value));
  return opaqueAt(walk, node);
};

const array: Read<ts.ArrayLiteralExpression> = (walk, node, scope) => {
  const items: Value[] = [];
  for (const element of node.elements) {
    const isSpread = ts.isSpreadElement(element);
    const value = walk.evaluate(isSpread ? element.expression : element, scope);
    if (!isSpread) items.push(value);
    else if (value.kind === 'list') items.push(...value.items);
    else return opaqueAt(walk, node);
  }
  return list(items);
};

const object: Read<ts.ObjectLiteralExpression> = (walk, node, scope) => {
  const made = structure([]);
  for (const member of node.properties) {
    if (ts.isSpreadAssignment(member)) {
      const value = walk.evaluate(member.expression, scope);
      if (value.kind === 'structure') for (const [name, field] of value.fields) made.fields.set(name, field);
      else made.isPartial = true;
      continue;
    }
    const name = nameOf(walk, member.name, scope);
    if (name !== null) made.fields.set(name, memberOf(walk, member, scope));
  }
  return made;
};

function nameOf(walk: Walk, name: ts.PropertyName, scope: Scope): string | null {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  if (!ts.isComputedPropertyName(name)) return null;
  const text = asText(walk, walk.evaluate(name.expression, scope));
  return typeof text === 'string' ? text : null;
}

function memberOf(
  walk: Walk,
  member: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  scope: Scope,
): Value {
  if (ts.isPropertyAssignment(member)) return walk.evaluate(member.initializer, scope);
  if (ts.isShorthandPropertyAssignment(member)) return walk.evaluate(member.name, scope);
  return { kind: 'closure', node: member, scope, self: scope.self };
}
