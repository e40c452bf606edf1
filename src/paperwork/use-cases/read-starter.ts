import { noPictures } from '../../platform/text/paper.js';
import { Injectable } from '@nestjs/common';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import type { UnitFact } from '../../units/index.js';
import { letterKindWords, type LetterKind } from '../domain/letter-kinds.js';
import { templateData, templateFields, type TemplateField } from '../domain/template-fields.js';
import { starterPaper } from '../domain/template-starter.js';
import { exampleOf } from './check-template.js';
import { KeepOfficePapers } from './keep-office-papers.js';
import { download } from './keep-templates.js';

/** A placeholder with what it gives in the example: a text, or rows of them. */
export interface ShownField extends TemplateField {
  example: string | Record<string, string>[];
}

/** Tells what templates of a kind may name, and gives one to begin with. */
@Injectable()
export class ReadStarter {
  constructor(private readonly offices: KeepOfficePapers) {}

  /** @throws RequestError `not-found` for what has no papers of its own, `not-allowed` */
  async fields(
    actor: Actor,
    code: string,
    kind: LetterKind,
  ): Promise<{ office: UnitFact; fields: ShownField[] }> {
    const office = await this.offices.office(actor, code);
    const { facts, paper } = exampleOf(kind);
    const data = templateData(kind, { ...facts, visit: facts.visits[0], paper });
    const fields = templateFields(kind).map((field) => {
      const given = data[field.name] ?? '';
      const rows =
        typeof given === 'string'
          ? given
          : given.map((row) => (typeof row === 'string' ? { '.': row } : row));
      return { ...field, example: rows };
    });
    return { office, fields };
  }

  /** A Word document in which every placeholder of the kind stands. @throws RequestError as `fields` */
  async document(actor: Actor, code: string, kind: LetterKind): Promise<Download> {
    await this.offices.office(actor, code);
    const { writePaperWord } = await import('../../platform/documents/paper-word.js');
    const paper = starterPaper(letterKindWords[kind], templateFields(kind));
    return download(`Templat awal ${letterKindWords[kind]}`, await writePaperWord(paper, noPictures));
  }
}
