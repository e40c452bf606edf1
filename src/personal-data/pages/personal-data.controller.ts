import { Body, Get, Post, Query, Res } from '@nestjs/common';
import { Equals, IsIn, IsNotEmpty, IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { IsCalendarDate, IsText } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { found } from '../../platform/http/request-error.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ListErasures } from '../queries/list-erasures.js';
import { BeginErasure } from '../use-cases/begin-erasure.js';
import { KnownPeople, type Known } from '../use-cases/known-people.js';
import { ReadCopy } from '../use-cases/read-copy.js';
import { copyFormats, writeCopy, type CopyFormat } from '../use-cases/write-copy.js';
import { PersonalDataPage } from './personal-data-page.js';

class PersonalDataQuery extends PageQuery {
  /** The address by which somebody is looked for. */
  @IsOptional()
  @IsText(254)
  surel?: string;

  @IsOptional()
  @IsText(20)
  info?: string;
}

class WhoseQuery {
  @IsOptional()
  @IsUUID()
  akun?: string;

  @IsOptional()
  @IsUUID()
  peserta?: string;

  @IsIn(copyFormats)
  format: CopyFormat;
}

class LetterForm {
  @IsOptional()
  @IsUUID()
  akun?: string;

  @IsOptional()
  @IsUUID()
  peserta?: string;

  /** What the letter was: its number, and by what the asking was proven. */
  @IsText(500)
  @IsNotEmpty()
  reason: string;

  @IsCalendarDate()
  letterOn: string;

  @Equals('ya', { message: 'centanglah bila Anda sudah yakin' })
  setuju: string;
}

/** Copies and erasures for those who ask by letter, and what was erased so far. */
@PageController('pengelolaan/data-pribadi')
@Allow(allows('people.answer-for-data'))
export class PersonalDataPages {
  constructor(
    private readonly forms: Forms,
    private readonly erasures: ListErasures,
    private readonly known: KnownPeople,
    private readonly copies: ReadCopy,
    private readonly erasure: BeginErasure,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() query: PersonalDataQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const people = query.surel ? await this.known.byAddress(query.surel) : null;
    const page = await this.erasures.execute(query);
    await html(reply, PersonalDataPage({ actor, query, people, page, refused: null }));
  }

  /** A copy for somebody who asked by letter. */
  @Get('salinan')
  async copy(
    @CurrentActor() actor: Actor,
    @Query() { akun, peserta, format }: WhoseQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { person, rows } = await this.find(akun, peserta);
    const copy = await this.copies.execute(person.name, rows);
    const file = await writeCopy(copy, format, actor.timeZone);
    const name = `data-pribadi-${person.name}.${format}`.replaceAll(/[\\/]/g, '-');
    await sendDownload(reply.header('cache-control', 'no-store'), { ...file, name });
  }

  @Post()
  async erase(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(LetterForm, sent, async ({ akun, peserta, reason, letterOn }) => {
      const { rows } = await this.find(akun, peserta);
      const letter = { enteredBy: actor.personId, reason, letterOn };
      await this.erasure.execute(rows, { ground: 'letter', ...letter });
    });
    if (taken.faults) return this.refuse(reply, actor, sent, taken.faults);
    await seeOther(reply, '/pengelolaan/data-pribadi?info=dihapus');
  }

  private async refuse(
    reply: FastifyReply,
    actor: Actor,
    sent: SentForm | undefined,
    faults: FormFaults,
  ): Promise<void> {
    const [akun, peserta] = [typed(sent, 'akun'), typed(sent, 'peserta')];
    const isKnown = akun !== '' || peserta !== '';
    const people = isKnown ? [await this.find(akun || undefined, peserta || undefined)] : null;
    const page = await this.erasures.execute({ limit: 50 });
    const view = PersonalDataPage({ actor, query: {}, people, page, refused: { sent, faults } });
    await html(reply, view, faults.status);
  }

  private async find(akun: string | undefined, peserta: string | undefined): Promise<Known> {
    if (akun !== undefined) return this.known.byAccount(akun);
    return this.known.byParticipant(found(peserta), true);
  }
}
