import { impersonal, type PersonalTables } from '../../platform/database/personal-columns.js';

const counts = 'counts by month, office and program';
const sums = ['cube', 'guest_unit', 'host_unit', 'mark', 'unit'];

export const sinergiPersonal: PersonalTables = {
  monthly_report: impersonal('code of an office', 'regional_office'),
  sinergi_delta: impersonal(counts, ...sums, 'program'),
  sinergi_fact: impersonal(counts, ...sums, 'programs'),
  sinergi_figure: impersonal(counts, ...sums, 'program'),
  sinergi_sum: impersonal(counts, 'cube', 'place', 'program', 'mark'),
};
