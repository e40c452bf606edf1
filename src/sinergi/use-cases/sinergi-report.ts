import { paperPalette } from '../../platform/charts/chart.js';
import type { Report, ReportSection } from '../../platform/documents/report.js';
import { formatDate, formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { LearningNetwork } from '../queries/learning-network.js';
import { monthsChart, networkChart, programsChart } from './sinergi-charts.js';
import { headFigures } from './head-figures.js';
import type { SinergiFigures } from './sinergi-figures.js';
import { NOW_LEAD } from './sinergi-words.js';
import { sinergiTable, type TableName } from './sinergi-tables.js';
import { periodWords } from '../domain/period-words.js';

const WIDTH = 515;
const MONTHS_HEIGHT = 170;
const NETWORK_HEIGHT = 500;

export interface ReportFacts {
  figures: SinergiFigures;
  network: LearningNetwork;
  officeName: string;
  made: Date;
  /** Of the reader. */
  zone: Zone;
}

/** The report of a period: what its figures tell, with charts and tables; parts that have nothing to tell are left out. */
export function sinergiReport({ figures, network, officeName, made, zone }: ReportFacts): Report {
  const program = figures.choices.programs.find(({ code }) => code === figures.scope.program);
  return {
    title: `Laporan Sinergi ${officeName}`,
    subtitle: [periodWords(figures.scope), program && `program ${program.name}`].filter(Boolean).join(', '),
    colophon: `Disusun Sambang pada ${formatDate(made, zone)}`,
    figures: headFigures(figures),
    sections: [
      section(figures, 'saat-ini', `${NOW_LEAD} Per ${formatMoment(made, zone)}.`),
      section(figures, 'keadaan', `Dibandingkan dengan ${periodWords(figures.before)}.`),
      ...months(figures),
      ...programs(figures),
      ...(figures.offices.length > 0 ? [section(figures, 'kanwil', '')] : []),
      ...pairs(figures, network),
      section(figures, 'jawaban', 'Separuh permintaan dijawab dalam waktu ini atau lebih cepat.'),
      section(figures, 'hasil', ''),
      section(figures, 'praktik', ''),
      section(figures, 'belum-ikut', 'UPT tanpa kunjungan yang disepakati, sebagai tamu atau tuan rumah.'),
    ].filter(({ table }) => table === null || table.rows.length > 0),
  };
}

function section(figures: SinergiFigures, name: TableName, lead: string): ReportSection {
  const table = sinergiTable(figures, name);
  return { heading: table.title, lead, chart: null, table };
}

/** A month alone needs no chart of months. */
function months(figures: SinergiFigures): ReportSection[] {
  if (figures.months.length < 2) return [];
  const size = { width: WIDTH, height: MONTHS_HEIGHT };
  const svg = monthsChart(figures.months, paperPalette, size);
  const alt = 'Batang jumlah kunjungan tiap bulan, di samping bulan pembandingnya';
  return [{ ...section(figures, 'bulan', 'Abu-abu: bulan pembanding.'), chart: { svg, ...size, alt } }];
}

function programs(figures: SinergiFigures): ReportSection[] {
  if (!figures.programs.some(({ count }) => count > 0)) return [];
  const chart = programsChart(figures.programs, paperPalette, WIDTH);
  const alt = 'Batang jumlah kunjungan tiap program';
  return [
    {
      ...section(figures, 'program', 'Kunjungan dengan beberapa program dihitung pada masing-masing.'),
      chart: { ...chart, width: WIDTH, alt },
    },
  ];
}

function pairs(figures: SinergiFigures, network: LearningNetwork): ReportSection[] {
  if (figures.pairs.length === 0) return [];
  const size = { width: WIDTH, height: NETWORK_HEIGHT };
  const svg = networkChart(network, paperPalette, size);
  const alt = 'Jaringan UPT: panah dari tamu ke tuan rumah';
  return [
    {
      ...section(figures, 'pasangan', 'Panah dari tamu ke tuan rumah, lebih tebal bila lebih sering.'),
      chart: { svg, ...size, alt },
    },
  ];
}
