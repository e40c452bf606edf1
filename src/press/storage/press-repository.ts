import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import type { CoachPoint } from '../domain/coach-points.js';
import type { PressContent, PressKind } from '../domain/press-kinds.js';
import { PressPointEntity, PressRevisionEntity, PressTextEntity } from './press-text.entity.js';

export type PressTextRow = PressTextEntity;

/** Which text it is. */
export interface PressPlace {
  visitId: string;
  organisation: string;
  kind: PressKind;
}

const columns = [
  ...(['id', 'visitId', 'organisation', 'kind', 'state', 'version', 'approver'] as const),
  ...(['approvedBy', 'approvedAt', 'readiedBy', 'readiedAt'] as const),
] as const;

/** What a text is that nobody has approved. */
export const unapproved = {
  state: 'draft',
  approver: '',
  ...{ approvedBy: null, approvedAt: null, readiedBy: null, readiedAt: null },
} as const;

@Injectable()
export class PressRepository {
  constructor(
    @InjectRepository(PressTextEntity) private readonly texts: Rows<PressTextEntity>,
    @InjectRepository(PressRevisionEntity) private readonly revisions: Rows<PressRevisionEntity>,
    @InjectRepository(PressPointEntity) private readonly points: Rows<PressPointEntity>,
  ) {}

  lock({ visitId, organisation, kind }: PressPlace): Promise<PressTextRow | null> {
    return this.texts.findOne(columns, { visitId, organisation, kind }, { lock: true });
  }

  /** Those of a visit that stand in a state, locked. */
  inState(visitId: string, state: PressTextRow['state']): Promise<PressTextRow[]> {
    return this.texts.find(columns, { visitId, state }, { lock: true });
  }

  /** @returns false where somebody began it at the same moment */
  async begin(text: PressTextRow): Promise<boolean> {
    return (await this.texts.insertMissing(text)) > 0;
  }

  async put(text: PressTextRow): Promise<void> {
    await this.texts.put({ key: ['id'] }, text);
  }

  revision(textId: string, version: number): Promise<PressContent | null> {
    return this.revisions.findOne(['title', 'body', 'photos'], { textId, version });
  }

  async keep(revision: PressRevisionEntity): Promise<void> {
    await this.revisions.insert(revision);
  }

  async say(point: PressPointEntity): Promise<void> {
    await this.points.put({ key: ['textId', 'version', 'point'] }, point);
  }

  async takeBackWord(textId: string, version: number, point: CoachPoint): Promise<void> {
    await this.points.delete({ textId, version, point });
  }
}
