import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, Public } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { GiveFeedback } from '../use-cases/give-feedback.js';
import { ReadFeedback } from '../use-cases/read-feedback.js';
import { FeedbackBody, feedbackOf } from './feedback.dto.js';
import { presentFeedback, presentForm } from './feedback.presenter.js';
import type { FeedbackFormView, FeedbackView } from './feedback.view.js';

@ApiTags('feedback')
@Controller('api/feedback')
@Public('the address is the secret, and participants need no account')
export class FeedbackController {
  constructor(private readonly feedback: GiveFeedback) {}

  /** The form of whoever got the link, and what that person said so far. */
  @Get(':token')
  @Header('cache-control', 'no-store')
  async show(@Param('token') token: string): Promise<FeedbackFormView> {
    return presentForm(await this.feedback.read(token));
  }

  /** Says what came of the visit, or changes it; open for 30 days. */
  @Post(':token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async give(@Param('token') token: string, @Body() body: FeedbackBody): Promise<FeedbackFormView> {
    await this.feedback.execute(token, feedbackOf(body));
    return presentForm(await this.feedback.read(token));
  }

  /** Takes back what was said, also after the form was closed. */
  @Delete(':token')
  @HttpCode(204)
  async withdraw(@Param('token') token: string): Promise<void> {
    await this.feedback.withdraw(token);
  }
}

@ApiTags('feedback')
@Controller('api/visits/:id/feedback')
@Allow(signedIn)
export class VisitFeedbackController {
  constructor(private readonly read: ReadFeedback) {}

  /** What participants said, as far as it is released, for both units and their regional offices. */
  @Get()
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FeedbackView> {
    return presentFeedback(await this.read.execute(actor, id));
  }
}
