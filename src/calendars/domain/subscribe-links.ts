/** Addresses by which people add a feed to the calendar they use. */
export interface SubscribeLinks {
  /** The feed by the scheme that calendar programs have taken over, `webcal:`. */
  webcal: string;
  google: string;
  /** outlook.com, and Outlook of an organisation (Microsoft 365). */
  outlook: string;
  outlookOffice: string;
  /** macOS and iOS take a `webcal:` address. */
  apple: string;
}

const outlookPage = 'calendar/0/addfromweb';

/** Links for a feed's secret address; they are as secret as the address itself. */
export function subscribeLinks(url: string, name: string): SubscribeLinks {
  const webcal = url.replace(/^https?:/, 'webcal:');
  const named = new URLSearchParams({ url, name }).toString();
  return {
    webcal,
    // Google takes the address as a calendar's id, and only by webcal.
    google: `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcal }).toString()}`,
    outlook: `https://outlook.live.com/${outlookPage}?${named}`,
    outlookOffice: `https://outlook.office.com/${outlookPage}?${named}`,
    apple: webcal,
  };
}
