/** Takes what was typed while a newer copy of a part was on its way into that copy. */
import type { TypedField } from './typed-fields.js';

/** What a field said when the copy was asked for, and whether it was ticked. */
export type Said = [field: TypedField, value: string, isTicked: boolean | undefined];

/** The fields that say something else since, and where the cursor stands; once the copy is in its place it stands there again. */
export function carryTyped(old: Element, fresh: Element, before: readonly Said[]): void {
  for (const [field, value, isTicked] of before) {
    const isSame = field.value === value && (field as HTMLInputElement).checked === isTicked;
    if (isSame || !old.contains(field)) continue;
    const next = counterpartOf(field, fresh);
    if (next instanceof HTMLInputElement && field instanceof HTMLInputElement) next.checked = field.checked;
    if (next) next.value = field.value;
  }
  const focused = document.activeElement;
  const cursor = focused && old.contains(focused) ? cursorIn(focused) : null;
  queueMicrotask(() => {
    const again = document.activeElement;
    if (cursor && cursorIn(again)) (again as HTMLInputElement).setSelectionRange(...cursor);
  });
}

function counterpartOf({ id, name, type, value }: TypedField, part: Element): TypedField | undefined {
  return [...part.querySelectorAll<TypedField>('input, textarea, select')].find(
    (next) =>
      next.name === name &&
      next.id === id &&
      next.type === type &&
      (type !== 'radio' || next.value === value),
  );
}

/** Where the cursor stands in a field of text; null elsewhere. */
const cursorIn = (field: Element | null): [from: number, to: number] | null =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
  field.selectionStart !== null &&
  field.selectionEnd !== null
    ? [field.selectionStart, field.selectionEnd]
    : null;
