import { roles, type Actor, type Role, type RoutePolicy } from './actor.js';
import { kanwilPrefix } from './organisation.js';

/** A kind of right; whose object it may be used on, a policy says beside it. */
export type Capability =
  /** Asks for, answers and changes the visits of the own organisation, with all that belongs to them. */
  | 'visits.arrange'
  /** Follows the visits of the own region, and approves them for the regional office. */
  | 'visits.oversee'
  /** Arranges visits of units of the own region: both units are asked. */
  | 'visits.propose-for-region'
  /** Answers for units of the own region at which nobody can. */
  | 'visits.stand-in'
  /** Sees every visit that was sent. */
  | 'visits.read-all'
  /** Vouches for photos where children live, as the head of the unit. */
  | 'photos.vouch'
  /** Does what the own organisation promised after a visit, and judges what was promised to it. */
  | 'follow-ups.carry'
  /** Judges what units of the own region promised. */
  | 'follow-ups.oversee'
  /** Reads what is published for everybody, and for the own region. */
  | 'notes.read'
  /** Writes notes of the own unit. */
  | 'notes.write'
  /** Publishes notes of the own unit. */
  | 'notes.publish'
  /** Publishes and returns notes of the own region. */
  | 'notes.oversee'
  /** Keeps the synonyms of the search. */
  | 'notes.keep-synonyms'
  /** Sees what regions have to do with one another. */
  | 'sinergi.read'
  /** Looks after accounts: those of officers. */
  | 'people.manage'
  /** Looks after accounts of those who head a unit. */
  | 'people.manage-heads'
  /** Looks after accounts of those who are of no unit. */
  | 'people.manage-above'
  /** Sees who has an account. */
  | 'people.read'
  /** Sees and revokes the API tokens of others. */
  | 'people.keep-tokens'
  /** Sees who had the NIP of whom shown whole. */
  | 'people.watch-looks'
  /** Approves what the own unit gives to the press, and speaks for it. */
  | 'press.approve'
  /** Gives and erases the data of somebody who asked for it by letter. */
  | 'people.answer-for-data'
  /** Keeps what stands on the papers of the own office: letterhead, signers, numbers. */
  | 'papers.keep'
  | 'units.change-identity'
  | 'units.change-hosting'
  | 'units.change-contact'
  /** Proposes that units of the own region open, close, merge, split or are renamed. */
  | 'units.propose-changes'
  /** Makes such changes, and decides about those that are proposed. */
  | 'units.decide-changes'
  /** Changes the settings of a regional office. */
  | 'offices.change'
  /** Keeps what belongs to no unit: holidays, programs, the list of regional offices, directorates and partners. */
  | 'reference.keep'
  /** Reads every mail and looks after those that fail. */
  | 'mails.oversee'
  /** Watches jobs and backups. */
  | 'system.watch';

const ofUnits = ['visits.arrange', 'follow-ups.carry', 'notes.read', 'notes.write', 'people.read'] as const;

/** What each role may do: all that is not given here is refused. */
const capabilities: Readonly<Record<Role, ReadonlySet<Capability>>> = {
  officer: new Set<Capability>([...ofUnits, 'papers.keep']),
  'unit-head': new Set<Capability>([
    ...ofUnits,
    'photos.vouch',
    'press.approve',
    'papers.keep',
    'notes.publish',
    'people.manage',
    'units.change-hosting',
    'units.change-contact',
  ]),
  regional: new Set<Capability>([
    'visits.arrange',
    'follow-ups.carry',
    'visits.oversee',
    'visits.propose-for-region',
    'visits.stand-in',
    'follow-ups.oversee',
    'notes.read',
    'notes.oversee',
    'sinergi.read',
    'people.read',
    'people.manage',
    'people.manage-heads',
    'papers.keep',
    'units.change-identity',
    'units.change-hosting',
    'units.change-contact',
    'units.propose-changes',
    'offices.change',
  ]),
  administrator: new Set<Capability>([
    'visits.read-all',
    'notes.read',
    'notes.keep-synonyms',
    'sinergi.read',
    'people.read',
    'people.manage',
    'people.manage-heads',
    'people.manage-above',
    'people.keep-tokens',
    'people.watch-looks',
    'people.answer-for-data',
    'papers.keep',
    'units.change-identity',
    'units.change-hosting',
    'units.change-contact',
    'units.decide-changes',
    'offices.change',
    'reference.keep',
    'mails.oversee',
    'system.watch',
  ]),
};

/** Where one of a role works, and how far what it may do reaches. */
export const posts: Readonly<
  Record<Role, { workplace: 'unit' | 'regional-office' | 'none'; reach: 'unit' | 'region' | 'nation' }>
> = {
  officer: { workplace: 'unit', reach: 'unit' },
  'unit-head': { workplace: 'unit', reach: 'unit' },
  regional: { workplace: 'regional-office', reach: 'region' },
  administrator: { workplace: 'none', reach: 'nation' },
};

/** Somebody who acts, as far as the table looks. */
export type Capable = Pick<Actor, 'role'>;

export const can = ({ role }: Capable, capability: Capability): boolean => capabilities[role].has(capability);

/** The policy of a route for those who may do a kind of thing at all. */
export const allows =
  (capability: Capability): RoutePolicy =>
  (actor) =>
    can(actor, capability);

/** The roles that may do a kind of thing; a statement takes them as a parameter. */
export const rolesWith = (capability: Capability): Role[] =>
  roles.filter((role) => capabilities[role].has(capability));

export const reachOf = ({ role }: Capable): 'unit' | 'region' | 'nation' => posts[role].reach;

/**
 * The organisation that somebody acts for when it asks for visits, receives them or comes along: the own unit, or of a
 * regional office's people the office itself. Their work over the region is another matter (`visits.oversee`).
 */
export function organisationOf(actor: Pick<Actor, 'role' | 'unit' | 'regionalOffice'>): string | null {
  switch (posts[actor.role].workplace) {
    case 'unit':
      return actor.unit;
    case 'regional-office':
      return actor.regionalOffice === null ? null : `${kanwilPrefix}${actor.regionalOffice}`;
    case 'none':
      return null;
  }
}

/** The organisation for whose visits somebody acts; null for who may not. */
export const arrangesFor = (actor: Pick<Actor, 'role' | 'unit' | 'regionalOffice'>): string | null =>
  can(actor, 'visits.arrange') ? organisationOf(actor) : null;

/** Of which organisation somebody is, as far as the rules look. */
type Member = Pick<Actor, 'role' | 'unit' | 'inherited' | 'regionalOffice'>;

/** The organisations for which somebody acts: the own one, and the units that merged into it. */
export function unitsOf(actor: Member): string[] {
  const own = organisationOf(actor);
  return own === null ? [] : [own, ...(actor.inherited ?? [])];
}

/** Those for whose visits somebody acts; none for who may not. */
export const arrangedUnits = (actor: Member): string[] =>
  can(actor, 'visits.arrange') ? unitsOf(actor) : [];

/** Whether somebody acts for an organisation, or for one that merged into the own. */
export const actsFor = (actor: Member, unit: string | null): boolean =>
  unit !== null && unitsOf(actor).includes(unit);

/** Whether somebody acts for the visits of an organisation. */
export const arrangesOf = (actor: Member, unit: string | null): boolean =>
  can(actor, 'visits.arrange') && actsFor(actor, unit);

/** Whether a place, a unit or a regional office, lies within what somebody may do anything about. */
export function reaches(
  actor: Pick<Actor, 'role' | 'unit' | 'inherited' | 'regionalOffice'>,
  place: { unit: string | null; regionalOffice: string | null },
): boolean {
  switch (reachOf(actor)) {
    case 'unit':
      return actsFor(actor, place.unit);
    case 'region':
      return place.regionalOffice !== null && place.regionalOffice === actor.regionalOffice;
    case 'nation':
      return true;
  }
}
