import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { knowMap } from './chart.js';

/** Indonesia and what borders on it, by ISO 3166-1 numeric codes. */
const COUNTRIES = new Set(['360', '458', '598', '626', '096', '702']);

let isKnown = false;

/**
 * The name of a map of Indonesia and its neighbours' land (Natural Earth 1:50m, public domain), for charts to stand
 * on. Read from the disk when first asked for.
 */
export function indonesia(): string {
  if (!isKnown) {
    const atlas = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Topology<{
      countries: GeometryCollection;
    }>;
    const { countries } = atlas.objects;
    const near = countries.geometries.filter(({ id }) => COUNTRIES.has(String(id)));
    const land = feature(atlas, { ...countries, geometries: near });
    knowMap('indonesia', land as unknown as Parameters<typeof knowMap>[1]);
    isKnown = true;
  }
  return 'indonesia';
}
