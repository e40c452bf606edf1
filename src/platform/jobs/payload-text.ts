const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/;
const CODE = /^[a-z]+([.-][a-z]+)*$/;
const LONGEST_CODE = 32;
const LONGEST_TEXT = 2000;

const tellsNobody = (text: string): boolean =>
  ID.test(text) || INSTANT.test(text) || (text.length <= LONGEST_CODE && CODE.test(text));

/**
 * A job's payload as it may stand in a log or on a page: numbers, ids, instants and codes as they are; of every other
 * text only how long it is, since it may be an address, a name or a secret.
 */
export function payloadText(payload: unknown): string {
  const text = JSON.stringify(payload ?? null, (_, value: unknown) =>
    typeof value !== 'string' || tellsNobody(value) ? value : `[${value.length} characters]`,
  );
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
