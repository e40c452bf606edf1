import { LONGEST_DAY_LINES } from '../../platform/text/typed-day-hours.js';
import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { IsCalendarDate, IsClock, IsPhone, IsText } from '../../platform/http/fields.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { acceptanceFields, acceptanceOf } from '../domain/acceptance.js';
import { answerSteps, type AnswerStep } from '../domain/answer-ways.js';
import { AnswerAsHost, type AskedHost } from '../use-cases/answer-as-host.js';
import { blockedSteps } from './blocked-steps.js';
import { HostAnswerPage, UnknownAnswerPage } from './host-answer-page.js';
import { besideFields, emptyAsNull, instantsOf, timeNames, timesIn, type SentTimes } from './visit-forms.js';

const GONE = 410;
const NOT_FOUND = 404;

/** An answer, and who gives it. */
class HostAnswerForm implements SentTimes {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsText(200)
  @IsNotEmpty()
  office: string;

  @IsPhone()
  phone: string;

  @IsIn(answerSteps)
  aksi: AnswerStep;

  @IsOptional()
  @IsText(2000)
  reason?: string;

  @IsOptional()
  @IsCalendarDate()
  day?: string;

  @IsOptional()
  @IsCalendarDate()
  lastDay?: string;

  @IsOptional()
  @IsClock()
  from?: string;

  @IsOptional()
  @IsClock()
  to?: string;

  @IsOptional()
  @IsText(LONGEST_DAY_LINES)
  ownHours?: string;

  @IsOptional()
  @IsText(300)
  place?: string;

  @IsOptional()
  @IsText(2000)
  hostMessage?: string;

  @IsOptional()
  @IsText(2000)
  conditions?: string;

  @IsOptional()
  @IsText(100)
  replyLetterNumber?: string;

  @IsOptional()
  @IsCalendarDate()
  replyLetterDate?: string;
}

const mayBeEmpty = ['reason', ...timeNames, ...acceptanceFields];

/** Where the link of a request to a host without accounts leads. Showing it changes nothing: scanners open every address. */
@PageController('balas')
@Public('the address is the secret, and heads of units that do not use Sambang have no account')
export class HostAnswerPages {
  constructor(
    private readonly forms: Forms,
    private readonly answers: AnswerAsHost,
    private readonly clock: Clock,
    private readonly catalog: ProblemCatalog,
  ) {}

  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex');
    await this.page(reply, token, { isAnswered: info === 'terkirim' });
  }

  @Post(':token')
  async answer(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.answers.read(token);
    if (!asked) return html(reply, UnknownAnswerPage(), NOT_FOUND);
    const { timeZone } = asked.visit;
    const { faults } = await this.forms.take(
      HostAnswerForm,
      emptyAsNull(sent, mayBeEmpty),
      ({ aksi, reason, name, office, phone, day, lastDay, from, to, ownHours, ...given }) =>
        besideFields(this.catalog, () => {
          const times = timesIn({ day, lastDay, from, to, ownHours });
          const acceptance = acceptanceOf(withoutEmpty(given));
          const input = { reason: reason ?? null, ...instantsOf(times, timeZone), acceptance };
          return this.answers.execute(token, aksi, input, { name, office, phone });
        }),
      timeZone,
    );
    if (!faults) return seeOther(reply, `/balas/${encodeURIComponent(token)}?info=terkirim`);
    await this.page(reply, token, { refused: { sent: sent ?? {}, faults } });
  }

  private async page(
    reply: FastifyReply,
    token: string,
    shown: { refused?: { sent: SentForm; faults: FormFaults }; isAnswered?: boolean },
  ): Promise<void> {
    const asked = await this.answers.read(token);
    if (!asked) return html(reply, UnknownAnswerPage(), NOT_FOUND);
    const blocked = blockedSteps(asked.open?.blocked ?? [], this.catalog);
    const isAnswered = shown.isAnswered === true && asked.open === null;
    const page = HostAnswerPage({ ...shown, isAnswered, asked, blocked, now: this.clock.now() });
    await html(reply, page, shown.refused?.faults.status ?? statusOf(asked, isAnswered));
  }
}

/** Fields that were left empty are null. */
const withoutEmpty = <Given extends object>(given: Given): Partial<Given> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Partial<Given>;

/** What is asked no more is gone; whoever has just answered sees what became of it. */
const statusOf = ({ open }: AskedHost, isAnswered: boolean): number =>
  open === null && !isAnswered ? GONE : 200;
