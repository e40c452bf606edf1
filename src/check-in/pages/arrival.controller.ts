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
import { FindCheckInFacts } from '../queries/check-in-facts.js';
import { CheckIn, type CheckedIn } from '../use-cases/check-in.js';
import { CheckInCodes, type CheckInSession } from '../use-cases/check-in-codes.js';
import { CheckInCookie } from '../use-cases/check-in-cookie.js';
import { readCode } from '../use-cases/sign-codes.js';
import { RegisterWalkIn } from '../use-cases/register-walk-in.js';
import { DoorQueue } from '../use-cases/door-queue.js';
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
    private readonly codes: CheckInCodes,
    private readonly cookie: CheckInCookie,
    private readonly facts: FindCheckInFacts,
    private readonly checkIn: CheckIn,
    private readonly walkIn: RegisterWalkIn,
    private readonly queue: DoorQueue,
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
    const props = await this.queue.serve(`${doorOf(token)} look`, async () => {
      const session = await this.scan(token, request, hadir !== undefined);
      return session && this.props(token, session, actor, hadir);
    });
    if (!props) return html(reply, ArrivedPage());
    this.cookie.set(reply, props.session.token);
    await html(reply, ArrivalPage(props));
  }

  @Post('nama')
  async byName(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @MaybeActor() actor: Actor | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.take(NameForm, { token, sent }, async (scan, { id, participant }) => {
      const own = actor && (await this.facts.namesOf(scan.facts.visitId)).find(isOf(actor));
      return this.checkIn.execute(scan, participant, id, own?.id === participant ? 'own' : 'name');
    });
    await this.answer(reply, actor, { token, form: 'nama', sent }, taken);
  }

  @Post('kode')
  async byCode(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @MaybeActor() actor: Actor | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.take(CodeForm, { token, sent }, (scan, { id, code }) =>
      this.checkIn.byCode(scan, code, id),
    );
    await this.answer(reply, actor, { token, form: 'kode', sent }, taken);
  }

  @Post('baru')
  async unlisted(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @MaybeActor() actor: Actor | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.take(WalkInForm, { token, sent: filled(sent) }, (scan, given) =>
      this.walkIn.execute(scan, given),
    );
    await this.answer(reply, actor, { token, form: 'baru', sent }, taken);
  }

  /** Does what a form asks when it is its turn at the door. */
  private take<Form extends DoorForm>(
    shape: new () => Form,
    { token, sent }: Pick<SentAtDoor, 'token' | 'sent'>,
    work: (scan: CheckInSession, form: Form) => Promise<CheckedIn>,
  ): Promise<Taken<{ scan: CheckInSession; came: CheckedIn }>> {
    return this.forms.take(shape as new () => DoorForm, sent, (form) =>
      this.queue.serve(doorOf(token), async () => {
        const scan = await this.sessionOf(form.session);
        return { scan, came: await work(scan, form as Form) };
      }),
    );
  }

  /** Null for somebody who was noted and comes back after the code wore out. */
  private async scan(
    token: string,
    request: FastifyRequest,
    isBack: boolean,
  ): Promise<CheckInSession | null> {
    try {
      return await this.codes.scan(token, this.cookie.read(request));
    } catch (error) {
      if (isBack && error instanceof CheckInError) return null;
      throw error;
    }
  }

  /** @throws CheckInError `code-worn-out` */
  private async sessionOf(token: string): Promise<CheckInSession> {
    const session = await this.codes.session(token);
    if (!session) throw new CheckInError('code-worn-out');
    return session;
  }

  private async props(
    token: string,
    session: CheckInSession,
    actor: Actor | null,
    hadir: unknown,
  ): Promise<ArrivalPageProps> {
    const names = await this.facts.namesOf(session.facts.visitId);
    const came = names.find(({ id, attendance }) => id === hadir && attendance !== null);
    return {
      token,
      session,
      names,
      own: (actor && names.find(isOf(actor))) ?? null,
      said: came ? `${came.name} sudah tercatat dalam daftar hadir. Terima kasih.` : null,
    };
  }

  /** Sends a browser on, and tells the module that sends what was kept what was stored. */
  private async answer(
    reply: FastifyReply,
    actor: Actor | null,
    { token, form, sent }: SentAtDoor,
    taken: Taken<{ scan: CheckInSession; came: CheckedIn }>,
  ): Promise<void> {
    asOfDoor(reply);
    const isScript = reply.request.headers.accept?.startsWith('application/json') ?? false;
    if (!taken.faults) {
      const { scan, came } = taken.result;
      if (!isScript) return seeOther(reply, `/hadir/${token}?hadir=${came.participantId}`);
      return toScript(reply, { stored: true, news: arrivedWords(came, scan.facts.timeZone) });
    }
    const { faults } = taken;
    if (isScript) {
      const { status, title, detail, fields } = faults;
      return toScript(reply, { status, title, detail: [detail, ...Object.values(fields)].join(' ') }, status);
    }
    const session = await this.codes.session(typed(sent, 'session'));
    if (!session) throw new CheckInError('code-worn-out');
    const props = await this.props(token, session, actor, undefined);
    await html(reply, ArrivalPage({ ...props, refused: { form, sent, faults } }), faults.status);
  }
}

/** Whose line somebody stands in who comes with a code. */
const doorOf = (token: string): string => readCode(token)?.visitId ?? '';

const isOf =
  ({ personId }: Actor) =>
  (listed: { personId: string | null }): boolean =>
    listed.personId === personId;

/** What every answer under a code carries: it is kept by nobody, and its address goes nowhere. */
function asOfDoor(reply: FastifyReply): void {
  keepWhole(reply);
  void reply
    .header('referrer-policy', 'same-origin')
    .header('x-robots-tag', 'noindex')
    .header('cache-control', 'no-store');
}
