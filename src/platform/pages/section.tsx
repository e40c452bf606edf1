import { Logger } from '@nestjs/common';
import { Component, options, type ComponentChildren, type VNode } from 'preact';
import { currentReference, newReference } from '../log/reference.js';

// Without it preact-render-to-string lets a fault through every boundary.
(options as { errorBoundaries?: boolean }).errorBoundaries = true;

/** What came of asking for a part of a page: what was found, or the reference of the fault that was logged. */
export type Gathered<Result> = { found: Result; reference: null } | { found: null; reference: string };

const logger = new Logger('pages');

/**
 * Logs once why a section of a page is missing.
 *
 * @returns the reference that the section shows in its place, to be quoted
 */
export function logSectionFault(error: unknown): string {
  const reference = currentReference() ?? newReference();
  logger.error(
    `section failed, ${reference}: ${String(error)}`,
    error instanceof Error ? error.stack : undefined,
  );
  return reference;
}

/** What stands in the place of a section that failed. */
export function SectionFault({ reference }: { reference: string }): VNode {
  return (
    <p class="alert alert-warning section-fault" role="status">
      Maaf, bagian ini sedang tidak dapat ditampilkan. Silakan muat ulang halaman ini. Bila tetap begini,
      mohon sampaikan kode <strong>{reference}</strong> kepada administrator.
    </p>
  );
}

/** A section of a page: when it cannot be rendered it says so, and the rest of the page stands. */
export class Section extends Component<{ children: ComponentChildren }, { reference?: string }> {
  static override getDerivedStateFromError(error: unknown): { reference: string } {
    return { reference: logSectionFault(error) };
  }

  override render(): ComponentChildren {
    const { reference } = this.state;
    return reference === undefined ? this.props.children : <SectionFault reference={reference} />;
  }
}

/** A part of a page as it was gathered, or why it is missing; null when there is nothing to show. */
export function sectionOf({ found, reference }: Gathered<VNode | null>): VNode | null {
  if (reference !== null) return <SectionFault reference={reference} />;
  return found && <Section>{found}</Section>;
}
