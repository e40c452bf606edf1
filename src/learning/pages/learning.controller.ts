import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../platform/errors/app-error.js';
import { IsText } from '../../platform/http/fields.js';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { learningStands, type LearningStand } from '../domain/learning-check.js';
import { AnswerWhatIsDone } from '../use-cases/answer-what-is-done.js';
import { ClosedLearningPage, LearningPage, UnknownLearningPage } from './learning-page.js';

const GONE = 410;
const NOT_FOUND = 404;
const THANKS = 'Terima kasih, jawaban Anda sudah tersimpan. Anda masih dapat mengubahnya di bawah ini.';

class LearningFormBody {
  @IsIn(learningStands)
  answer: LearningStand;

  @IsText(2000)
  words = '';
}

/** Where a tap in the mail leads. Showing it changes nothing, since scanners of mail open every address. */
@PageController('belajar')
@Public('the address is the secret, and leaders of parties need no account')
export class LearningPages {
  constructor(
    private readonly forms: Forms,
    private readonly answers: AnswerWhatIsDone,
  ) {}

  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex');
    const open = await this.find(token);
    if (!open) return html(reply, UnknownLearningPage(), NOT_FOUND);
    const { form, isOpen } = open;
    if (!isOpen) return html(reply, ClosedLearningPage({ form }), GONE);
    const tapped = learningStands.find((stand) => stand === typed(query, 'jawab'));
    const notice = typed(query, 'info') === 'terkirim' && form.answer ? THANKS : undefined;
    await html(reply, LearningPage({ form, chosen: tapped ?? form.answer ?? '', notice }));
  }

  @Post(':token')
  async give(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.find(token);
    if (!open) return html(reply, UnknownLearningPage(), NOT_FOUND);
    const { faults } = await this.forms.take(LearningFormBody, sent, (form) =>
      this.answers.execute(token, form),
    );
    if (!faults) return seeOther(reply, `/belajar/${encodeURIComponent(token)}?info=terkirim`);
    const { form } = open;
    if (faults.status === GONE) return html(reply, ClosedLearningPage({ form }), GONE);
    await html(reply, LearningPage({ form, chosen: '', refused: { sent, faults } }), faults.status);
  }

  /** Null for a link that is unknown: its page helps better than the usual one. */
  private async find(token: string) {
    try {
      return await this.answers.read(token);
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    }
  }
}
