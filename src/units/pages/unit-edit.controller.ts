import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor, RoutePolicy } from '../../platform/security/actor.js';
import { changeableParts, type UnitPart } from '../domain/policies.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';
import { ChangeUnit } from '../use-cases/change-unit.js';
import { changeOf, UnitEditForm } from './unit-edit-form.js';
import { UnitEditPage } from './unit-edit-page.js';
import { UnitView } from './unit-view.js';

const mayChangeSome: RoutePolicy = ({ role }) => role !== 'officer';

/** Where a unit's own people, its Kanwil and administrators change what it says of itself. */
@PageController('upt/:code/ubah')
@Allow(mayChangeSome)
export class UnitEditPages {
  constructor(
    private readonly forms: Forms,
    private readonly view: UnitView,
    private readonly change: ChangeUnit,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { unit, parts } = await this.changeable(actor, code);
    await html(reply, UnitEditPage({ actor, unit, parts, sent: undefined, faults: null }));
  }

  @Post()
  async save(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { unit, parts } = await this.changeable(actor, code);
    const taken = await this.forms.take(UnitEditForm, sent, (form) =>
      this.change.execute(actor, code, form.version, changeOf(form, parts)),
    );
    if (!taken.faults) return seeOther(reply, `/upt/${code}?info=disimpan`);
    const faults = atOwnFields(taken.faults);
    await html(reply, UnitEditPage({ actor, unit, parts, sent: sent ?? {}, faults }), faults.status);
  }

  /** @throws RequestError `not-found`, `not-allowed` */
  private async changeable(
    actor: Actor,
    code: string,
  ): Promise<{ unit: UnitDetailsFact; parts: readonly UnitPart[] }> {
    const unit = await this.view.unit(code);
    const parts = changeableParts(unit, actor);
    if (parts.length === 0) throw new RequestError('not-allowed');
    return { unit, parts };
  }
}

/** Faults of the policy are told at `hostingPolicy.capacity`; the form's field is `capacity`, and hours start on Monday. */
function atOwnFields(faults: FormFaults): FormFaults {
  const fields = Object.entries(faults.fields).map(([field, text]): [string, string] => {
    const own = field.replace(/^hostingPolicy\./, '').replace(/\.\d+$/, '');
    return [own === 'windows' ? 'senin' : own, text];
  });
  return { ...faults, fields: Object.fromEntries(fields) };
}
