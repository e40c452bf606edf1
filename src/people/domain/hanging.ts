import type { Actor, Role } from '../../platform/security/actor.js';

/** What becomes of a kind of things when somebody goes: a colleague takes them, they end, or colleagues share them. */
export const hangingFates = ['handed-over', 'ends', 'shared'] as const;
export type HangingFate = (typeof hangingFates)[number];

/** Somebody with an account, as far as what hangs on them looks. */
export interface HoldingPerson {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  position: string | null;
  rank: string | null;
  nip: string | null;
  role: Role;
  unit: string | null;
  /** The own regional office; null for who is of a unit. */
  regionalOffice: string | null;
}

/** One of the things that hang on somebody, for whoever may see it. */
export interface HangingThing {
  title: string;
  /** What and when, in Indonesian. */
  detail: string;
  href: string;
}

/** How much of a kind hangs on somebody. */
export interface Hanging {
  /** All of them, also those that the reader may not see. */
  count: number;
  /** The first of those that the reader may see. */
  things: readonly HangingThing[];
}

/** Most things of a kind that are shown by name. */
export const MOST_THINGS = 20;

/** What one person gives to another, and who says so. */
export interface Handover {
  actor: Actor;
  from: HoldingPerson;
  to: HoldingPerson;
}

interface HangBase {
  /** Feature and what: `follow-ups.owned`. */
  kind: string;
  /** Kinds are shown, and handed over, in ascending order. */
  order: number;
  /** What hangs, in Indonesian: `Tindak lanjut yang dipegang`. */
  title: string;
  /** What becomes of it, in Indonesian. */
  words: string;
  /** Columns of the database that name the person, `table.column`. */
  columns: readonly string[];
  find: (person: HoldingPerson, reader: Actor) => Promise<Hanging>;
  /** What follows for what the person keeps at another place, in the transaction of the move. */
  moved?: (person: HoldingPerson, placeName: string) => Promise<void>;
}

/** A kind of things that hang on a person, registered with `Hangs` by the feature that keeps them. */
export type Hang = HangBase &
  (
    | {
        fate: 'handed-over';
        /** In the open transaction; what nobody but the successor may do any more is told by the caller. */
        handOver: (handover: Handover) => Promise<void>;
      }
    | { fate: Exclude<HangingFate, 'handed-over'> }
  );

/** Who takes what: one for everything that is not named, and others for some kinds. */
export interface Successors {
  all: string | null;
  each: ReadonlyMap<string, string>;
}

export const nobodyTakes: Successors = { all: null, each: new Map() };

/** Who takes a kind of things; null leaves them where they are. */
export const successorOf = ({ all, each }: Successors, kind: string): string | null => each.get(kind) ?? all;
