import { paperPalette } from '../../platform/charts/chart.js';
import type { Report, ReportFigure, ReportSection } from '../../platform/documents/report.js';
import { formatDate, formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { LearningNetwork } from '../queries/learning-network.js';
import { monthsChart, networkChart, programsChart } from './sinergi-charts.js';
import type { Compared, SinergiFigures } from './sinergi-figures.js';
import { NOW_LEAD, nowNames } from './sinergi-words.js';
import { nowFigures } from '../domain/figure-kinds.js';
import { sinergiTable, type TableName } from './sinergi-tables.js';
import { periodWords, spanWords } from '../domain/period-words.js';

const WIDTH = 515;
const MONTHS_HEIGHT = 170;
const NETWORK_HEIGHT = 500;

/** How a count compares with the period before, in words. */
export function changeWords({ count, before }: Compared): string {
  if (count === before) return 'sama seperti sebelumnya';
  const change = count > before ? `naik ${count - before}` : `turun ${before - count}`;
  return `${change} (sebelumnya ${before})`;
}

/** The figures that a report begins with. */
export function headFigures(figures: SinergiFigures): ReportFigure[] {
  const figure = (name: string, sums: Compared): ReportFigure => ({
    name,
    value: String(sums.count),
    note: changeWords(sums),
  });
  const { medianHours } = figures.answers;
  return [
    figure('Kunjungan diajukan', figures.total),
    figure('Kunjungan disepakati', figures.agreed),
    figure('Permintaan dijawab', figures.answers),
    {
      name: 'Nilai tengah waktu jawab',
      value: medianHours === null ? '–' : spanWords(medianHours),
      note: 'sejak diajukan',
    },
    figure('Tindak lanjut selesai', figures.followUps.done),
    figure('Praktik direplikasi', figures.replications),
    ...nowFigures.map((name) => ({
      name: `${nowNames[name]} (saat ini)`,
      value: String(figures.now[name]),
      note: 'dari semua periode',
    })),
  ];
}

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
