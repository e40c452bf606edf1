import { drawChart, type ChartSize, type Palette } from '../../platform/charts/chart.js';
import { monthWords } from '../../platform/text/calendar-words.js';
import type { LearningNetwork } from '../queries/learning-network.js';
import type { SinergiFigures } from './sinergi-figures.js';

const MOST_PROGRAMS = 12;
/** Most letters of a program's name in one line of its label. */
const LINE = 44;
const LINE_HEIGHT = 14;
const ROW_GAP = 14;
/** Share of a network's drawing on each side that its labels stand in. */
const MARGIN = 0.22;
/** Width of a letter, as a share of the size of its type. */
const LETTER = 0.56;
/** More units than these stand in smaller type. */
const MOST_WIDELY = 36;

/** Text of labels in CSS pixels. */
const FONT = { fontSize: 12, fontFamily: 'Roboto, system-ui, sans-serif' };

/** A name in lines of so many letters, broken between its words: nothing of it is left out. */
export function inLines(name: string, letters: number): string {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const lineCount = (text: string): number => text.split('\n').length;

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
        data: months.map(({ month }) => monthWords(month).slice(0, 3)),
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
  const names = shown.map(({ name }) => inLines(name, LINE));
  const height = shown.length * (Math.max(1, ...names.map(lineCount)) * LINE_HEIGHT + ROW_GAP) + 16;
  const svg = drawChart(
    {
      textStyle: FONT,
      grid: { left: 4, right: 36, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names,
        axisLabel: { color: palette.ink, interval: 0, lineHeight: LINE_HEIGHT },
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
  const fontSize = units.length > MOST_WIDELY ? 8 : 11;
  const letters = Math.floor((MARGIN * Math.min(size.width, size.height)) / (LETTER * fontSize));
  const names = new Map(units.map(({ code, name }) => [code, inLines(shortUnit(name), letters)]));
  const margin = `${100 * MARGIN}%`;
  return drawChart(
    {
      textStyle: FONT,
      series: [
        {
          type: 'graph',
          layout: 'circular',
          circular: { rotateLabel: true },
          left: margin,
          right: margin,
          top: margin,
          bottom: margin,
          edgeSymbol: ['none', 'arrow'],
          edgeSymbolSize: 7,
          label: { show: true, color: palette.ink, textBorderWidth: 0, fontSize },
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
export const shortUnit = (name: string): string => name.replace(/ Kelas [IVX]+[A-C]?(?: Khusus)?/, '');

/** How many visits each unit has part in, as guest or as host. */
export function unitWeights(edges: LearningNetwork['edges']): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { guest, host, count } of edges) {
    for (const unit of [guest, host]) weights.set(unit, (weights.get(unit) ?? 0) + count);
  }
  return weights;
}
