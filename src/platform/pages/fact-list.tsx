import type { VNode } from 'preact';

/** Several things that one fact says, a line each; one alone stands as it is, and none is an empty text. */
export function factList(items: readonly string[]): VNode | string {
  if (items.length < 2) return items[0] ?? '';
  return (
    <ul class="mb-0 ps-3">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
