import { samplePage, sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { agendaChanges } from './agenda-changes.js';
import type { AgendaItem } from './agenda-items.js';
import { agendaChangesLetter, agendaLetter } from './agenda-mail.js';

const session = (id: string, from: string, to: string, more: Partial<AgendaItem>): AgendaItem => ({
  id,
  startsAt: new Date(`2025-10-30T${from}:00Z`),
  endsAt: new Date(`2025-10-30T${to}:00Z`),
  title: '',
  kind: 'presentation',
  place: '',
  persons: [],
  note: '',
  ...more,
});

const welcome = session('1', '02:00', '02:30', { title: 'Penerimaan tamu', kind: 'welcome', place: 'Lobi' });
const talk = session('2', '02:30', '03:30', {
  title: 'Paparan kehumasan',
  place: 'Aula',
  persons: ['Bu Ani'],
});
const tour = session('3', '03:30', '05:00', { title: 'Tur kebun', kind: 'field-tour', place: 'Kebun' });
const movedTour = { ...tour, startsAt: new Date('2025-10-30T03:45:00Z') };

export function agendaMailSamples(): MailSample[] {
  const visit = { ...sampleVisit, url: sampleVisit.pageUrl, pages: [samplePage] };
  const changes = agendaChanges(
    [welcome, talk, tour],
    [welcome, { ...talk, place: 'Ruang rapat' }, movedTour],
  );
  return [
    {
      name: 'agenda',
      occasion: 'Susunan acara diterbitkan',
      ...agendaLetter(visit, sampleReader, [welcome, talk, tour]),
    },
    {
      name: 'agenda-changes',
      occasion: 'Susunan acara berubah',
      ...agendaChangesLetter(visit, sampleReader, changes),
    },
  ];
}
