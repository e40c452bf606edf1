import { toOffsetIso } from '../../platform/text/dates.js';
import { shownKilometres } from '../../platform/text/distance.js';
import type { ComparedHost } from '../use-cases/compare-hosts.js';
import type { RankedHost } from '../use-cases/rank-hosts.js';
import type { ComparedHostView, HostView } from './hosts.view.js';

const ONE_DIGIT = 10;
const rounded = (value: number): number => Math.round(value * ONE_DIGIT) / ONE_DIGIT;

/** A host as the API shows it; times carry the offset of its zone. */
export function presentHost(host: RankedHost): HostView {
  const { code, name, place, officeName, timeZone, notes, replications, uses, hosted } = host;
  return {
    unit: code,
    name,
    place,
    regionalOffice: officeName,
    timeZone,
    score: rounded(host.score),
    reasons: host.reasons,
    notes,
    replications,
    uses,
    hosted,
    usesSambang: host.usesSambang,
    rating: host.rating && { average: rounded(host.rating.average), count: host.rating.count },
    distanceKm: host.distance && shownKilometres(host.distance),
    distanceConfirmed: host.distance?.confirmed ?? false,
    nextFree: host.nextFree && toOffsetIso(host.nextFree, timeZone),
    titles: host.titles.map(({ id, title }) => ({ id, title })),
  };
}

/** A host beside others, with what it wrote, what visits to it brought, and who took it over. */
export function presentCompared({ host, notes, summaries, replications }: ComparedHost): ComparedHostView {
  const { timeZone, outlook } = host;
  return {
    ...presentHost(host),
    rules: outlook && {
      identity: outlook.policy.identityRule,
      phone: outlook.policy.phoneRule,
      camera: outlook.policy.cameraRule,
      largestParty: outlook.policy.largestParty,
      shortestNoticeDays: outlook.policy.shortestNoticeDays,
    },
    free: (outlook?.free ?? []).map(({ startsAt, endsAt }) => ({
      startsAt: toOffsetIso(startsAt, timeZone),
      endsAt: toOffsetIso(endsAt, timeZone),
    })),
    practices: notes.map(({ id, title, context, whatWasDone, resources, howToCopy, result, pitfalls }) => ({
      ...{ id, title, context, whatWasDone },
      ...{ resources, howToCopy, result, pitfalls },
    })),
    summaries: summaries.map(({ visitId, title, guestUnitName, startsAt, outcomes, decisions }) => ({
      visit: visitId,
      ...{ title, guest: guestUnitName, startsAt: toOffsetIso(startsAt, timeZone), outcomes, decisions },
    })),
    replicatedBy: replications.map(({ toUnitName, practice, since, result }) => ({
      ...{ name: toUnitName, practice, since, result },
    })),
  };
}
