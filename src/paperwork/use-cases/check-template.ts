import { Injectable } from '@nestjs/common';
import { PaperError } from '../domain/error-codes.js';
import { letterKindWords, type LetterKind } from '../domain/letter-kinds.js';
import { isWrittenOfTrips, paperKindOf, writePaper } from '../domain/paper-kinds.js';
import {
  placeOfName,
  templateFaults,
  type TemplateFault,
  type TemplateText,
} from '../domain/template-check.js';
import { templateExample } from '../domain/template-example.js';
import { templateFields } from '../domain/template-fields.js';
import { FillTemplates } from './fill-templates.js';

/** Why the library refuses a template whose names are all known, by its own codes. */
const refusals: Readonly<Record<string, string>> = {
  loop_position_invalid: 'pembuka dan penutup daftar harus di sel, baris, atau paragraf yang sepadan',
  no_xml_tag_found_at_left: 'daftar ini tidak dapat diulang di tempat itu',
  no_xml_tag_found_at_right: 'daftar ini tidak dapat diulang di tempat itu',
  unbalanced_loop_tags: 'pembuka dan penutup daftar berada pada tabel yang berbeda',
};

/** Checks what is uploaded as a template, and tries it. */
@Injectable()
export class CheckTemplate {
  constructor(private readonly fill: FillTemplates) {}

  /** @throws PaperError `template-unreadable`, `template-foreign`; `template-unsound` with every fault and its place */
  async execute(kind: LetterKind, content: Buffer): Promise<void> {
    const { openWord, paragraphsOf } = await import('../../platform/documents/word-template.js');
    const word = openWord(content);
    if ('fault' in word) {
      if (word.fault === 'unreadable') throw new PaperError('template-unreadable');
      throw new PaperError('template-foreign', { why: word.fault, what: word.what });
    }
    const texts = word.parts.flatMap(paragraphsOf);
    refuse(templateFaults(texts, templateFields(kind)));
    await this.tryOut(kind, content, texts);
  }

  /** What a template gives with facts that might be. @throws PaperError `template-unsound` */
  async example(kind: LetterKind, content: Buffer): Promise<Buffer> {
    return this.tryOut(kind, content, []);
  }

  private async tryOut(kind: LetterKind, content: Buffer, texts: readonly TemplateText[]): Promise<Buffer> {
    const { UnfillableWord } = await import('../../platform/documents/word-template.js');
    const { facts, paper } = exampleOf(kind);
    try {
      const filled = await this.fill.fill({ content }, kind, facts, paper);
      return filled.content;
    } catch (thrown) {
      if (!(thrown instanceof UnfillableWord)) throw thrown;
      refuse(thrown.faults.map(({ id, name }) => faultOf(id, name, texts)));
      throw thrown;
    }
  }
}

/** Facts that might be, and the paper that is written of them without a template. */
export function exampleOf(kind: LetterKind) {
  const isTrip = isWrittenOfTrips(kind);
  const facts = templateExample({ isTrip });
  const written = paperKindOf({ kind, direction: 'out', tripId: null });
  const paper = written ? writePaper(written, facts) : { blocks: [], title: letterKindWords[kind] };
  return { facts, paper };
}

const faultOf = (id: string, name: string, texts: readonly TemplateText[]): TemplateFault => ({
  place: placeOfName(texts, name) ?? 'isi surat',
  message: `{${name}}: ${refusals[id] ?? 'tidak dapat diisi di tempat itu'}`,
});

function refuse(faults: readonly TemplateFault[]): void {
  if (faults.length === 0) return;
  const told = faults.map(({ place, message }, index) => ({
    field: `faults.${index}`,
    message: `${place}: ${message}`,
  }));
  throw new PaperError('template-unsound', {}, told);
}
