/** Path of a participant's page, or of something beside it. */
export const addressOf = (token: string, beside = ''): string =>
  `/jawab/${encodeURIComponent(token)}${beside && `/${beside}`}`;

/** A place on a map of somebody else's, which opens only when it is asked for. */
export const mapAddress = (latitude: number, longitude: number): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
