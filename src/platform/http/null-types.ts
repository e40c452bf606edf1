/** A schema as @nestjs/swagger writes it, in the manner of OpenAPI 3.0. */
interface Nullable {
  nullable: true;
  type?: string;
  enum?: unknown[];
  allOf?: unknown[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isNullable = (value: object): value is Nullable => 'nullable' in value && value.nullable === true;

/** Writes `null` as a type, as OpenAPI 3.1 has it, wherever a schema in the value is marked nullable. */
export function withNullTypes<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => withNullTypes(each)) as Value;
  if (!isObject(value)) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withNullTypes(each)]));
  return (isNullable(inside) ? nullType(inside) : inside) as Value;
}

function nullType({ nullable: _, type, allOf, ...said }: Nullable): object {
  if (allOf) return { ...said, anyOf: [...allOf, { type: 'null' }] };
  return { ...said, type: [type, 'null'], ...(said.enum && { enum: [...said.enum, null] }) };
}
