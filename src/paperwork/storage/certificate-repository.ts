import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { CertificateEntity } from './certificate.entity.js';

export type CertificateRow = CertificateEntity;

const columns = [
  ...(['code', 'letterId', 'participantId', 'name', 'position', 'office'] as const),
  ...(['issuedBy', 'issuedAt', 'withdrawnAt'] as const),
] as const;

@Injectable()
export class CertificateRepository {
  constructor(@InjectRepository(CertificateEntity) private readonly rows: Rows<CertificateEntity>) {}

  /** All that were issued with a letter, by name. */
  ofLetter(letterId: string): Promise<CertificateRow[]> {
    return this.rows.find(columns, { letterId }, { order: { name: 'ASC', code: 'ASC' } });
  }

  byCode(code: string): Promise<CertificateRow | null> {
    return this.rows.findOne(columns, { code });
  }

  /** @returns how many were added; whoever has one that stands gets no other */
  add(certificates: readonly CertificateRow[]): Promise<number> {
    return this.rows.insertMissing(...certificates);
  }

  async withdraw(code: string, withdrawnAt: Date): Promise<void> {
    await this.rows.update({ code }, { withdrawnAt });
  }
}
