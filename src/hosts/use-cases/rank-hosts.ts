import { Injectable } from '@nestjs/common';
import { HostRatings } from '../../feedback/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { distanceBetween } from '../../platform/text/distance.js';
import { rankByWorth, type HostEvidence, type Worth } from '../domain/host-worth.js';
import { reasonsOf } from '../domain/host-reasons.js';
import { FindWorthyHosts, type WorthyHost } from '../queries/find-worthy-hosts.js';
import type { Matter } from '../queries/matter.js';
import { LookAhead, type HostOutlook } from './host-outlook.js';

/** A host with what speaks for it, in figures and in words. */
export type JudgedHost = WorthyHost & HostEvidence & { outlook: HostOutlook | null; reasons: string[] };
export type RankedHost = Worth<JudgedHost>;

/** Says which hosts are worth a visit on a matter, and why. */
@Injectable()
export class RankHosts {
  constructor(
    private readonly clock: Clock,
    private readonly found: FindWorthyHosts,
    private readonly ratings: HostRatings,
    private readonly ahead: LookAhead,
  ) {}

  /** @param only with it, just these units, whatever they have to show */
  async execute(actor: Actor, matter: Matter, only: readonly string[] | null = null): Promise<RankedHost[]> {
    const { hosts, from } = await this.found.execute(actor, matter, only);
    const codes = hosts.map(({ code }) => code);
    const [ratings, outlooks] = await Promise.all([this.ratings.of(codes), this.ahead.at(codes)]);
    const judged = hosts.map((host): JudgedHost => {
      const outlook = outlooks.get(host.code) ?? null;
      const evidence = {
        ...host,
        rating: ratings.get(host.code) ?? null,
        distance: distanceBetween(from, host),
        nextFree: outlook?.free[0]?.startsAt ?? null,
      };
      return { ...evidence, outlook, reasons: reasonsOf(evidence, matter.topic, host.timeZone) };
    });
    return rankByWorth(judged, this.clock.now());
  }
}
