import { Injectable } from '@nestjs/common';
import type { Paper } from '../../platform/text/paper.js';
import type { LetterKind } from '../domain/letter-kinds.js';
import type { PaperFacts } from '../domain/paper-facts.js';
import { templateData } from '../domain/template-fields.js';
import { LetterTemplateRepository, type TemplateFile } from '../storage/letter-template-repository.js';

/** A letter as it is known when its paper is written. */
interface WrittenLetter {
  organisation: string;
  kind: LetterKind;
  sentAt: Date | null;
  template: string | null;
}

/** A template filled in, and every text of it. */
export interface FilledTemplate {
  content: Buffer;
  texts: string[];
}

/** Fills in the templates of offices. */
@Injectable()
export class FillTemplates {
  constructor(private readonly templates: LetterTemplateRepository) {}

  /** The paper of a letter by its office's template; null where it has none. One that was sent keeps the template of that day. */
  async execute(letter: WrittenLetter, facts: PaperFacts, paper: Paper): Promise<FilledTemplate | null> {
    const id = letter.sentAt === null ? (await this.templates.applying(letter))?.id : letter.template;
    const template = id == null ? null : await this.templates.file(id);
    return template && this.fill(template, letter.kind, facts, paper);
  }

  /** @throws UnfillableWord, Error for what is no template */
  async fill(
    { content }: Pick<TemplateFile, 'content'>,
    kind: LetterKind,
    facts: PaperFacts,
    paper: Pick<Paper, 'blocks'>,
  ): Promise<FilledTemplate> {
    const { fillWord, openWord, paragraphsOf } = await import('../../platform/documents/word-template.js');
    const word = openWord(content);
    if ('fault' in word) throw new Error(`this is no template: ${word.fault} ${word.what}`);
    const data = templateData(kind, { ...facts, visit: facts.visits[0], paper });
    const filled = fillWord(word, data);
    const read = openWord(filled);
    if ('fault' in read) throw new Error(`what was filled in is no document: ${read.fault} ${read.what}`);
    return { content: filled, texts: read.parts.flatMap(paragraphsOf).map(({ text }) => text) };
  }
}
