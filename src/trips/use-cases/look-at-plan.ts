import { instantAt } from '../../platform/text/instant-at.js';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { distanceBetween, type Distance } from '../../platform/text/distance.js';
import { travelMinutes } from '../domain/travel.js';
import { isOnSite, type VisitMode } from '../../visits/index.js';
import { inOrder } from '../domain/trip-rules.js';
import { LegPlaces, type HostPlace } from '../queries/leg-places.js';
import { Legs } from './legs.js';

/** A leg as it is typed, once its day and hours could be read. */
export interface TypedLeg {
  /** Its number in the form, from 1. */
  number: number;
  host: string;
  day: string;
  from: string;
  to: string;
  mode: VisitMode;
  link: string | null;
}

/** A leg whose host was found. */
export interface FoundLeg {
  number: number;
  host: HostPlace;
  startsAt: Date;
  endsAt: Date;
  mode: VisitMode;
  link: string | null;
}

export interface PlanView {
  found: FoundLeg[];
  /** What is wrong with the host of a leg, by the name of its field, as sentences. */
  faults: Record<string, string>;
  /** From each leg to the next, in the order of time. */
  ways: { from: string; to: string; distance: Distance; minutes: number }[];
  /** Why the party could not see these legs; null where it could. */
  against: string | null;
}

const FEW = 4;

/** Finds the hosts of a planned trip by what was typed, and works out the ways between them. */
@Injectable()
export class LookAtPlan {
  constructor(
    private readonly places: LegPlaces,
    private readonly legs: Legs,
    private readonly catalog: ProblemCatalog,
  ) {}

  async execute(typed: readonly TypedLeg[]): Promise<PlanView> {
    const found: FoundLeg[] = [];
    const faults: Record<string, string> = {};
    for (const { number, host: words, day, from, to, mode, link } of typed) {
      const host = await this.hostOf(words);
      if (typeof host === 'string') faults[`host-${number}`] = host;
      else {
        const at = (clock: string): Date => instantAt(day, clock, host.timeZone);
        const [startsAt, endsAt] = [at(from), at(to)];
        if (startsAt >= endsAt) faults[`to-${number}`] = 'Jam selesai harus sesudah jam mulai.';
        found.push({ number, host, startsAt, endsAt, mode, link });
      }
    }
    const isWhole = Object.keys(faults).length === 0;
    return { found, faults, ways: waysOf(found), against: isWhole ? await this.against(found) : null };
  }

  /** The unit that is meant, or why it is not known, as a sentence. */
  private async hostOf(words: string): Promise<HostPlace | string> {
    const hosts = await this.places.named(words.trim(), FEW);
    const [first] = hosts;
    if (!first) return `Tidak ada UPT bernama “${words.trim()}”.`;
    const isMeant = [first.name.toLowerCase(), first.code].includes(words.trim().toLowerCase());
    if (isMeant || hosts.length === 1) return first;
    return `Ada beberapa yang cocok: ${hosts.map(({ name }) => name).join('; ')}. Tulis nama lengkapnya.`;
  }

  private async against(found: readonly FoundLeg[]): Promise<string | null> {
    try {
      await this.legs.assertSound(
        null,
        found.map(({ host, startsAt, endsAt, mode }) => ({ hostUnit: host.code, startsAt, endsAt, mode })),
      );
      return null;
    } catch (thrown) {
      const problem = thrown instanceof AppError ? this.catalog.problem(thrown.code) : undefined;
      if (!(thrown instanceof AppError) || !problem) throw thrown;
      return typeof problem.detail === 'string' ? problem.detail : problem.detail(thrown.facts);
    }
  }
}

function waysOf(found: readonly FoundLeg[]): PlanView['ways'] {
  const legs = inOrder(found).filter(isOnSite);
  return legs.flatMap((later, index) => {
    const earlier = legs[index - 1];
    const distance = earlier ? distanceBetween(earlier.host, later.host) : null;
    if (!earlier || !distance) return [];
    return [{ from: earlier.host.name, to: later.host.name, distance, minutes: travelMinutes(distance.km) }];
  });
}
