import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock } from '../clock/clock.js';
import type { Rows } from '../database/rows.js';
import { MailRefusalEntity } from './mail-refusal.entity.js';

/** The kind of mails that a link is about, and since when its holder does not want them; null while they are wanted. */
export type MailRefusal = Pick<MailRefusalEntity, 'kind' | 'email' | 'refusedAt'>;

/** Where the link of a mail leads by which one no longer gets its kind. */
export const refusalPath = (token: string): string => `/berhenti/${encodeURIComponent(token)}`;

/** What people say by the link of a mail: that they no longer want such mails, or want them again. */
@Injectable()
export class MailRefusals {
  constructor(
    private readonly clock: Clock,
    @InjectRepository(MailRefusalEntity) private readonly refusals: Rows<MailRefusalEntity>,
  ) {}

  /** What a link's secret is about; null for one that nobody has. */
  find(token: string): Promise<MailRefusal | null> {
    return this.refusals.findOne(['kind', 'email', 'refusedAt'], { token });
  }

  /** Mails of the kind that are written from now on are held back; those that wait leave. */
  async refuse(token: string): Promise<void> {
    await this.refusals.update({ token }, { refusedAt: this.clock.now() });
  }

  async wantAgain(token: string): Promise<void> {
    await this.refusals.update({ token }, { refusedAt: null });
  }
}
