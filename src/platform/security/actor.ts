import type { Zone } from '../text/zones.js';

export const roles = ['officer', 'unit-head', 'regional', 'administrator'] as const;

/** What an account may be: works for a unit, heads it, follows a region, or runs the system. */
export type Role = (typeof roles)[number];

/** Whoever is signed in, as the rules see them. */
export interface Actor {
  personId: string;
  name: string;
  email: string;
  role: Role;
  /** Unit code of officers and unit heads. */
  unit: string | null;
  /** Codes of the units that merged into the own one: what was theirs goes on with its people. */
  inherited?: readonly string[];
  /** Regional office code: the own one, or the one the own unit belongs to; null for administrators. */
  regionalOffice: string | null;
  /** Name of the own unit or regional office; null for administrators. */
  placeName: string | null;
  /** Zone of the own unit or regional office; administrators read Western Indonesian Time. */
  timeZone: Zone;
  /** Whether a program acts by an API token, which may not make others. */
  isByToken?: boolean;
}

/** A policy a route declares; finer ones are asked by use-cases about the row they loaded. */
export type RoutePolicy = (actor: Actor) => boolean;

export const signedIn: RoutePolicy = () => true;
