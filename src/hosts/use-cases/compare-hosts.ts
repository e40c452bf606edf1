import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import {
  ComparedPractice,
  type ComparedNote,
  type ComparedReplication,
  type ComparedSummary,
} from '../queries/compared-practice.js';
import type { Matter } from '../queries/matter.js';
import { RankHosts, type RankedHost } from './rank-hosts.js';

/** One host in a comparison. */
export interface ComparedHost {
  host: RankedHost;
  notes: ComparedNote[];
  summaries: ComparedSummary[];
  replications: ComparedReplication[];
}

/** How many hosts stand side by side. */
export const [FEWEST_COMPARED, MOST_COMPARED] = [2, 3];

/** Puts hosts side by side on one matter, in the order they were named; unknown ones are left out. */
@Injectable()
export class CompareHosts {
  constructor(
    private readonly rank: RankHosts,
    private readonly practice: ComparedPractice,
  ) {}

  async execute(actor: Actor, units: readonly string[], matter: Matter): Promise<ComparedHost[]> {
    const codes = [...new Set(units)].slice(0, MOST_COMPARED);
    const [ranked, notes, summaries, replications] = await Promise.all([
      this.rank.execute(actor, matter, codes),
      this.practice.notes(actor, codes, matter),
      this.practice.summaries(actor, codes, matter),
      this.practice.replications(actor, codes, matter),
    ]);
    return codes.flatMap((code) => {
      const host = ranked.find((each) => each.code === code);
      if (!host) return [];
      const own = ({ unit }: { unit: string }) => unit === code;
      return [
        {
          host,
          notes: notes.filter(own),
          summaries: summaries.filter(own),
          replications: replications.filter(own),
        },
      ];
    });
  }
}
