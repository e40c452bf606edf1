import { textOfConstant, type TreeNode } from './node-tree.js';
import { anything, type Shape } from './shape.js';

/** What a function that builds JSON makes; null for any other. */
export function jsonShape(
  name: string,
  nodes: readonly TreeNode[],
  shapes: readonly Shape[],
  type: number,
): Shape | null {
  const [first] = shapes;
  switch (name) {
    case 'jsonb_build_object':
    case 'json_build_object':
      return { ...anything(type, false), fields: fieldsOf(nodes, shapes) };
    case 'jsonb_path_query_array':
      return first ? { ...first, type } : null;
    default:
      return null;
  }
}

/** Names and values by turns; null when a name is not written out. */
function fieldsOf(nodes: readonly TreeNode[], shapes: readonly Shape[]): Map<string, Shape> | null {
  const fields = new Map<string, Shape>();
  for (let index = 0; index + 1 < nodes.length; index += 2) {
    const [name, shape] = [nodes[index], shapes[index + 1]];
    const text = name?.tag === 'CONST' ? textOfConstant(name) : null;
    if (text === null || !shape) return null;
    fields.set(text, shape);
  }
  return fields;
}
