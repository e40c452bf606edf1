import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ReadLineage } from '../use-cases/read-lineage.js';
import { presentLineage } from './follow-up.presenter.js';
import type { LineageView } from './follow-up.view.js';

@ApiTags('notes')
@Controller('api/notes/:id/lineage')
@Allow(signedIn)
export class LineageController {
  constructor(private readonly lineage: ReadLineage) {}

  /** A practice's way from unit to unit: what was confirmed, and what is on its way where the caller may see it. */
  @Get()
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LineageView> {
    return presentLineage(await this.lineage.execute(actor, id));
  }
}
