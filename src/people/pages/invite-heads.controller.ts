import { Body, Get, Post, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows, rolesWith } from '../../platform/security/capabilities.js';
import { cleanText } from '../../platform/text/clean-text.js';
import { HeadlessUnits, MOST_UNITS } from '../queries/headless-units.js';
import { InviteMany } from '../use-cases/invite-many.js';
import { InviteHeadsPage, type HeadRow } from './invite-heads-page.js';

const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** What who heads a unit is. */
const [HEAD = 'unit-head'] = rolesWith('photos.vouch');

class HeadsForm {
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(MOST_UNITS)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  units: string[];

  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(MOST_UNITS)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  names: string[];

  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(MOST_UNITS)
  @IsString({ each: true })
  @MaxLength(254, { each: true })
  email: string[];
}

/** Inviting the heads of many units on one page. */
@PageController('pengelolaan/orang/undang-kepala')
@Allow(allows('people.manage-heads'))
export class InviteHeadsPages {
  constructor(
    private readonly forms: Forms,
    private readonly units: HeadlessUnits,
    private readonly invite: InviteMany,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await html(reply, await this.page(actor, [], null));
  }

  @Post()
  async send(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = rowsOf(sent);
    const taken = await this.forms.take(HeadsForm, sent, () => this.inviteAll(actor, rows));
    if (taken.faults) {
      const faults = besideUnits(taken.faults, rows);
      return html(reply, await this.page(actor, rows, faults), faults.status);
    }
    await seeOther(reply, '/pengelolaan?info=diundang-banyak');
  }

  private async inviteAll(actor: Actor, rows: readonly HeadRow[]): Promise<void> {
    const missing = rows.filter(({ name }) => name === '');
    if (rows.length === 0 || missing.length > 0) {
      const fields = missing.map(({ unit }) => ({ field: unit, message: 'nama kepalanya belum diisi' }));
      const none = [{ field: 'units', message: 'isi paling sedikit satu nama dan alamat surel' }];
      throw new RequestError('validation-failed', {}, fields.length > 0 ? fields : none);
    }
    await this.invite.execute(
      actor,
      rows.map((row) => ({ ...row, role: HEAD })),
    );
  }

  private async page(actor: Actor, typed: readonly HeadRow[], faults: FormFaults | null) {
    return InviteHeadsPage({ actor, units: await this.units.execute(actor), typed, faults });
  }
}

/** The units for which something was typed. */
function rowsOf(sent: SentForm | undefined): HeadRow[] {
  const textsOf = (name: string): string[] =>
    (asList({ value: sent?.[name] }) as unknown[]).map((one) =>
      typeof one === 'string' ? cleanText(one).trim() : '',
    );
  const [units, names, emails] = [textsOf('units'), textsOf('names'), textsOf('email')];
  return units
    .map((unit, at) => ({ unit, name: names[at] ?? '', email: emails[at] ?? '' }))
    .filter(({ name, email }) => name !== '' || email !== '');
}

/** What is wrong with the nth of those invited, by its unit. */
function besideUnits(faults: FormFaults, rows: readonly HeadRow[]): FormFaults {
  const fields = Object.entries(faults.fields).map(([field, words]) => {
    const at = /^people\.(\d+)\./.exec(field)?.[1];
    return [at === undefined ? field : (rows[Number(at)]?.unit ?? field), words];
  });
  return { ...faults, fields: Object.fromEntries(fields) as Record<string, string> };
}
