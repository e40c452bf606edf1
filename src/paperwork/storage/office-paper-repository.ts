import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { namesOf } from '../../platform/text/field-description.js';
import { officeFields, type OfficeValues } from '../domain/office-fields.js';
import type { SignerTerms } from '../domain/signers.js';
import { EmblemEntity, OfficePaperEntity, SignerEntity } from './office-paper.entity.js';

const paperColumns = ['organisation', 'version', 'emblem', ...namesOf(officeFields)] as const;
const signerColumns = [
  ...(['id', 'organisation', 'version', 'kind', 'name', 'position', 'nip', 'rank'] as const),
  ...(['fromOn', 'untilOn'] as const),
] as const;

/** What an office says of its papers; of one that said nothing everything is empty. */
export type OfficePaperRow = OfficeValues & {
  organisation: string;
  version: number;
  /** Digest of the picture above the letterhead; null for none. */
  emblem: string | null;
};
export type SignerRow = SignerTerms & { id: string; organisation: string; version: number };

const blankOf = (organisation: string): OfficePaperRow => ({
  organisation,
  emblem: null,
  letterhead: [],
  placeOfSigning: null,
  copies: [],
  classificationCode: null,
  numberCode: null,
  numberPattern: null,
  signing: 'wet',
  signatureMark: '',
  version: 1,
});

@Injectable()
export class OfficePaperRepository {
  constructor(
    @InjectRepository(OfficePaperEntity) private readonly papers: Rows<OfficePaperEntity>,
    @InjectRepository(EmblemEntity) private readonly emblems: Rows<EmblemEntity>,
    @InjectRepository(SignerEntity) private readonly rows: Rows<SignerEntity>,
  ) {}

  async of(organisation: string): Promise<OfficePaperRow> {
    return (await this.papers.findOne(paperColumns, { organisation })) ?? blankOf(organisation);
  }

  /** Its row, made where there was none, which nobody else changes meanwhile. */
  async lock(organisation: string): Promise<OfficePaperRow> {
    await this.papers.insertMissing(blankOf(organisation));
    const row = await this.papers.findOne(paperColumns, { organisation }, { lock: true });
    return row ?? blankOf(organisation);
  }

  async save({ organisation, ...values }: OfficePaperRow): Promise<void> {
    await this.papers.update({ organisation }, values);
  }

  /** The bytes of an emblem. */
  async emblem(sha256: string): Promise<Buffer | null> {
    return (await this.emblems.findOne(['content'], { sha256 }))?.content ?? null;
  }

  /** @param content PNG; null for none any more */
  async saveEmblem(organisation: string, content: Buffer | null): Promise<void> {
    const sha256 = content && createHash('sha256').update(content).digest('hex');
    if (content && sha256) await this.emblems.insertMissing({ sha256, content });
    await this.papers.put({ key: ['organisation'] }, { organisation, emblem: sha256 });
  }

  /** Who signs for an organisation, the first of them first. */
  signers(organisation: string): Promise<SignerRow[]> {
    return this.rows.find(signerColumns, { organisation }, { order: { fromOn: 'ASC', id: 'ASC' } });
  }

  lockSigner(id: string): Promise<SignerRow | null> {
    return this.rows.findOne(signerColumns, { id }, { lock: true });
  }

  async putSigner(signer: SignerRow): Promise<void> {
    await this.rows.put({ key: ['id'], keep: ['organisation'] }, signer);
  }

  async removeSigner(id: string): Promise<void> {
    await this.rows.delete({ id });
  }
}
