import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { kanwilPrefix } from '../../platform/security/organisation.js';
import type { LetterKind } from '../domain/letter-kinds.js';
import { LetterTemplateEntity } from './letter-template.entity.js';

/** A version of a template without its bytes, and who uploaded it. */
export interface TemplateVersion {
  id: string;
  organisation: string;
  kind: LetterKind;
  number: number;
  name: string;
  size: number;
  note: string;
  isCurrent: boolean;
  uploadedBy: string;
  uploadedAt: Date;
}

/** Whose letter is written, and of what kind. */
export interface TemplatePlace {
  organisation: string;
  kind: LetterKind;
}

/** A template with its bytes. */
export type TemplateFile = Pick<
  LetterTemplateEntity,
  'id' | 'organisation' | 'kind' | 'number' | 'name' | 'content'
>;

@Injectable()
export class LetterTemplateRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(LetterTemplateEntity) private readonly rows: Rows<LetterTemplateEntity>,
  ) {}

  /** The versions of some offices, the newest first. */
  versions(organisations: readonly string[]): Promise<TemplateVersion[]> {
    return this.database.query<TemplateVersion>(
      `SELECT t.id, t.organisation, t.kind, t.number, t.name, t.size, t.note, t.is_current AS "isCurrent",
         p.name AS "uploadedBy", t.uploaded_at AS "uploadedAt"
       FROM letter_template t JOIN person p ON p.id = t.uploaded_by
       WHERE t.organisation = ANY ($1) ORDER BY t.kind, t.organisation, t.number DESC`,
      [organisations],
    );
  }

  /** The template that letters of an office are written with now: its own, else its regional office's; null for none. */
  async applying({ organisation, kind }: TemplatePlace): Promise<{ id: string } | null> {
    const [row] = await this.database.query<{ id: string }>(
      `SELECT t.id FROM unit u
         JOIN letter_template t ON t.organisation IN (u.code, $3 || u.regional_office) AND t.kind = $2 AND t.is_current
       WHERE u.code = $1 ORDER BY t.organisation = u.code DESC LIMIT 1`,
      [organisation, kind, kanwilPrefix],
    );
    return row ?? null;
  }

  file(id: string): Promise<TemplateFile | null> {
    return this.rows.findOne(['id', 'organisation', 'kind', 'number', 'name', 'content'], { id });
  }

  async count({ organisation, kind }: TemplatePlace): Promise<number> {
    return this.rows.count({ organisation, kind });
  }

  async add(template: LetterTemplateEntity): Promise<void> {
    await this.rows.insert(template);
  }

  /** Makes one version the current one. @param id null for none any more */
  async makeCurrent({ organisation, kind }: TemplatePlace, id: string | null): Promise<void> {
    await this.rows.update({ organisation, kind, isCurrent: true }, { isCurrent: false });
    if (id !== null) await this.rows.update({ organisation, kind, id }, { isCurrent: true });
  }
}
