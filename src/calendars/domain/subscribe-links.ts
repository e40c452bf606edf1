/** Addresses by which people add a feed to the calendar they use. */
export interface SubscribeLinks {
  /** The feed by the scheme that calendar programs have taken over: `webcals:` over TLS, else `webcal:`. */
  webcal: string;
  google: string;
  /** outlook.com, and Outlook of an organisation (Microsoft 365). */
  outlook: string;
  outlookOffice: string;
  /** macOS and iOS take the address by that scheme. */
  apple: string;
}

const outlookPage = 'calendar/0/addfromweb';

/** Links for a feed's secret address; they are as secret as the address itself. */
export function subscribeLinks(url: string, name: string): SubscribeLinks {
  const webcal = url.replace(/^http/, 'webcal');
  const named = new URLSearchParams({ url, name }).toString();
  return {
    webcal,
    // Google takes the address as a calendar's id, and only by webcal; it asks for it over TLS where it can.
    google: `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: url.replace(/^https?:/, 'webcal:') }).toString()}`,
    outlook: `https://outlook.live.com/${outlookPage}?${named}`,
    outlookOffice: `https://outlook.office.com/${outlookPage}?${named}`,
    apple: webcal,
  };
}

/** How somebody adds a feed, by what is in the hand. */
export const platforms = [
  {
    link: 'google',
    name: 'Google Kalender (Android)',
    steps:
      'Ketuk tombol ini, lalu ketuk “Tambahkan”. Muncul di ponsel setelah Google memperbaruinya, paling lama sehari.',
  },
  {
    link: 'apple',
    name: 'iPhone, iPad, Mac',
    steps: 'Ketuk tombol ini, lalu ketuk “Langganan”.',
  },
  {
    link: 'outlook',
    name: 'Outlook.com',
    steps: 'Ketuk tombol ini, lalu ketuk “Impor”.',
  },
  {
    link: 'outlookOffice',
    name: 'Outlook kantor (Microsoft 365)',
    steps: 'Ketuk tombol ini, lalu ketuk “Impor”.',
  },
] as const;
