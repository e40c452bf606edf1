import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { HostAnswerLinkEntity } from './host-answer-link.entity.js';
import { HostAnswerEntity } from './host-answer.entity.js';

/** The links by which hosts without accounts answer, and what is known of answers beside the history. */
@Injectable()
export class HostAnswers {
  constructor(
    @InjectRepository(HostAnswerLinkEntity) private readonly links: Rows<HostAnswerLinkEntity>,
    @InjectRepository(HostAnswerEntity) private readonly answers: Rows<HostAnswerEntity>,
  ) {}

  /** Of the link's secret only a hash is stored. */
  add(link: HostAnswerLinkEntity): Promise<void> {
    return this.links.insert(link);
  }

  /** The visit and the question of a link; null for a secret nobody was given. */
  async find(tokenHash: string): Promise<Pick<HostAnswerLinkEntity, 'visitId' | 'askedAt'> | null> {
    const [link] = await this.links.find(['visitId', 'askedAt'], { tokenHash });
    return link ?? null;
  }

  keepAnswer(answer: HostAnswerEntity): Promise<void> {
    return this.answers.insert(answer);
  }
}
