interface Session {
  startsAt: Date;
  endsAt: Date;
}

/** Where a day stands in its agenda. */
export interface AgendaNow<S extends Session> {
  /** Sessions going on: parallel ones are several. */
  now: S[];
  /** Those that begin next, all at one time. */
  next: S[];
}

/** The sessions going on at an instant, and those that begin next. A session's end is no longer part of it. */
export function agendaNow<S extends Session>(sessions: readonly S[], instant: Date): AgendaNow<S> {
  const time = instant.getTime();
  const later = sessions.filter(({ startsAt }) => startsAt.getTime() > time);
  const soonest = Math.min(...later.map(({ startsAt }) => startsAt.getTime()));
  return {
    now: sessions.filter(({ startsAt, endsAt }) => startsAt.getTime() <= time && time < endsAt.getTime()),
    next: later.filter(({ startsAt }) => startsAt.getTime() === soonest),
  };
}
