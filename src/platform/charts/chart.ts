import { BarChart, GraphChart, LinesChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, GridComponent } from 'echarts/components';
import { init, registerMap, use, type EChartsCoreOption } from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import sharp from 'sharp';

use([
  AriaComponent,
  BarChart,
  GeoComponent,
  GraphChart,
  GridComponent,
  LegacyGridContainLabel,
  LinesChart,
  ScatterChart,
  SVGRenderer,
]);

/** Makes an outline known by a name that charts may stand on. */
export const knowMap = registerMap;

/** Colours of a chart: CSS values where it stands in a page, plain colours where it goes on paper. */
export interface Palette {
  ink: string;
  /** Lines, axes, borders. */
  faint: string;
  accent: string;
  land: string;
}

/** Follows light and dark as the page does. */
export const pagePalette: Palette = {
  ink: 'var(--tblr-body-color)',
  faint: 'var(--tblr-border-color)',
  accent: 'var(--sambang-accent)',
  land: 'var(--sambang-accent-ground)',
};

export const paperPalette: Palette = {
  ink: '#1f2937',
  faint: '#c5cdd8',
  accent: '#0559a7',
  land: '#e6f0fa',
};

/** In CSS pixels. */
export interface ChartSize {
  width: number;
  height: number;
}

/**
 * Draws a chart as SVG that can stand in a page under a content security policy without inline styles: styles become
 * attributes, and what only answers a pointer is left out. Its shapes are hidden from screen readers; the same facts
 * have to stand beside it as text.
 */
export function drawChart(option: EChartsCoreOption, size: ChartSize): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ animation: false, ...option });
    return plainSvg(chart.renderToSVGString());
  } finally {
    // Keeps a timer running otherwise.
    chart.dispose();
  }
}

const plainSvg = (svg: string): string =>
  svg
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:ecmeta_\w+|class|baseProfile|version|xmlns:xlink)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/^<svg width="\d+" height="\d+"/, '<svg aria-hidden="true" focusable="false"');

const asAttributes = (style: string): string =>
  style
    .split(';')
    .map((rule) => rule.split(':'))
    .filter(([name, value]) => name && value)
    .map(([name, value]) => ` ${name?.trim()}="${value?.trim()}"`)
    .join('');

/** The chart as a PNG for documents, at twice its size. */
export function chartPicture(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: 144 }).png().toBuffer();
}
