import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import type { Actor } from '../../platform/security/actor.js';
import { ProgramChoices } from '../../visits/index.js';
import type { LegOutcome } from '../use-cases/change-trip.js';
import { ReadTrip } from '../use-cases/read-trip.js';
import { TripPage, type TripPageProps } from './trip-page.js';

type Shown = Pick<TripPageProps, 'notice' | 'refused'> & { outcomes?: readonly LegOutcome[] };

/** The page of a trip as it stands now. */
@Injectable()
export class ShowTrip {
  constructor(
    private readonly read: ReadTrip,
    private readonly programs: ProgramChoices,
    private readonly catalog: ProblemCatalog,
  ) {}

  /** @throws RequestError `not-found` also for those who may see none of its legs */
  async page(actor: Actor, id: string, now: Date, { outcomes = [], ...shown }: Shown): Promise<VNode> {
    const readable = await this.read.execute(actor, id);
    const programs = new Map((await this.programs.execute()).map(({ code, title }) => [code, title]));
    const refusedLegs = outcomes.flatMap(({ visitId, refusal }) => {
      const leg = readable.legs.find(({ visit }) => visit.id === visitId);
      return leg && refusal ? [{ host: leg.visit.hostUnitName, because: this.textOf(refusal) }] : [];
    });
    return TripPage({ actor, now, readable, programs, refusedLegs, ...shown });
  }

  /** The version of the trip as it stands. */
  async version(actor: Actor, id: string): Promise<number> {
    return (await this.read.execute(actor, id)).trip.version;
  }

  private textOf({ code, facts }: NonNullable<LegOutcome['refusal']>): string {
    const detail = this.catalog.problem(code)?.detail ?? code;
    return typeof detail === 'string' ? detail : detail(facts);
  }
}
