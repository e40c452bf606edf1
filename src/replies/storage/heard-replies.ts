import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { CalendarReplyEntity } from './calendar-reply.entity.js';

/** The stamp of each participant's last answer by mail. */
@Injectable()
export class HeardReplies {
  constructor(@InjectRepository(CalendarReplyEntity) private readonly replies: Rows<CalendarReplyEntity>) {}

  async note(participantId: string, stampedAt: Date | null): Promise<void> {
    if (stampedAt === null) return;
    await this.replies.put({ key: ['participantId'] }, { participantId, stampedAt });
  }
}
