import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { followUpStates, type FollowUpState } from '../domain/follow-up-states.js';
import { FollowUpChoices } from '../queries/follow-up-choices.js';
import { ListFollowUps } from '../queries/list-follow-ups.js';
import { BoardPage } from './board-page.js';
import { BoardQuery } from './follow-up-forms.js';

const PAGE_SIZE = 60;
const unfinished: readonly FollowUpState[] = ['open', 'in-progress'];

/** The board of what was promised. */
@PageController('tindak-lanjut')
@Allow(signedIn)
export class BoardPages {
  constructor(
    private readonly clock: Clock,
    private readonly list: ListFollowUps,
    private readonly choices: FollowUpChoices,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() { keadaan, upt, kanwil, terlambat, cursor }: BoardQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const today = localDate(this.clock.now(), actor.timeZone);
    const late = terlambat === 'ya';
    const states = statesOf(keadaan).filter((state) => !late || unfinished.includes(state));
    const page = await this.list.execute(actor, {
      states,
      unit: upt || undefined,
      regionalOffice: kanwil || undefined,
      dueBefore: late ? addDays(today, -1) : undefined,
      limit: PAGE_SIZE,
      cursor,
    });
    const units = await this.choices.units(actor);
    const chosen = { keadaan, upt, kanwil, terlambat: late ? 'ya' : undefined, cursor };
    await html(reply, BoardPage({ actor, page, states, units, chosen, today }));
  }
}

function statesOf(keadaan: string | undefined): readonly FollowUpState[] {
  if (keadaan === 'semua') return followUpStates;
  const known = followUpStates.find((state) => state === keadaan);
  return known ? [known] : unfinished;
}
