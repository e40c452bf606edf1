import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { KeepSynonyms } from '../use-cases/keep-synonyms.js';
import { presentSynonym } from './note.presenter.js';
import { ChangeSynonymBody, RemoveSynonymQuery, SynonymBody } from './synonym.dto.js';
import type { SynonymList, SynonymView } from './note.view.js';

const NO_CONTENT = 204;

/** Terms that the search over notes takes as one. */
@ApiTags('notes')
@Controller('api/search-synonyms')
@Allow(allows('notes.keep-synonyms'))
export class SynonymsController {
  constructor(private readonly keep: KeepSynonyms) {}

  @Get()
  async index(@CurrentActor() actor: Actor): Promise<SynonymList> {
    return { items: (await this.keep.list(actor)).map(presentSynonym) };
  }

  @Post()
  async post(@CurrentActor() actor: Actor, @Body() { terms }: SynonymBody): Promise<SynonymView> {
    return presentSynonym(await this.keep.add(actor, terms));
  }

  @Patch(':id')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { version, terms }: ChangeSynonymBody,
  ): Promise<SynonymView> {
    return presentSynonym(await this.keep.change(actor, id, version, terms));
  }

  @Delete(':id')
  @HttpCode(NO_CONTENT)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { version }: RemoveSynonymQuery,
  ): Promise<void> {
    await this.keep.remove(actor, id, version);
  }
}
