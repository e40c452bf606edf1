import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { ParticipantReachEntity } from './participant-reach.entity.js';

/** Who was told of a visit otherwise than by mail, by the visit's SEQUENCE. */
@Injectable()
export class ReachRepository {
  constructor(
    @InjectRepository(ParticipantReachEntity) private readonly rows: Rows<ParticipantReachEntity>,
  ) {}

  isReached(participantId: string, sequence: number): Promise<boolean> {
    return this.rows.exists({ participantId, sequence });
  }

  async add(reach: ParticipantReachEntity): Promise<void> {
    await this.rows.insertMissing(reach);
  }

  async remove(participantId: string, sequence: number): Promise<void> {
    await this.rows.delete({ participantId, sequence });
  }
}
