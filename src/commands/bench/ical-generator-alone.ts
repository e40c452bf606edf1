import ICAL from 'ical.js';
import ical, { ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { measureCpu } from './cpu-time.js';

/** What the events of a feed hold, read from it. */
function fieldsOf(body: string) {
  const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((vevent) => {
    const event = new ICAL.Event(vevent);
    const instant = (name: string): Date => (vevent.getFirstPropertyValue(name) as ICAL.Time).toJSDate();
    return {
      id: event.uid,
      summary: event.summary,
      description: event.description,
      location: event.location,
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
      created: instant('created'),
      lastModified: instant('last-modified'),
      url: vevent.getFirstPropertyValue('url') as string,
    };
  });
}

/** The same events written by ical-generator and nothing else, with dates in their zone. */
export function renderAlone(body: string): {
  cpu: number;
  perSecond: number;
  statuses: Record<string, number>;
} {
  const fields = fieldsOf(body);
  const zone = 'Asia/Jakarta';
  const inZone = (at: Date, of = zone): DateTime => DateTime.fromJSDate(at, { zone: of });
  const began = { cpu: measureCpu([]), at: performance.now() };
  const calendar = ical({ name: 'Kunjungan' });
  for (const { start, end, created, lastModified, ...texts } of fields) {
    calendar.createEvent({
      ...texts,
      timezone: zone,
      start: inZone(start),
      end: inZone(end),
      stamp: inZone(lastModified, 'utc'),
      created: inZone(created, 'utc'),
      lastModified: inZone(lastModified, 'utc'),
      status: ICalEventStatus.CONFIRMED,
    });
  }
  const { length } = calendar.toString();
  const [cpu, ms] = [began.cpu(), performance.now() - began.at];
  return { cpu, perSecond: 1000 / ms, statuses: { bytes: length } };
}
