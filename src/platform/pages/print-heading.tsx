import type { VNode } from 'preact';
import { Icon } from './icon.js';
import { PageHeading } from './page-heading.js';

interface PrintHeadingProps {
  title: string;
  /** How the paper is used, beside its size. */
  lead?: string;
  /** The page it came from: address and name. */
  back: [string, string];
}

/** Heads a page that is made for paper, with a button that prints it (`browser/print.js`); on paper it is left out. */
export function PrintHeading({ title, lead = '', back }: PrintHeadingProps): VNode {
  return (
    <div class="d-print-none">
      <PageHeading
        title={title}
        lead={`Kertas A4${lead}. Pilih Cetak pada menu peramban; di sana dapat juga disimpan sebagai PDF.`}
        back={back}
      >
        <button class="btn btn-primary" type="button" data-print hidden>
          <Icon name="printer" />
          Cetak
        </button>
      </PageHeading>
    </div>
  );
}
