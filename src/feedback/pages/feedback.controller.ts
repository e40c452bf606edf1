import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SentForm } from '../../platform/pages/forms.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { ShowFeedback } from './show-feedback.js';

/** Where links of older mails lead. Showing it changes nothing, since scanners of mail open every address. */
@PageController('masukan/:token')
@Public('the address is the secret, and participants need no account')
export class FeedbackPages {
  constructor(private readonly feedback: ShowFeedback) {}

  @Get()
  show(@Param('token') token: string, @Query() query: SentForm, @Res() reply: FastifyReply): Promise<void> {
    return this.feedback.show(token, query, reply);
  }

  @Post()
  give(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.feedback.give(token, `/masukan/${encodeURIComponent(token)}`, sent, reply);
  }
}

/** The same form beside a participant's page, by the link of that page. */
@PageController('jawab/:token/masukan')
@Public('the address is the secret, and participants need no account')
export class ParticipantFeedbackPages {
  constructor(private readonly feedback: ShowFeedback) {}

  @Get()
  show(@Param('token') token: string, @Query() query: SentForm, @Res() reply: FastifyReply): Promise<void> {
    return this.feedback.show(token, query, reply);
  }

  @Post()
  give(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.feedback.give(token, `/jawab/${encodeURIComponent(token)}/masukan`, sent, reply);
  }
}
