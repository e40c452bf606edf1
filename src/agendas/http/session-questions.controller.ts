import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { PlaceQuestions } from '../use-cases/place-questions.js';
import { ReadQuestions } from '../use-cases/read-questions.js';
import { SessionQuestionsBody } from './session-questions.dto.js';
import type { SessionQuestionList } from './session-questions.view.js';

@ApiTags('agendas')
@Controller('api/visits/:id/agenda/questions')
@Allow(signedIn)
export class SessionQuestionsController {
  constructor(
    private readonly read: ReadQuestions,
    private readonly place: PlaceQuestions,
  ) {}

  /** What the guest wants to learn, with the session at which each comes up. */
  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SessionQuestionList> {
    return { items: await this.read.execute(actor, id) };
  }

  /** Hangs questions on sessions of the agenda. */
  @Put()
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { items }: SessionQuestionsBody,
  ): Promise<SessionQuestionList> {
    await this.place.execute(
      actor,
      id,
      items.map((item) => ({ id: item.id, session: item.session ?? null })),
    );
    return { items: await this.read.execute(actor, id) };
  }
}
