import ts from 'typescript';
import { bind } from './bindings.js';
import { isSame, isTrue } from './judgements.js';
import { forEach } from './lists.js';
import { known, Scope, type Value } from './values.js';
import { EndOfWay, opaqueAt, placeOf, type Walk } from './walk.js';

/** How code ended before its last line: with what it returns, or out of a loop. */
type End = { returned: Value } | 'left' | null;

/** Runs a function's body. */
export function runBody(walk: Walk, node: ts.FunctionLikeDeclaration, scope: Scope): Value {
  const body = 'body' in node ? node.body : undefined;
  if (!body) return opaqueAt(walk, node);
  if (!ts.isBlock(body)) return walk.evaluate(body, scope);
  const end = runAll(walk, body.statements, new Scope(scope, scope.self));
  return end !== null && end !== 'left' ? end.returned : known(undefined);
}

function runAll(walk: Walk, statements: readonly ts.Statement[], scope: Scope): End {
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      bind(walk, statement.name, { kind: 'closure', node: statement, scope, self: scope.self }, scope);
    }
  }
  for (const statement of statements) {
    const end = run(walk, statement, scope);
    if (end !== null) return end;
  }
  return null;
}

function run(walk: Walk, node: ts.Statement, scope: Scope): End {
  if (ts.isVariableStatement(node)) declare(walk, node.declarationList, scope);
  else if (ts.isExpressionStatement(node)) walk.evaluate(node.expression, scope);
  else if (ts.isReturnStatement(node)) {
    return { returned: node.expression ? walk.evaluate(node.expression, scope) : known(undefined) };
  } else if (ts.isBlock(node)) return runAll(walk, node.statements, new Scope(scope, scope.self));
  else if (ts.isIfStatement(node)) {
    const branch = isTrue(walk, walk.evaluate(node.expression, scope))
      ? node.thenStatement
      : node.elseStatement;
    return branch ? run(walk, branch, scope) : null;
  } else if (ts.isSwitchStatement(node)) return runSwitch(walk, node, scope);
  else if (ts.isTryStatement(node)) return runTry(walk, node, scope);
  else if (ts.isForOfStatement(node)) return runForOf(walk, node, scope);
  else if (ts.isThrowStatement(node)) {
    walk.evaluate(node.expression, scope);
    throw new EndOfWay();
  } else if (ts.isBreakOrContinueStatement(node)) return 'left';
  else if (ts.isIterationStatement(node, false)) return runOnce(walk, node, scope);
  return null;
}

function declare(walk: Walk, { declarations }: ts.VariableDeclarationList, scope: Scope): void {
  for (const { name, initializer } of declarations) {
    bind(walk, name, initializer ? walk.evaluate(initializer, scope) : known(undefined), scope);
  }
}

function runSwitch(walk: Walk, { expression, caseBlock }: ts.SwitchStatement, scope: Scope): End {
  const value = walk.evaluate(expression, scope);
  const { clauses } = caseBlock;
  const isCase = (clause: ts.CaseOrDefaultClause): boolean =>
    ts.isCaseClause(clause) && isSame(walk, value, walk.evaluate(clause.expression, scope), clause);
  const found = clauses.findIndex(isCase);
  const start = found >= 0 ? found : clauses.findIndex(ts.isDefaultClause);
  if (start < 0) return null;
  const end = runAll(
    walk,
    clauses.slice(start).flatMap(({ statements }) => [...statements]),
    new Scope(scope, scope.self),
  );
  return end === 'left' ? null : end;
}

/** What is caught may be anything, so a handler that sends statements is walked as well. */
function runTry(walk: Walk, { tryBlock, catchClause, finallyBlock }: ts.TryStatement, scope: Scope): End {
  let end: End = null;
  let isCaught = catchClause !== undefined && walk.choices.decide(`${placeOf(catchClause)} caught`, 2) === 1;
  try {
    end = run(walk, tryBlock, scope);
  } catch (error) {
    if (!(error instanceof EndOfWay) || !catchClause) throw error;
    isCaught = true;
  }
  if (isCaught && catchClause) end = run(walk, catchClause.block, new Scope(scope, scope.self));
  return (finallyBlock ? run(walk, finallyBlock, scope) : null) ?? end;
}

function runForOf(walk: Walk, node: ts.ForOfStatement, scope: Scope): End {
  const of = walk.evaluate(node.expression, scope);
  let end: End = null;
  const runFor = (item: Value): void => {
    const inner = new Scope(scope, scope.self);
    if (ts.isVariableDeclarationList(node.initializer)) {
      for (const { name } of node.initializer.declarations) bind(walk, name, item, inner);
    }
    const ended = run(walk, node.statement, inner);
    if (ended !== 'left') end ??= ended;
  };
  if (of.kind === 'list') of.items.forEach(runFor);
  else if (of.kind === 'opaque') {
    forEach(walk, of, node, (item) => {
      runFor(item);
      return false;
    });
  }
  return end;
}

/** Other loops run once: what they send differs by nothing that is known here. */
function runOnce(walk: Walk, node: ts.IterationStatement, scope: Scope): End {
  const inner = new Scope(scope, scope.self);
  if (ts.isForStatement(node) && node.initializer && ts.isVariableDeclarationList(node.initializer)) {
    for (const { name } of node.initializer.declarations) bind(walk, name, opaqueAt(walk, name), inner);
  }
  const end = run(walk, node.statement, inner);
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) walk.evaluate(node.expression, inner);
  return end === 'left' ? null : end;
}
