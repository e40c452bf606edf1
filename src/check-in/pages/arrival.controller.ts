import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { IsNotEmpty, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsText } from '../../platform/http/fields.js';
import { filled, Forms, typed, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, keepWhole, seeOther, toScript } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { MaybeActor, Public } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { CheckInError } from '../domain/error-codes.js';
import { AtDoor, type Noted, type ScannedDoor } from '../use-cases/at-door.js';
import { CheckInCookie } from '../use-cases/check-in-cookie.js';
import { DoorForm, WalkInForm } from '../use-cases/walk-in.dto.js';
import { ArrivalPage, ArrivedPage, type ArrivalForm, type ArrivalPageProps } from './arrival-page.js';
import { arrivedWords } from './arrived-words.js';

class NameForm extends DoorForm {
  @IsUUID()
  participant: string;
}

class CodeForm extends DoorForm {
  @IsText(20)
  @IsNotEmpty()
  code: string;
}

/** A form at the door, as it came. */
interface SentAtDoor {
  token: string;
  form: ArrivalForm;
  sent: SentForm | undefined;
}

/** Where the codes at a visit's door lead. What the page shows is for those who stand there. */
@PageController('hadir/:token')
@Public('the code at the door is the secret, and those who come need no account')
export class ArrivalPages {
  constructor(
    private readonly forms: Forms,
    private readonly cookie: CheckInCookie,
    private readonly door: AtDoor,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Query() { hadir }: SentForm,
    @MaybeActor() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    asOfDoor(reply);
    const scanned = await this.scan(token, request, hadir !== undefined);
    if (!scanned) return html(reply, ArrivedPage());
    this.cookie.set(reply, scanned.session.token);
    await html(reply, ArrivalPage(propsOf(token, scanned, actor, hadir)));
  }

  @Post('nama')
  async byName(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @MaybeActor() actor: Actor | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NameForm, sent, (form) =>
      this.door.byName(form, actor?.personId ?? null),
    );
    await this.answer(reply, actor, { token, form: 'nama', sent }, taken);
  }

  @Post('kode')
  async byCode(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @MaybeActor() actor: Actor | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(CodeForm, sent, (form) => this.door.byCode(form));
    await this.answer(reply, actor, { token, form: 'kode', sent }, taken);
  }

  @Post('baru')
  async unlisted(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @MaybeActor() actor: Actor | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(WalkInForm, filled(sent), (form) => this.door.unlisted(form));
    await this.answer(reply, actor, { token, form: 'baru', sent }, taken);
  }

  /** Null for somebody who was noted and comes back after the code wore out. */
  private async scan(token: string, request: FastifyRequest, isBack: boolean): Promise<ScannedDoor | null> {
    try {
      return await this.door.scan(token, this.cookie.read(request));
    } catch (error) {
      if (isBack && error instanceof CheckInError) return null;
      throw error;
    }
  }

  /** Sends a browser on, and tells the module that sends what was kept what was stored. */
  private async answer(
    reply: FastifyReply,
    actor: Actor | null,
    { token, form, sent }: SentAtDoor,
    taken: Taken<Noted>,
  ): Promise<void> {
    asOfDoor(reply);
    const isScript = reply.request.headers.accept?.startsWith('application/json') ?? false;
    if (!taken.faults) {
      const { session, came } = taken.result;
      if (!isScript) return seeOther(reply, `/hadir/${token}?hadir=${came.participantId}`);
      return toScript(reply, { stored: true, news: arrivedWords(came, session.facts.timeZone) });
    }
    const { faults } = taken;
    if (isScript) {
      const { status, title, detail, fields } = faults;
      return toScript(reply, { status, title, detail: [detail, ...Object.values(fields)].join(' ') }, status);
    }
    const props = propsOf(token, await this.door.again(typed(sent, 'session')), actor, undefined);
    await html(reply, ArrivalPage({ ...props, refused: { form, sent, faults } }), faults.status);
  }
}

function propsOf(
  token: string,
  { session, names }: ScannedDoor,
  actor: Actor | null,
  hadir: unknown,
): ArrivalPageProps {
  const came = names.find(({ id, attendance }) => id === hadir && attendance !== null);
  const own = actor && names.find(({ personId }) => personId === actor.personId);
  const said = came ? `${came.name} sudah tercatat dalam daftar hadir. Terima kasih.` : null;
  return { token, session, names, own: own ?? null, said };
}

/** What every answer under a code carries: it is kept by nobody, and its address goes nowhere. */
function asOfDoor(reply: FastifyReply): void {
  keepWhole(reply);
  void reply
    .header('referrer-policy', 'same-origin')
    .header('x-robots-tag', 'noindex')
    .header('cache-control', 'no-store');
}
