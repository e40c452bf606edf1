import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import type { Outcome } from '../domain/outcome.js';
import { ReceivedMailEntity } from './received-mail.entity.js';

/** A mail that came, with what was made of it. */
export type ReceivedMail = Omit<ReceivedMailEntity, 'position'>;

@Injectable()
export class ReceivedMailRepository {
  constructor(@InjectRepository(ReceivedMailEntity) private readonly mails: Rows<ReceivedMailEntity>) {}

  /** Waits for whoever stores the same mail right now. @returns false when it was there before */
  async add(mail: ReceivedMail): Promise<boolean> {
    return (await this.mails.insertMissing(mail)) > 0;
  }

  async conclude(id: string, outcome: Outcome, visitId: string | null): Promise<void> {
    await this.mails.update({ id }, { outcome, visitId });
  }
}
