import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../platform/errors/app-error.js';
import { Forms, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, keepWhole, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor, Public } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { AskQuote } from '../use-cases/ask-quote.js';
import { ReadPress } from '../use-cases/read-press.js';
import { SayQuote, type QuoteForm } from '../use-cases/say-quote.js';
import { PressRoomPage } from './press-room-page.js';
import { roomPath } from './press-words.js';
import { asSaid, QuoteFormBody } from './quote-form.js';
import { QuoteMessagePage } from './quote-message-page.js';
import { ClosedQuotePage, QuotePage, UnknownQuotePage } from './quote-page.js';

const GONE = 410;
const NOT_FOUND = 404;
const THANKS = 'Terima kasih, kutipan Anda tersimpan. Anda masih dapat mengubahnya di bawah ini.';

/** Asking for the quotes of heads, and giving one with an account. */
@PageController('kunjungan/:id/siaran-pers/kutipan/:office')
@Allow(signedIn)
export class QuotePages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadPress,
    private readonly ask: AskQuote,
    private readonly say: SayQuote,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = await this.say.readAs(actor, id, office);
    await html(reply, QuotePage({ form, actor }));
  }

  @Post()
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(QuoteFormBody, sent, (form) =>
      this.say.as(actor, id, office, asSaid(form), form.version),
    );
    if (!taken.faults) return seeOther(reply, `${roomPath(id)}?info=kutipan`);
    const form = await this.say.readAs(actor, id, office);
    await refuse(reply, { form, actor, sent, taken });
  }

  @Post('surel')
  async byMail(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.press(() => this.ask.byMail(actor, id, office));
    if (!faults) return seeOther(reply, `${roomPath(id)}?info=diminta`);
    const room = await this.read.execute(actor, id);
    await html(reply, PressRoomPage({ actor, room, faults }), faults.status);
  }

  /** The message with its link, this once: a secret is shown in answer to a press, never by opening a page. */
  @Post('pesan')
  @HttpCode(200)
  async byMessage(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('office') office: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.press(() => this.ask.byMessage(actor, id, office));
    if (taken.faults) {
      const room = await this.read.execute(actor, id);
      return html(reply, PressRoomPage({ actor, room, faults: taken.faults }), taken.faults.status);
    }
    keepWhole(reply);
    await html(reply, QuoteMessagePage({ actor, ...taken.result }));
  }
}

/** Where the link of a mail or message leads. Showing it changes nothing, since scanners of mail open every address. */
@PageController('kutipan')
@Public('the address is the secret, and heads need no account to speak')
export class QuoteLinkPages {
  constructor(
    private readonly forms: Forms,
    private readonly say: SayQuote,
  ) {}

  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex');
    const form = await this.open(token, reply);
    const notice = info === 'terkirim' ? THANKS : undefined;
    if (form) await html(reply, QuotePage({ form, notice }));
  }

  @Post(':token')
  async give(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = await this.open(token, reply);
    if (!form) return;
    const taken = await this.forms.take(QuoteFormBody, sent, (given) =>
      this.say.byLink(token, asSaid(given), given.version),
    );
    if (!taken.faults) return seeOther(reply, `/kutipan/${encodeURIComponent(token)}?info=terkirim`);
    const standing = await this.open(token, reply);
    if (standing) await refuse(reply, { form: standing, sent, taken });
  }

  /** Null for a link that is unknown or over, once its own page was sent: it helps better than the usual one. */
  private async open(token: string, reply: FastifyReply): Promise<QuoteForm | null> {
    try {
      return await this.say.readByLink(token);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'not-found') await html(reply, UnknownQuotePage(), NOT_FOUND);
      else if (error.code === 'quote-closed') await html(reply, ClosedQuotePage(), GONE);
      else throw error;
      return null;
    }
  }
}

interface Refusal {
  form: QuoteForm;
  actor?: Actor;
  sent: SentForm | undefined;
  taken: Taken<unknown>;
}

async function refuse(reply: FastifyReply, { form, actor, sent = {}, taken }: Refusal): Promise<void> {
  const { faults } = taken;
  if (!faults) return;
  const standing = faults.isOutdated ? { page: QuotePage({ form, actor }) } : null;
  await html(reply, QuotePage({ form, actor, refused: { sent, faults } }), faults.status, standing);
}
