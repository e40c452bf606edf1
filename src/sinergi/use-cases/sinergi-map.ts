import { drawChart, type ChartSize, type Palette } from '../../platform/charts/chart.js';
import { indonesia } from '../../platform/charts/indonesia.js';
import type { LearningNetwork, NetworkUnit } from '../queries/learning-network.js';
import { shortUnit, unitWeights } from './sinergi-charts.js';

/** The whole country, in degrees: west, north, east, south. */
const COUNTRY = { west: 94.8, north: 6.2, east: 141.2, south: -11.2 };

/** Degrees that a map shows around its outermost unit, and least across. */
const MARGIN = 0.5;
const LEAST_ACROSS = 4;

type Placed = NetworkUnit & { latitude: number; longitude: number };

export const isPlaced = (unit: NetworkUnit): unit is Placed =>
  unit.latitude !== null && unit.longitude !== null;

/** The part of the map that holds all units, at least `LEAST_ACROSS` degrees either way. */
function boundsOf(units: readonly Placed[]): typeof COUNTRY {
  if (units.length === 0) return COUNTRY;
  const side = (values: number[]): [number, number] => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const spare = Math.max(MARGIN, (LEAST_ACROSS - (most - least)) / 2);
    return [least - spare, most + spare];
  };
  const [west, east] = side(units.map(({ longitude }) => longitude));
  const [south, north] = side(units.map(({ latitude }) => latitude));
  return { west, north, east, south };
}

/** Units where they stand, greater the more often they visit or host, and an arc from each guest to its host. */
export function mapChart({ units, edges }: LearningNetwork, palette: Palette, size: ChartSize): string {
  const placed = units.filter(isPlaced);
  const places = new Map(placed.map((unit) => [unit.code, [unit.longitude, unit.latitude]]));
  const { west, north, east, south } = boundsOf(placed);
  const weights = unitWeights(edges);
  return drawChart(
    {
      geo: {
        map: indonesia(),
        boundingCoords: [
          [west, north],
          [east, south],
        ],
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        silent: true,
        clip: true,
        itemStyle: { areaColor: palette.land, borderColor: palette.faint },
      },
      series: [
        {
          type: 'lines',
          coordinateSystem: 'geo',
          symbol: ['none', 'arrow'],
          symbolSize: 8,
          lineStyle: { color: palette.accent, width: 1.5, opacity: 0.6, curveness: 0.25 },
          data: edges.flatMap(({ guest, host }) => {
            const coords = [places.get(guest), places.get(host)];
            return coords.every((place) => place !== undefined) ? [{ coords }] : [];
          }),
        },
        {
          type: 'scatter',
          coordinateSystem: 'geo',
          symbolSize: (value: number[]) => 8 + 2 * Math.sqrt(value[2] ?? 0),
          itemStyle: { color: palette.accent },
          label: { show: true, formatter: '{b}', position: 'top', color: palette.ink, fontSize: 11 },
          labelLayout: { hideOverlap: true },
          data: placed.map(({ code, name, longitude, latitude }) => ({
            name: shortUnit(name),
            value: [longitude, latitude, weights.get(code) ?? 0],
          })),
        },
      ],
    },
    size,
  );
}
