import type { ComponentChildren, VNode } from 'preact';

/** A part of a page under a heading. */
export function Card({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <section class="card mb-3">
      <div class="card-header">
        <h2 class="card-title">{title}</h2>
      </div>
      {children}
    </section>
  );
}

/** Names and values; a line with an empty value is left out. */
export function Facts({ lines }: { lines: readonly (readonly [string, ComponentChildren])[] }): VNode {
  return (
    <dl class="facts">
      {lines
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <>
            <dt key={name}>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}
