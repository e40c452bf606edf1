export const formatDateTimeRange = (startsAt: Date, endsAt: Date, zone: string): string =>
  `${startsAt.toISOString()} ${endsAt.toISOString()} ${zone}`;
