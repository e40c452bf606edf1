import type { VNode } from 'preact';
import { tableFormats } from '../documents/document-format.js';
import { Icon } from './icon.js';
import { pathWith, type Chosen } from './paging.js';

interface ExportLinksProps {
  /** Of the list: its files stand at `<path>/unduh`. */
  path: string;
  chosen: Chosen;
}

/** The ways to take a list away, all of it, with exactly the filter that is shown. */
export function ExportLinks({ path, chosen }: ExportLinksProps): VNode {
  const { cursor: _, ...filter } = chosen;
  return (
    <nav class="export-links" aria-label="Unduh daftar ini">
      <span>
        <Icon name="file" />
        Unduh daftar ini:
      </span>
      {Object.entries(tableFormats).map(([format, { name }]) => (
        <a key={format} href={pathWith(`${path}/unduh`, { ...filter, format })} download rel="nofollow">
          {name}
        </a>
      ))}
    </nav>
  );
}
