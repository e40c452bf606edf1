import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Together } from '../../platform/database/together.js';
import { programVersion } from '../../platform/process/program-version.js';
import { Site } from '../../platform/security/access-guard.js';
import { heldAs, heldZone, type FeedGround } from '../domain/feed-key.js';
import { FeedStates, type FeedState } from '../queries/feed-states.js';

/** A feed that somebody asks for. */
export interface OpenFeed {
  state: FeedState;
  now: Date;
  /** The ground on which it is written now, but for its zone. */
  ground: Omit<FeedGround, 'zone'>;
  /** What it is made of; null where nothing changed, and for a participant's feed. */
  scopes: readonly number[] | null;
  /** Whether it holds what was written last: nothing that it is made of has changed since. */
  isHeld: boolean;
}

/** Finds out by one statement what an address opens, and whether what was written last still holds. */
@Injectable()
export class OpenFeeds {
  private readonly states: Together<string, FeedState>;
  private known: { started: string; database: string; program: string } | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly queries: FeedStates,
  ) {
    this.states = new Together((hashes) => queries.of(hashes, clock.now()));
  }

  /** Null for an address that opens no feed. */
  async of(tokenHash: string): Promise<OpenFeed | null> {
    const state = await this.states.of(tokenHash);
    if (!state) return null;
    const now = this.clock.now();
    const { database, program } = await this.ofProcess(state.databaseStarted);
    const ground = { revision: state.revision, now, database, program };
    const zone = heldZone(state.held);
    const isHeld = zone !== null && state.digest !== null && state.held === heldAs({ ...ground, zone });
    if (isHeld || state.feedId === null) return { state, now, ground, scopes: null, isHeld };
    const renewed = await this.queries.groundOf(tokenHash);
    if (!renewed) return null;
    const { scopes, revision } = renewed;
    return { state, now, ground: { ...ground, revision }, scopes, isHeld };
  }

  /** @param started when the database was started: only then it can have become another */
  private async ofProcess(started: string): Promise<{ database: string; program: string }> {
    if (this.known?.started === started) return this.known;
    const database = await this.queries.databaseName();
    const links = createHash('sha256').update(this.site.publicUrl).digest('base64url').slice(0, 8);
    this.known = { started, database, program: `${await programVersion()}.${links}` };
    return this.known;
  }
}
