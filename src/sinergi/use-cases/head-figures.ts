import type { ReportFigure } from '../../platform/documents/report.js';
import { nowFigures } from '../domain/figure-kinds.js';
import { spanWords } from '../domain/period-words.js';
import type { Compared, SinergiFigures } from './sinergi-figures.js';
import { nowNames } from './sinergi-words.js';

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
