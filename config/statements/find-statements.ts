import ts from 'typescript';
import { explore } from './choices.js';
import { runBody } from './control-flow.js';
import { evaluate } from './expressions.js';
import { invoke } from './calls.js';
import { nameOfOwner, ownerOf, placeIn, type Project } from './program.js';
import { isText, Scope, structure, type Closure, type Value } from './values.js';
import { EndOfWay, opaqueAt, type Sent, type Walk } from './walk.js';

/** One text that a call sends, with what is given for its parameters. */
export interface Variant {
  text: string;
  /** Each way's parameters. */
  given: Value[];
}

/** A call of `query`. */
export interface Statement {
  call: ts.CallExpression;
  /** `src/visits/queries/list-visits.ts:84`. */
  place: string;
  file: string;
  /** `ListVisits.execute`. */
  owner: string;
  variants: Variant[];
  /** Why it cannot be read; null when it can. */
  unread: string | null;
}

/** Every call of `query`, with all that it may send. */
export function findStatements(project: Project): Statement[] {
  const calls = project.files.flatMap((file) => callsIn(file).filter(isQuery));
  const found = new Map(calls.map((call) => [call, statementOf(project, call)]));
  for (const owner of new Set(calls.map(ownerOf))) followOwner(project, owner, found);
  for (const statement of found.values()) {
    if (statement.variants.length === 0) statement.unread ??= 'no way through the code comes here';
  }
  return [...found.values()];
}

const isQuery = ({ expression }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) && expression.name.text === 'query';

function callsIn(file: ts.SourceFile): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}

function statementOf(project: Project, call: ts.CallExpression): Statement {
  const place = placeIn(project, call);
  const [file = ''] = place.split(':');
  return { call, place, file, owner: nameOfOwner(ownerOf(call)), variants: [], unread: null };
}

type Found = Map<ts.CallExpression, Statement>;

const DEEPEST_CALLERS = 3;

/** Walks through an owner; where a text is its caller's, through its callers. */
function followOwner(
  project: Project,
  owner: ts.Node,
  found: Found,
  forced: ReadonlySet<ts.Node> = new Set(),
): void {
  const askers = new Map<ts.Node, Statement[]>();
  const send = ({ call, text, parameters }: Sent): void => {
    const statement = found.get(call);
    if (!statement) return;
    if (isText(text)) addVariant(statement, text.value, parameters);
    else if (text.kind === 'opaque' && text.parameterOf && forced.size < DEEPEST_CALLERS) {
      askers.set(text.parameterOf, [...(askers.get(text.parameterOf) ?? []), statement]);
    } else {
      const culprit =
        text.kind === 'opaque' ? `${text.node.getText()} (${placeIn(project, text.node)})` : text.kind;
      statement.unread ??= `its text depends on ${culprit}`;
    }
  };
  try {
    walkThrough(project, owner, forced, send);
  } catch (error) {
    for (const [call, statement] of found) {
      if (ownerOf(call) === owner) statement.unread ??= (error as Error).message;
    }
  }
  for (const [asked, statements] of askers) {
    const callers = callersOf(project, asked);
    if (callers.size === 0) for (const each of statements) each.unread ??= `nobody calls ${each.owner}`;
    for (const caller of callers) followOwner(project, caller, found, new Set([...forced, asked]));
  }
}

function addVariant(statement: Statement, text: string, parameters: Value): void {
  const known = statement.variants.find((variant) => variant.text === text);
  if (known) known.given.push(parameters);
  else statement.variants.push({ text, given: [parameters] });
}

/** The owners that call a function. */
function callersOf({ files, checker }: Project, asked: ts.Node): Set<ts.Node> {
  const name = (asked as ts.NamedDeclaration).name?.getText() ?? '';
  const calls = files.flatMap(callsIn).filter(({ expression }) => expression.getText().endsWith(name));
  return new Set(
    calls.filter((call) => checker.getResolvedSignature(call)?.declaration === asked).map(ownerOf),
  );
}

function walkThrough(
  { checker }: Project,
  owner: ts.Node,
  forced: ReadonlySet<ts.Node>,
  send: Walk['send'],
): void {
  const relevant = new Set<string>();
  explore((choices) => {
    const walk: Walk = {
      checker,
      choices,
      relevant,
      forced,
      path: [],
      stack: [],
      effects: 0,
      send,
      evaluate: (node, scope) => evaluate(walk, node, scope),
      invoke: (closure, given, call) =>
        invoke(walk, closure, given, call, (node, scope) => runBody(walk, node, scope)),
    };
    try {
      runOwner(walk, owner);
    } catch (error) {
      if (!(error instanceof EndOfWay)) throw error;
    }
  });
}

function runOwner(walk: Walk, owner: ts.Node): void {
  const self = ts.isClassLike(owner.parent) ? structure([], owner.parent, true) : null;
  const scope = new Scope(null, self);
  for (const node of functionsOf(owner)) {
    const closure: Closure = { kind: 'closure', node, scope, self };
    walk.invoke(
      closure,
      node.parameters.map((parameter) => parameterValue(walk, parameter, node)),
      node,
    );
  }
}

/** A method itself; of a constant or a field the functions that stand in it. */
function functionsOf(owner: ts.Node): ts.FunctionLikeDeclaration[] {
  if (ts.isFunctionLike(owner)) return [owner as ts.FunctionLikeDeclaration];
  const functions: ts.FunctionLikeDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) functions.push(node as ts.FunctionLikeDeclaration);
    else ts.forEachChild(node, visit);
  };
  visit(owner);
  return functions;
}

const parameterValue = (walk: Walk, parameter: ts.ParameterDeclaration, node: ts.Node): Value =>
  opaqueAt(walk, parameter.name, { id: `${node.pos}(${parameter.name.getText()})`, parameterOf: node });
