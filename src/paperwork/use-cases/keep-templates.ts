import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { exportTypes } from '../../platform/documents/document-format.js';
import type { Download } from '../../platform/http/download.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { kanwilPrefix } from '../../platform/security/organisation.js';
import { newId } from '../../platform/text/tokens.js';
import type { UnitFact } from '../../units/index.js';
import { safeFileName } from '../../visits/index.js';
import { PaperError } from '../domain/error-codes.js';
import { letterKindWords, type LetterKind } from '../domain/letter-kinds.js';
import { writtenKinds } from '../domain/paper-kinds.js';
import { MOST_TEMPLATE_VERSIONS } from '../domain/template-limits.js';
import {
  LetterTemplateRepository,
  type TemplateFile,
  type TemplateVersion,
} from '../storage/letter-template-repository.js';
import { OfficePaperRepository } from '../storage/office-paper-repository.js';
import { CheckTemplate } from './check-template.js';
import { KeepOfficePapers } from './keep-office-papers.js';

export type { TemplateVersion };

/** What letters of one kind are written with. */
export interface KindTemplates {
  kind: LetterKind;
  /** The version that applies; null for the layout of Sambang. */
  applying: TemplateVersion | null;
  /** The office's own, the newest first. */
  versions: TemplateVersion[];
}

/** The templates of an office, kind by kind. */
export interface OfficeTemplates {
  office: UnitFact;
  kinds: KindTemplates[];
}

/** A template that is uploaded. */
export interface NewTemplate {
  kind: LetterKind;
  name: string;
  note: string;
  content: Buffer;
}

/** Keeps the Word templates of an office. */
@Injectable()
export class KeepTemplates {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly offices: KeepOfficePapers,
    private readonly papers: OfficePaperRepository,
    private readonly templates: LetterTemplateRepository,
    private readonly check: CheckTemplate,
  ) {}

  /** @throws RequestError `not-found` for what has no papers of its own, `not-allowed` */
  async read(actor: Actor, code: string): Promise<OfficeTemplates> {
    const office = await this.offices.office(actor, code);
    const kanwil = kanwilOf(office);
    const all = await this.templates.versions(kanwil === null ? [code] : [code, kanwil]);
    const kinds = writtenKinds.map((kind): KindTemplates => {
      const versions = all.filter((each) => each.kind === kind && each.organisation === code);
      const current = all.filter((each) => each.kind === kind && each.isCurrent);
      const applying = current.find(({ organisation }) => organisation === code) ?? current[0] ?? null;
      return { kind, applying, versions };
    });
    return { office, kinds };
  }

  /**
   * Keeps a template as a new version, with which letters are written from now on.
   *
   * @returns its id. @throws PaperError `template-unreadable`, `template-foreign`, `template-unsound`, `templates-full`;
   * RequestError as `read`
   */
  async add(actor: Actor, code: string, { kind, name, note, content }: NewTemplate): Promise<string> {
    await this.offices.office(actor, code);
    await this.check.execute(kind, content);
    return this.database.transaction(async () => {
      await this.papers.lock(code);
      const place = { organisation: code, kind };
      const there = await this.templates.count(place);
      if (there >= MOST_TEMPLATE_VERSIONS) throw new PaperError('templates-full');
      const id = newId();
      await this.templates.add({
        ...{ id, ...place, number: there + 1, name: safeFileName(name), size: content.length, content },
        ...{ note, isCurrent: false, uploadedBy: actor.personId, uploadedAt: this.clock.now() },
      });
      await this.templates.makeCurrent(place, id);
      return id;
    });
  }

  /** Writes letters with a former version again. @throws RequestError as `read` */
  async use(actor: Actor, code: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const { kind } = await this.own(actor, code, id);
      await this.papers.lock(code);
      await this.templates.makeCurrent({ organisation: code, kind }, id);
    });
  }

  /** Writes letters of a kind with the Kanwil's template again, or with the layout of Sambang. @throws RequestError as `read` */
  async retire(actor: Actor, code: string, kind: LetterKind): Promise<void> {
    await this.offices.office(actor, code);
    await this.database.transaction(async () => {
      await this.papers.lock(code);
      await this.templates.makeCurrent({ organisation: code, kind }, null);
    });
  }

  /** The file of a version as it was uploaded. @throws RequestError as `read` */
  async file(actor: Actor, code: string, id: string): Promise<Download> {
    const { kind, number, content } = await this.readable(actor, code, id);
    return download(`Templat ${letterKindWords[kind]} versi ${number}`, content);
  }

  /** What a version gives with facts that might be. @throws RequestError as `read` */
  async example(actor: Actor, code: string, id: string): Promise<Download> {
    const { kind, number, content } = await this.readable(actor, code, id);
    const filled = await this.check.example(kind, content);
    return download(`Contoh ${letterKindWords[kind]} versi ${number}`, filled);
  }

  private async own(actor: Actor, code: string, id: string): Promise<TemplateFile> {
    await this.offices.office(actor, code);
    const file = found(await this.templates.file(id));
    if (file.organisation !== code) throw new RequestError('not-found');
    return file;
  }

  /** One of the office's own, or of its Kanwil. */
  private async readable(actor: Actor, code: string, id: string): Promise<TemplateFile> {
    const office = await this.offices.office(actor, code);
    const file = found(await this.templates.file(id));
    if (![code, kanwilOf(office)].includes(file.organisation)) throw new RequestError('not-found');
    return file;
  }
}

/** The regional office whose templates an office takes where it has none; null for none but itself. */
const kanwilOf = ({ code, regionalOffice }: UnitFact): string | null =>
  regionalOffice === null || code === kanwilPrefix + regionalOffice ? null : kanwilPrefix + regionalOffice;

export const download = (name: string, content: Buffer): Download => ({
  name: safeFileName(`${name}.docx`.replaceAll(/[\\/]/g, '-')),
  mediaType: exportTypes.docx,
  content,
});
