/** What the examples of pages are made of, as bodies of the API. */

export const invited = {
  name: 'Arif Rahman',
  email: 'arif@contoh.test',
  office: 'Kelompok Tani Mitra Serayu',
  side: 'invited',
  role: 'observer',
};

export const noteBody = {
  unit: 'rutan-banjarnegara',
  title: 'Kebun dan ternak dalam satu kawasan',
  context: 'Lahan terbatas.',
  whatWasDone: 'Sayuran dan ikan dikelola bersama.',
  result: 'Panen setiap bulan.',
  howToCopy: 'Mulai dari satu demplot.',
  topics: ['Ketahanan pangan'],
  programs: ['akselerasi-2'],
};

export const tripBody = {
  kind: 'study-visit',
  title: 'Kebun di dua Rutan',
  purpose: 'Membandingkan kebun',
  legs: [
    {
      hostUnit: 'rutan-banjarnegara',
      startsAt: '2025-11-12T09:00:00+07:00',
      endsAt: '2025-11-12T11:00:00+07:00',
    },
    {
      hostUnit: 'rutan-purbalingga',
      startsAt: '2025-11-13T09:00:00+07:00',
      endsAt: '2025-11-13T11:00:00+07:00',
    },
  ],
  party: [{ name: 'Hendra Setiawan' }],
  draft: true,
};

export const seriesBody = {
  hostUnit: 'rutan-banjarnegara',
  title: 'Rapat koordinasi klien',
  startsAt: '2025-11-04T13:00:00+07:00',
  endsAt: '2025-11-04T15:00:00+07:00',
  recurrence: { frequency: 'monthly', every: 1, ordinal: 1, until: '2026-02-28' },
};

/** What a Kanwil proposes of a unit of which nothing else is told. */
export const unitChangeBody = {
  kind: 'closed',
  unit: 'rutan-kebumen',
  effectiveOn: '2026-07-01',
  decree: 'W.13-1234',
  reason: 'Penataan organisasi.',
};

export const promiseBody = {
  what: 'Membuat satu demplot sayuran',
  person: 'Hendra Setiawan',
  dueOn: '2025-11-30',
  unit: 'bapas-purwokerto',
};
