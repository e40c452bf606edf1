import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.js';

interface PageHeadingProps {
  title: string;
  /** A line under the title. */
  lead?: ComponentChildren;
  /** The way back: where to, and its name. */
  back?: readonly [href: string, name: string];
  /** What can be done here: links and buttons. */
  children?: ComponentChildren;
}

/** The top of a page: where one is, what it is, and what can be done. */
export function PageHeading({ title, lead, back, children }: PageHeadingProps): VNode {
  return (
    <div class="page-heading">
      <div class="page-heading-words">
        {back && (
          <a class="page-heading-back d-print-none" href={back[0]}>
            <Icon name="back" />
            {back[1]}
          </a>
        )}
        <h1>{title}</h1>
        {lead && <div class="text-secondary">{lead}</div>}
      </div>
      {children && <div class="btn-list d-print-none">{children}</div>}
    </div>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  /** What to do about it. */
  children: ComponentChildren;
}

/** What stands where there is nothing yet: what would be here, and what to do. */
export function Empty({ icon, title, children }: EmptyProps): VNode {
  return (
    <div class="empty-state">
      <Icon name={icon} />
      <p class="empty-state-title">{title}</p>
      <div class="text-secondary">{children}</div>
    </div>
  );
}
