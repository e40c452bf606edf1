import { visitStates } from '../src/visits/domain/visit-vocabulary.ts';
import { roles } from '../src/platform/security/actor.ts';

/**
 * Rules that keep the names of a closed set where its table stands. A name counts where the types say that it is one of
 * the set (compared, listed, a case, given), where an untyped text of the set's name is compared with it, in a list that
 * holds nothing else, and in SQL that compares the set's column with it. Ids and file names are no such places.
 *
 * @param {{ names: readonly string[], noun: string, message: string, given: boolean }} set `noun`: what a variable or
 *   column of it is called; `given`: whether the names may not be given to something either
 */
const namesStayInTheirTable = ({ names, noun, message, given }) => {
  const known = new Set(names);
  const called = new RegExp(`(?:^|_|[a-z])${noun}s?$`, 'i');
  const quoted = names.map((name) => `'${name}'`).join('|');
  const sql = new RegExp(
    `\\b(?:[a-z]+_)?${noun}\\s+(?:=|<>|!=|(?:NOT\\s+)?IN|IS\\s+(?:NOT\\s+)?DISTINCT\\s+FROM|WHEN)` +
      `[\\s(]*(?:(?:ANY|ALL|ARRAY)[\\s([]*)?(?:'[^']*',\\s*)*(?:${quoted})`,
    'i',
  );

  const create = (context) => {
    const services = context.sourceCode.parserServices;
    if (!services?.program) return {};
    const checker = services.program.getTypeChecker();
    const report = (node) => context.report({ node, messageId: 'forbidden' });

    /** Whether a type holds names of the set alone, and more than one of them. */
    const isOfSet = (type) => {
      const parts = (type?.isUnion() ? type.types : type ? [type] : []).filter(
        (part) => !['null', 'undefined'].includes(checker.typeToString(part)),
      );
      return parts.length > 1 && parts.every((part) => part.isStringLiteral?.() && known.has(part.value));
    };
    const isUntyped = (node) => {
      const name = node.type === 'MemberExpression' ? node.property.name : node.name;
      if (typeof name !== 'string' || !called.test(name)) return false;
      return checker.typeToString(services.getTypeAtLocation(node)).startsWith('string');
    };
    const isOne = (node) => isOfSet(services.getTypeAtLocation(node)) || isUntyped(node);
    const isExpected = (node) => isOfSet(checker.getContextualType(services.esTreeNodeToTSNodeMap.get(node)));

    const isComparedIn = (node, parent) => {
      if (parent.type === 'BinaryExpression') {
        return /^[!=]==?$/.test(parent.operator) && isOne(parent.left === node ? parent.right : parent.left);
      }
      return parent.type === 'SwitchCase' && isOne(parent.parent.discriminant);
    };
    const isListedIn = (node, parent) => {
      if (parent.type !== 'ArrayExpression') return false;
      const asks = parent.parent.type === 'MemberExpression' && parent.parent.parent;
      if (asks && asks.type === 'CallExpression' && asks.arguments[0] && isOne(asks.arguments[0]))
        return true;
      const holdsNothingElse = parent.elements.every(
        (each) => each?.type === 'Literal' && known.has(each.value),
      );
      return (parent.elements.length > 1 && holdsNothingElse) || isExpected(node);
    };
    const isNamed = (node, parent) =>
      isComparedIn(node, parent) || isListedIn(node, parent) || (given && isExpected(node));

    return {
      Literal: (node) => {
        if (typeof node.value !== 'string') return;
        if (known.has(node.value) && isNamed(node, node.parent)) report(node);
        else if (sql.test(node.value)) report(node);
      },
      TemplateElement: (node) => {
        if (sql.test(node.value.raw)) report(node);
      },
    };
  };
  return { meta: { type: 'problem', schema: [], messages: { forbidden: message } }, create };
};

export const closedSetRules = {
  'visit-states-are-asked-for-facts': namesStayInTheirTable({
    names: visitStates,
    noun: 'state',
    message: 'Ask for a fact (hasTrait, statesWith), not for the name of a state of a visit.',
    given: true,
  }),
  'roles-are-asked-for-capabilities': namesStayInTheirTable({
    names: roles,
    noun: 'role',
    message: 'Ask what somebody may do (can, rolesWith), not for the name of a role.',
    given: false,
  }),
};
