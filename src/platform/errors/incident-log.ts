import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { outageOf, type Outage } from '../database/postgres-errors.js';
import { currentReference, newReference } from '../log/reference.js';

/** What meets every request alike: one event from its first to its last, with a minute of quiet at the most. */
interface Event {
  id: string;
  lastAt: number;
  toldAt: number;
  count: number;
}

const QUIET_MS = 60_000;

/** Logs what failed under an id that a person can quote. An outage of the database is one event, however many it meets. */
@Injectable()
export class IncidentLog {
  private readonly logger = new Logger('incidents');
  private readonly events = new Map<Outage, Event>();

  constructor(private readonly clock: Clock) {}

  /**
   * Logs a failure and returns its id: the reference of the present request or job where there is one.
   *
   * @param where what was being done, without anybody's data: `GET /kunjungan/:id`
   */
  report(thrown: unknown, where: string, reference = currentReference()): string {
    const outage = outageOf(thrown);
    if (outage) return this.reportOutage(outage, thrown, where);
    const id = reference ?? newReference();
    this.logger.error(
      `${id} ${where}: ${String(thrown)}`,
      thrown instanceof Error ? thrown.stack : undefined,
    );
    return id;
  }

  private reportOutage(outage: Outage, thrown: unknown, where: string): string {
    const now = this.clock.now().getTime();
    const known = this.events.get(outage);
    const isNew = !known || now - known.lastAt > QUIET_MS;
    const event = isNew ? { id: newReference(), lastAt: now, toldAt: now, count: 0 } : known;
    this.events.set(outage, event);
    event.count += 1;
    event.lastAt = now;
    if (isNew || now - event.toldAt >= QUIET_MS) {
      event.toldAt = now;
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      this.logger.error(`${event.id} the database is ${outage}, answer ${event.count}, ${where}: ${message}`);
    }
    return event.id;
  }
}
