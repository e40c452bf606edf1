import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { ReplicationEntity } from './replication.entity.js';

/** A practice that one unit copied from another (replikasi), as the other side or the regional office confirmed it. */
export interface ReplicationRow extends Omit<ReplicationEntity, 'noteId' | 'followUpState'> {
  /** The note of the practice, when there is one. */
  note: string | null;
}

@Injectable()
export class ReplicationRepository {
  constructor(@InjectRepository(ReplicationEntity) private readonly replications: Rows<ReplicationEntity>) {}

  isThere(followUpId: string): Promise<boolean> {
    return this.replications.exists({ followUpId });
  }

  add({ note, ...replication }: ReplicationRow): Promise<void> {
    return this.replications.insert({ ...replication, noteId: note });
  }

  async remove(followUpId: string): Promise<void> {
    await this.replications.delete({ followUpId });
  }
}
