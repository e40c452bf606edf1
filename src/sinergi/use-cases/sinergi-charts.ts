import { drawChart, type ChartSize, type Palette } from '../../platform/charts/chart.js';
import type { LearningNetwork } from '../queries/learning-network.js';
import type { SinergiFigures } from './sinergi-figures.js';
import { monthName } from '../domain/period-words.js';

const MOST_PROGRAMS = 12;
const LONGEST_NAME = 44;
const ROW_HEIGHT = 28;

/** Text of labels in CSS pixels. */
const FONT = { fontSize: 12, fontFamily: 'Roboto, system-ui, sans-serif' };

const short = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;

/** Bars side by side: visits of each month, and of the month they are compared with. */
export function monthsChart(months: SinergiFigures['months'], palette: Palette, size: ChartSize): string {
  const bar = (name: string, data: number[], color: string) => ({
    name,
    type: 'bar',
    data,
    itemStyle: { color },
    barMaxWidth: 24,
  });
  return drawChart(
    {
      textStyle: FONT,
      grid: { left: 4, right: 4, top: 12, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: months.map(({ month }) => monthName(month).slice(0, 3)),
        axisLabel: { color: palette.ink, hideOverlap: true },
        axisLine: { lineStyle: { color: palette.faint } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: palette.ink },
        splitLine: { lineStyle: { color: palette.faint } },
      },
      series: [
        bar(
          'Sebelumnya',
          months.map(({ before }) => before),
          palette.faint,
        ),
        bar(
          'Periode ini',
          months.map(({ count }) => count),
          palette.accent,
        ),
      ],
    },
    size,
  );
}

/** Lying bars with their numbers, the greatest first; its height follows from how many there are. */
export function programsChart(
  programs: SinergiFigures['programs'],
  palette: Palette,
  width: number,
): { svg: string; height: number } {
  const shown = programs.filter(({ count }) => count > 0).slice(0, MOST_PROGRAMS);
  const height = shown.length * ROW_HEIGHT + 16;
  const svg = drawChart(
    {
      textStyle: FONT,
      grid: { left: 4, right: 36, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map(({ name }) => short(name)),
        axisLabel: { color: palette.ink },
        axisLine: { show: false },
        axisTick: { show: false },
      },
      series: [
        {
          type: 'bar',
          data: shown.map(({ count }) => count),
          itemStyle: { color: palette.accent },
          barMaxWidth: 16,
          label: { show: true, position: 'right', color: palette.ink },
        },
      ],
    },
    { width, height },
  );
  return { svg, height };
}

/** Who learns from whom: units on a circle, an arrow from each guest to its host, wider the more often. */
export function networkChart({ units, edges }: LearningNetwork, palette: Palette, size: ChartSize): string {
  const weights = unitWeights(edges);
  const most = Math.max(1, ...edges.map(({ count }) => count));
  const names = new Map(units.map(({ code, name }) => [code, shortUnit(name)]));
  return drawChart(
    {
      textStyle: FONT,
      series: [
        {
          type: 'graph',
          layout: 'circular',
          circular: { rotateLabel: true },
          left: '22%',
          right: '22%',
          top: '26%',
          bottom: '26%',
          edgeSymbol: ['none', 'arrow'],
          edgeSymbolSize: 7,
          label: { show: true, color: palette.ink, textBorderWidth: 0, fontSize: 11 },
          itemStyle: { color: palette.accent },
          lineStyle: { color: palette.accent, opacity: 0.55, curveness: 0.2 },
          data: units.map(({ code }) => ({
            id: code,
            name: names.get(code) ?? code,
            symbolSize: 8 + 3 * Math.sqrt(weights.get(code) ?? 0),
          })),
          links: edges.map(({ guest, host, count }) => ({
            source: guest,
            target: host,
            lineStyle: { width: 1 + (3 * count) / most },
          })),
        },
      ],
    },
    size,
  );
}

/** A unit's name without its class: `Rutan Kelas IIB Banjarnegara` gives `Rutan Banjarnegara`. */
export const shortUnit = (name: string): string => short(name.replace(/ Kelas [IVX]+[A-C]?(?: Khusus)?/, ''));

/** How many visits each unit has part in, as guest or as host. */
export function unitWeights(edges: LearningNetwork['edges']): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { guest, host, count } of edges) {
    for (const unit of [guest, host]) weights.set(unit, (weights.get(unit) ?? 0) + count);
  }
  return weights;
}
