import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther, type Standing } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { assertSoundKinds, changedPolicy } from '../domain/changed-policy.js';
import type { DisplacedVisit } from '../domain/displaced-visits.js';
import { changeableParts, changesUnits, type UnitPart } from '../domain/policies.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';
import { ChangeUnit } from '../use-cases/change-unit.js';
import { FindDisplaced } from '../use-cases/find-displaced.js';
import { wereShown } from './displaced-card.js';
import { unitChangeOf, readUnit, UnitEditForm } from './unit-edit-form.js';
import { atKindField } from './kind-form.js';
import { UnitEditPage } from './unit-edit-page.js';
import { ShowUnit } from './show-unit.js';
import type { WeekView } from './unit-week.js';
import { atFirstDay } from './week-form.js';

interface Answer {
  unit: UnitDetailsFact;
  parts: readonly UnitPart[];
  sent: SentForm | undefined;
  refused: FormFaults | null;
  displaced?: readonly DisplacedVisit[];
}

/** Where a unit's own people, its Kanwil and administrators change what it says of itself. */
@PageController('upt/:code/ubah')
@Allow(changesUnits)
export class UnitEditPages {
  constructor(
    private readonly forms: Forms,
    private readonly view: ShowUnit,
    private readonly change: ChangeUnit,
    private readonly displaced: FindDisplaced,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { unit, parts } = await this.changeable(actor, code);
    const preview = await this.previewOf(unit);
    await html(reply, UnitEditPage({ actor, unit, parts, sent: undefined, faults: null, preview }));
  }

  @Post()
  async save(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { unit, parts } = await this.changeable(actor, code);
    const taken = await this.forms.take(UnitEditForm, readUnit(sent), async (form) => {
      const change = unitChangeOf(form, parts);
      const displaced = await this.displaced.byHost(code, change);
      if (!wereShown(displaced, change.displaced)) return displaced;
      await this.change.execute(actor, code, form.version, change);
      return null;
    });
    if (taken.faults) return this.again(reply, actor, { unit, parts, sent, refused: taken.faults });
    if (taken.result === null) return seeOther(reply, `/upt/${code}?info=disimpan`);
    await this.again(reply, actor, { unit, parts, sent, refused: null, displaced: taken.result });
  }

  /** The form again, with the week that it would make; nothing is saved. */
  @Post('pratinjau')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { unit, parts } = await this.changeable(actor, code);
    await this.again(reply, actor, { unit, parts, sent, refused: null });
  }

  /** The form as it was sent, with what it would make, and why it was refused or cannot be read. */
  private async again(reply: FastifyReply, actor: Actor, answer: Answer): Promise<void> {
    const { unit, parts, sent = {}, refused, displaced = [] } = answer;
    const typed = await this.typedUnit(unit, parts, sent);
    const preview = typed.faults ? { week: null, open: true } : await this.previewOf(typed.result);
    const found = refused ?? typed.faults;
    const faults = found && atOwnFields(found);
    const page = UnitEditPage({ actor, unit, parts, sent, faults, preview, displaced });
    await html(
      reply,
      page,
      faults?.status,
      refused?.isOutdated ? await this.standing(actor, unit.code) : null,
    );
  }

  private async standing(actor: Actor, code: string): Promise<Standing> {
    const { unit, parts } = await this.changeable(actor, code);
    const preview = await this.previewOf(unit);
    return { page: UnitEditPage({ actor, unit, parts, sent: undefined, faults: null, preview }) };
  }

  /** The unit as the form would make it. */
  private typedUnit(unit: UnitDetailsFact, parts: readonly UnitPart[], sent: SentForm | undefined) {
    return this.forms.take(UnitEditForm, readUnit(sent), (form): Promise<UnitDetailsFact> => {
      const {
        hostingPolicy = {},
        closedDays = unit.closedDays,
        kinds = unit.kinds,
      } = unitChangeOf(form, parts);
      const policy = changedPolicy(unit.policy, hostingPolicy);
      assertSoundKinds(policy, kinds);
      return Promise.resolve({ ...unit, policy, closedDays, kinds });
    });
  }

  private async previewOf(unit: UnitDetailsFact): Promise<{ week: WeekView; open: boolean }> {
    return { week: await this.view.firstWeek(unit), open: unit.policy.open };
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
    return [atKindField(atFirstDay(field.replace(/^hostingPolicy\./, ''))), text];
  });
  return { ...faults, fields: Object.fromEntries(fields) };
}
