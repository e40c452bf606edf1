import { readLabel } from '../../platform/text/field-description.js';
import {
  visitFields,
  visitGroups,
  type VisitField,
  type VisitFieldDescription,
  type VisitGroup,
} from './visit-fields.js';

/** The group of a field, or its own name. */
export type LineKey<Name extends VisitField> = Name extends unknown
  ? (typeof visitFields)[Name] extends { group: infer Group extends VisitGroup }
    ? Group
    : Name
  : never;

/** Fields that are read together under one name. */
interface FieldLine<Name extends VisitField> {
  key: LineKey<Name>;
  label: string;
  names: Name[];
}

/** Fields in the lines in which they are read: those of a group in one, under the group's name. */
export function fieldLines<Name extends VisitField>(names: readonly Name[]): FieldLine<Name>[] {
  const lines = new Map<string, FieldLine<Name>>();
  for (const name of names) {
    const field: VisitFieldDescription = visitFields[name];
    const { group } = field;
    const key = (group ?? name) as LineKey<Name>;
    const line = lines.get(key) ?? {
      key,
      label: group ? visitGroups[group] : readLabel(field),
      names: [],
    };
    line.names.push(name);
    lines.set(key, line);
  }
  return [...lines.values()];
}
